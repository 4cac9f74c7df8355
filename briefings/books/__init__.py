"""Briefings as books: EPUB with the standard library alone, PDF with WeasyPrint."""
