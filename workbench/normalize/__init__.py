"""Text to comparable values: names, addresses, phones, dates, e-mails, businesses; pure."""
