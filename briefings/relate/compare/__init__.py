"""What aligned sentences say differently, and the records of it that readers see."""
