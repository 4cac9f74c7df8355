"""Announcements, and what later briefings say on the same thing."""
