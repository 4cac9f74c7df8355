"""Spans over unaltered text: mentions of people, quotations, terms and figures."""
