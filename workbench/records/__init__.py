"""Public-record files in: sniffing, layout profiles, readers, mapping, row problems."""
