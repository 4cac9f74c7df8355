"""Words for comparing figures, in English. See `languages.measuring`."""

from __future__ import annotations

import re

from ..measuring import Measuring

MEASURING = Measuring(
    remaining=re.compile(r"\b(?:remain|maintain|stay|kept|keep|still)\w*\b", re.IGNORECASE),
    year_on_year=(
        "year on year",
        "over the previous year",
        "from the previous year",
        "than the previous year",
        "from a year earlier",
        "than a year earlier",
        "compared with the same period",
        "compared to the same period",
        "over the same period",
        "from the same period",
    ),
    planned=frozenset("plan planned completion completed target targeted scheduled".split()),
    none=frozenset({"no"}),
)
