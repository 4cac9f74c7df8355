"""Find announcements, and later statements on the same subject."""
