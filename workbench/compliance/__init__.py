"""(planned contact, facts, rule pack) to Decision; pure."""
