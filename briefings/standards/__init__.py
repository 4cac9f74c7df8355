"""The corpus in standard formats: pure functions from its values to text or plain data."""
