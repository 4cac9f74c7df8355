"""Find what aligned sentences say differently, and make records of it for readers."""
