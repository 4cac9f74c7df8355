"""Which sentences of two texts of one event say the same thing."""
