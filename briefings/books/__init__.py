"""Briefings as books: EPUB, by the standard library alone, and PDF, by WeasyPrint."""
