"""Align the sentences of the texts of one event that say the same thing."""
