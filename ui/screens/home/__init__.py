"""Home: what the day holds, each number a way into its list."""
