"""Words for comparing German texts, and for their differences."""

from __future__ import annotations

import re

from ..attributing import Attributing
from ..comparing import Comparing
from ..measuring import Measuring
from ..outlets import OutletWords
from ..pages import PageWords
from ..wordforms import WordForms
from .calendar import MONTH_NUMBERS
from .numbers import STOPPERS
from .talk import SAID

FORMS = WordForms(
    common=STOPPERS
    | frozenset(
        "am beim ins vom zur zum dann dort hier ja nein sehr alle jede jeder man mich mir mein"
        " meine ihre ihren seine seinen unser unsere sagte erklärte laut herr frau jahr"
        " jahre".split()
    ),
    endings=tuple(
        "ungen heiten keiten ung heit keit lich isch ern end est en er es em te st et e n s"
        " t".split()
    ),
    function_words=frozenset("der die das den dem des ein eine von im in am an und für".split()),
    little_words=frozenset(
        "der die das den dem des ein eine und oder in im an am auf bei mit von vom zu zum zur für"
        " ist sind war wir es".split()
    ),
    small_in_names=frozenset("der die das des dem den und für zur zum im von".split()),
    topic_endings=("en", "er", "es", "e", "n", "s"),
)
ATTRIBUTING = Attributing(
    said=rf"\b(?:{SAID})\b|\b[Ll]aut\b|\b[Nn]ach\s+Angaben\b",
    said_by=r"\b[Ll]aut\b",
    honorifics=frozenset("Herr Herrn Frau Dr".split()),
    pronoun=re.compile(rf"^\W*(?:Er|Sie)\s+(?:{SAID})\b"),
    courtesy=re.compile(
        r"^\W*(?:(?:vielen|herzlichen)\s+)?dank\b|^\W*(?:guten\s+(?:morgen|tag|abend)|hallo|"
        r"willkommen|meine\s+damen)\b",
        re.IGNORECASE,
    ),
    courteous=re.compile(r"\b(?:danke?|bitte|willkommen|auf\s+Wiedersehen)\b", re.IGNORECASE),
)
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=lambda word: (-len(word), word)))
COMPARING = Comparing(
    # "Am 3. Mai 2023", "seit März 2022", "bis 2025"
    date=re.compile(
        rf"\b(?P<d1>[0-3]?\d)\.\s*(?P<m1>(?i:{_MONTH}))\b\.?(?:\s+(?P<y1>(?:19|20)\d\d))?"
        rf"|\b(?P<l3>(?i:im|seit|bis|vor|nach))\s+(?P<m3>(?i:{_MONTH}))\b"
        r"(?:\s+(?P<y3>(?:19|20)\d\d))?"
        r"|\b(?P<l4>(?i:seit|bis|vor|nach))\s+(?P<y4>(?:19|20)\d\d)\b"
    ),
    date_in_other_use=re.compile(r"\b(?:gegenüber|verglichen\s+mit|als)\s+(?:dem\s+)?$", re.I),
    before_number=re.compile(
        r"\b(?:mehr\s+als|weniger\s+als|rund|etwa|ungefähr|fast|knapp|gut|mindestens|höchstens|über|"
        r"bis\s+zu)\s+$",
        re.IGNORECASE,
    ),
    denial=re.compile(r"\b(?:nicht|nie|niemand|kein\w*|weder|noch)\b", re.IGNORECASE),
)
MEASURING = Measuring(
    year_on_year=("gegenüber dem vorjahr", "im vergleich zum vorjahr", "als im vorjahr"),
    none=frozenset({"keine", "kein", "keinen"}),
)
OUTLETS = OutletWords(
    small=frozenset("der die das des für und".split()),
    articles=frozenset("der die das".split()),
    joints=frozenset({"und"}),
    behind=frozenset({("nachrichtenagentur",), ("zeitung",), ("online",)}),
)
PAGE_WORDS = PageWords(
    furniture=(
        ("breadcrumb", re.compile(r"(?:startseite|sie sind hier)\s*[:/|>»›·].{0,160}", re.I)),
        ("copyright", re.compile(r".{0,80}\balle rechte vorbehalten\b.{0,200}", re.IGNORECASE)),
        ("share", re.compile(r"(?:seite|artikel) (?:drucken|teilen|empfehlen)", re.IGNORECASE)),
    ),
    pager=frozenset("weiter zurück seite".split()),
    page_number=re.compile(r"seite \d{1,3} (?:von|/) \d{1,3}", re.IGNORECASE),
)
