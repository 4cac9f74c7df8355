"""Figures of several texts: what is measured again and again, and what may be held together."""
