"""Formats dates, kinds and counts for readers, the same on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .interface import Labels, say
from .languages import ENGLISH, Language
from .languages.sentences import sentences_of
from .model import Passage

KINDS = Labels("kinds")
QUALITIES = Labels("qualities")
ROLES = Labels("line-roles")
REMOVALS = Labels("removals")
"""Descriptions of lines that a rule of `clean` or `parse` removed."""
TERM_KINDS = Labels("term-kinds")
TERM_GROUPS = Labels("term-groups")
NOTE_KINDS = Labels("note-kinds")

MONTHS = ENGLISH.calendar.months  # the site speaks English, whatever its texts do
_FEW = 4  # up to this many days are listed individually
_ASKED = 2  # sentences shown of a question
_WORDS_A_MINUTE = 230
_TELLING = 6  # words that a sentence needs to convey what a question is about

_FULL = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NO_YEAR = re.compile(r"--(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def month_name(number: int) -> str:
    return MONTHS[number - 1]


def date_words(date: str | None) -> str:
    """A date, complete or partial, in words.

    >>> date_words("2022-07-05"), date_words("--01-10"), date_words("2022-07")
    ('5 July 2022', '10 January (year not given)', 'July 2022')
    """
    if not date:
        return say.dates.unknown
    if match := _FULL.fullmatch(date):
        return f"{int(match[3])} {month_name(int(match[2]))} {match[1]}"
    if match := _NO_YEAR.fullmatch(date):
        day = f"{int(match[2])} {month_name(int(match[1]))}"
        return say.dates.year_unknown(day=day)
    if match := _MONTH.fullmatch(date):
        return f"{month_name(int(match[2]))} {match[1]}"
    return date


def listed(names: Sequence[str]) -> str:
    """Names or phrases joined for a sentence; at least one is required.

    >>> listed(["boats", "nets", "sails"]), listed(["boats"])
    ('boats, nets and sails', 'boats')
    """
    *before, last = names
    return say.lists.last(others=", ".join(before), last=last) if before else last


def span(first: str, last: str) -> str:
    """A range from the first to the last value; a single value if they are equal.

    >>> span("2021", "2023"), span("2021", "2021")
    ('2021 to 2023', '2021')
    """
    return first if first == last else say.dates.from_to(first=first, last=last)


def graded(name: str, grade: str | None) -> str:
    """The name of a text, with its grade if readers must be warned of it."""
    return say.places.graded(text=name, quality=grade) if grade else name


def year(date: str | None) -> str | None:
    """The year of a date, if known."""
    return date[:4] if date and not date.startswith("--") else None


def days(dates: Sequence[str | None]) -> str:
    """The days of several events: each one, or the first and the last if there are many.

    >>> days(["2022-07-25", None])
    '25 July 2022, date not given in the source'
    >>> days(["2021-01-02", "--03-04", "2021-05-06", "2022-07-08", "2022-09-10"])
    '2 January 2021 to 10 September 2022; year not given: 1'
    """
    if len(dates) <= _FEW:
        return ", ".join(map(date_words, dates))
    unknown = sum(year(date) is None for date in dates)
    parts = [period(dates), say.dates.years_unknown(number=unknown) if unknown else None]
    return "; ".join(part for part in parts if part)


def period(dates: Iterable[str | None]) -> str | None:
    """The range of many dates, as far as they are known; None if no date is.

    >>> period(["2022-07-25", None, "2023-10-24"]), period(["2022-07-25"]), period([None])
    ('25 July 2022 to 24 October 2023', '25 July 2022', None)
    """
    known = sorted(date for date in dates if date and year(date))
    if not known:
        return None
    return span(date_words(known[0]), date_words(known[-1]))


def rule(name: str) -> str:
    """A description of lines that the rule removes."""
    return REMOVALS[name] if name in REMOVALS else name.replace("-", " ")


def full_date(date: str | None) -> str | None:
    """The date if it is known to the day, otherwise None; for machine-readable data."""
    return date if date and _FULL.fullmatch(date) else None


def ordinal(number: int) -> str:
    """
    >>> [ordinal(n) for n in (1, 2, 3, 11, 17, 22, 112)]
    ['1st', '2nd', '3rd', '11th', '17th', '22nd', '112th']
    """
    last = 0 if 10 <= number % 100 <= 20 else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def count(number: int, one: str, many: str | None = None) -> str:
    """
    >>> count(1, "question"), count(1200, "line"), count(2, "story", "stories")
    ('1 question', '1,200 lines', '2 stories')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def file_size(size: int) -> str:
    """
    >>> file_size(900), file_size(55_512), file_size(1_240_000)
    ('1 kB', '56 kB', '1.2 MB')
    """
    return f"{max(1, round(size / 1000))} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"


def clip(text: str, length: int) -> str:
    """The beginning of a text, at most `length` characters, cut between words if possible.

    >>> clip("We mend our nets.", 12)
    'We mend our…'
    """
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.–—-") + "…"


def question_words(
    passages: tuple[Passage, ...], length: int = 110, language: Language = ENGLISH
) -> str:
    """A short form of a question in its own words: its first sentence with a question mark.

    If there is none, or if it says too little by itself ("What's your comment?"), the question is
    shown from its first sentence that is more than a courtesy. If a question refers to "such
    crimes", the sentence that names them comes first, shortened if it is long. Each part has at
    most `length` characters.
    """
    sentences = [part for p in passages for part in sentences_of(p.text, language)]
    asked = [part for part in sentences if part.rstrip("\"”’'").endswith("?")]
    telling = [part for part in asked if len(part.split()) >= _TELLING]
    if telling:
        named = _named_before(sentences, sentences.index(telling[0]), language)
        context = f"{clip(named, length * 2 // 3)} " if named else ""
        return context + clip(telling[0], length)
    longer = [n for n, part in enumerate(sentences) if len(part.split()) >= _TELLING]
    return clip(" ".join(sentences[longer[0] if longer else 0 :]), length)


def asked_sentences(passages: tuple[Passage, ...], language: Language = ENGLISH) -> str:
    """What a question asks, in whole sentences: at most two of its sentences with a question mark.

    If these do not say what the question is about, the sentence that does comes first. A question
    without a question mark is given from its first sentence that is more than a courtesy.
    """
    sentences = [part for p in passages for part in sentences_of(p.text, language)]
    asked = [n for n, part in enumerate(sentences) if part.rstrip("\"”’'").endswith("?")]
    longer = [n for n, part in enumerate(sentences) if len(part.split()) >= _TELLING]
    telling = [n for n in asked if n in longer] or asked
    if not telling:
        return " ".join(sentences[(longer or [0])[0] :][:_ASKED])
    first = telling[0]
    named = _named_before(sentences, first, language)
    if not named and longer and longer[0] < first and first not in longer:
        named = sentences[longer[0]]
    whole = [sentences[first], *(sentences[n] for n in telling[1:_ASKED])]
    return " ".join([named, *whole] if named else whole)


def minutes(words: int) -> int:
    """The minutes it takes to read this many words, at least 1."""
    return max(1, round(words / _WORDS_A_MINUTE))


def _named_before(sentences: list[str], asked: int, language: Language) -> str:
    """The earlier sentence that names the question's subject; empty if the question itself names
    it.
    """
    at = asked
    while at and language.cues.points_back.search(sentences[at]):
        at -= 1
    named = sentences[at]
    return named if at < asked and len(named.split()) >= _TELLING else ""


def words(passages: tuple[Passage, ...]) -> int:
    return sum(len(passage.text.split()) for passage in passages)


def line_range(first: int, last: int) -> str:
    if first == last:
        return say.places.line(line=first)
    return say.places.lines(first=first, last=last)
