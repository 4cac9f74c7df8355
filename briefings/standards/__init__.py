"""The corpus in the formats of others: pure functions from its values to text or plain data."""
