"""Commands of inquiries."""
