"""Citations of texts, passages, quotations, figures and pages, in four styles.

What is cited is a `Reference`; each style is a pure function of it.  The same styles are written in
the browser by `docs/assets/js/styles.js`, from the reference's `data`, and both are held to
the cases in `tests/cases/cite/`.
"""

from __future__ import annotations

from collections.abc import Callable

from . import bibtex, chicago, csl, ris
from .model import Locator, Name, Reference, Text, data, fold, reference

__all__ = ["STYLES", "Locator", "Name", "Reference", "Text", "csl", "data", "fold", "reference"]

STYLES: dict[str, Callable[[Reference], str]] = {
    "Chicago": chicago.write,
    "BibTeX": bibtex.write,
    "RIS": ris.write,
    "CSL-JSON": csl.write,
}
"""What each style is called on pages, and how it is written."""
