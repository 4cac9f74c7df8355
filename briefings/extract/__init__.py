"""Spans over untouched text: who is meant, who is quoted.  Nothing here alters a passage."""
