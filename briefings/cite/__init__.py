"""Citations of texts, passages, quotations, figures and pages, in four styles.

The citation is computed from a `Reference`; each style is a pure function of it. In the browser,
`docs/assets/js/styles.js` writes the same styles from the reference's `data`. The cases in
`tests/cases/cite/` test both.
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
"""The name of each style on pages, and the function that writes it."""
