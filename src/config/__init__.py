"""Settings, addresses and the entry point for the server; imported by nobody."""
