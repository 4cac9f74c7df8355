"""Compare figures of several texts: indicators that are measured repeatedly, and cross-checks."""
