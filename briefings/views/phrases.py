"""Set phrases: their index, and a page for each of the most significant ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model.page import Page
from briefings.model.relations import Phrase, Use
from briefings.model.relations import Run as RedlineRun

from .annotated import around
from .links import BriefingLink, Name
from .lookup import Lookup
from .paging import Part, by_letter, context_of, letter_of
from .pending import Pending
from .text_links import TextLink, text_of

# Characters shown before and after a phrase, speakers named in a row, and months in a timeline.
WIDTH = 90
_SPEAKERS = 3
# The number of occurrences that a page shows: the first and the newest.
MOST = 60
# The number of speakers that a page names: those who used the phrase most often.
NAMED = 12
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PhrasePlace:
    """A place where a phrase is used."""

    url: str
    briefing: BriefingLink
    of: TextLink


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A phrase in the index; one without a page has its first and last place."""

    id: str
    phrase: str
    url: str | None
    extent: str
    when: str
    speakers: list[Name]
    more_speakers: int
    places: list[PhrasePlace]


@dataclass(frozen=True, slots=True)
class PhraseSpeaker:
    """Who used a phrase, and how often."""

    who: Name
    count: int


@dataclass(frozen=True, slots=True)
class PhrasePeriod:
    """How often a phrase was used in a month or a year."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class PhraseVariant:
    """A wording of a phrase; `runs` show how it differs from the wording `against`."""

    runs: tuple[RedlineRun, ...]
    count: str
    first: str
    against: str | None


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A use of a phrase with the words around it."""

    place: PhrasePlace
    who: Name
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class PhrasePage:
    """The context of `phrase.md.j2`: a summary, then speakers, times, wordings and occurrences."""

    summary: str
    speakers: list[PhraseSpeaker]
    more_speakers: int
    periods: list[PhrasePeriod]
    most: int
    variants: list[PhraseVariant]
    occurrences: list[PhraseUse]
    more: int


def phrase_parts(find: Lookup) -> tuple[Part[Phrase], ...]:
    """Split the list of phrases by letter; return an empty tuple if it fits one page."""
    ordered = sorted(find.corpus.relations.phrases, key=lambda phrase: phrase.phrase.casefold())
    most = find.site.limits.phrases
    return by_letter(ordered, urls.FORMULAS, lambda phrase: letter_of(phrase.phrase), most, find)


def phrase_pages(find: Lookup) -> list[Pending]:
    """Return a page for each of the most significant phrases."""
    return [
        Pending(
            urls.phrase_page_url(phrase.id),
            quoted(phrase),
            partial(_page, phrase, find),
            given=phrase,
        )
        for phrase in find.corpus.relations.phrases
        if phrase.has_page
    ]


def quoted(phrase: Phrase) -> str:
    """Return a phrase as a title, in quotation marks."""
    return f"“{phrase.phrase}”"


def phrase_row(phrase: Phrase, find: Lookup) -> PhraseRow:
    """Return a phrase as an entry of the index."""
    counts = Counter((use.speaker, use.speaker_name) for use in phrase.occurrences)
    named = [find.who(*who) for who, _ in sorted(counts.items(), key=lambda it: -it[1])]
    speakers = [who for who in named if who]
    return PhraseRow(
        id=phrase.id,
        phrase=phrase.phrase,
        url=urls.phrase_page_url(phrase.id) if phrase.has_page else None,
        extent=_extent(phrase),
        when=_when(phrase),
        speakers=speakers[:_SPEAKERS],
        more_speakers=max(0, len(speakers) - _SPEAKERS),
        places=[] if phrase.has_page else [_place(use, find) for use in _first_and_last(phrase)],
    )


def _page(phrase: Phrase, find: Lookup) -> Page:
    uses = phrase.occurrences
    uses_shown = uses if len(uses) <= MOST else (uses[0], *uses[-MOST + 1 :])
    periods = _periods(phrase)
    return find.page(
        urls.phrase_page_url(phrase.id),
        "phrase.md.j2",
        quoted(phrase),
        say.set_phrase.description(extent=_extent(phrase), when=_when(phrase)),
        "ledger",
        **context_of(
            PhrasePage(
                summary=say.set_phrase.summary(extent=_extent(phrase), when=_when(phrase)),
                speakers=_speakers(phrase, find),
                more_speakers=max(0, len({(it.speaker, it.speaker_name) for it in uses}) - NAMED),
                periods=periods,
                most=max((period.count for period in periods), default=0),
                variants=_variants(phrase) if len(phrase.variants) > 1 else [],
                occurrences=[_occurrence(use, find) for use in reversed(uses_shown)],
                more=len(uses) - len(uses_shown),
            )
        ),
    )


def _extent(phrase: Phrase) -> str:
    return say.set_phrase.extent(
        times=say.counts.times(count=len(phrase.occurrences)),
        briefings=interface.count(phrase.briefings, "briefing"),
    )


def _when(phrase: Phrase) -> str:
    first_day, last_day = phrase.days
    if first_day is None or last_day is None:
        return say.set_phrase.days_unknown
    if first_day == last_day:
        return say.set_phrase.on_day(day=wording.date_words(first_day))
    return say.set_phrase.first_last(
        first=wording.date_words(first_day), last=wording.date_words(last_day)
    )


def _speakers(phrase: Phrase, find: Lookup) -> list[PhraseSpeaker]:
    nobody = Name(name=say.rows.nobody_named, url=None)
    speakers = Counter((use.speaker, use.speaker_name) for use in phrase.occurrences)
    ordered = sorted(speakers.items(), key=lambda it: (-it[1], it[0][1] or ""))[:NAMED]
    return [PhraseSpeaker(who=find.who(*who) or nobody, count=count) for who, count in ordered]


def _periods(phrase: Phrase) -> list[PhrasePeriod]:
    """Return the number of uses in each month from the first to the last, or in each year if there
    are too many months."""
    dates = [use.date for use in phrase.occurrences if wording.year(use.date)]
    if not dates:
        return []
    days = sorted(date for date in dates if date)
    for length in (len("2020-01"), len("2020")):
        counts = Counter(day[:length] for day in days)
        periods = _from_to(days[0][:length], days[-1][:length])
        if len(periods) <= _MONTHS:
            break
    return [
        PhrasePeriod(label=wording.date_words(period), count=counts[period]) for period in periods
    ]


def _from_to(start: str, end: str) -> list[str]:
    """Return all years or months from `start` to `end`, inclusive.

    >>> _from_to("2020-11", "2021-01")
    ['2020-11', '2020-12', '2021-01']
    """
    if min(len(start), len(end)) == len("2020"):
        return [str(year) for year in range(int(start[:4]), int(end[:4]) + 1)]
    a, b = (int(day[:4]) * 12 + int(day[5:]) - 1 for day in (start, end))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(a, b + 1)]


def _variants(phrase: Phrase) -> list[PhraseVariant]:
    return [
        PhraseVariant(
            runs=variant.redline.runs if variant.redline else (RedlineRun("same", variant.text),),
            count=say.counts.times(count=variant.count),
            first=wording.date_words(variant.first),
            against=phrase.variants[variant.nearest].text if variant.nearest is not None else None,
        )
        for variant in phrase.variants
    ]


def _occurrence(use: Use, find: Lookup) -> PhraseUse:
    before, words, after = around(*find.span_at(use.place), WIDTH)
    return PhraseUse(
        place=_place(use, find),
        who=find.who(use.speaker, use.speaker_name) or Name(say.rows.nobody_named, None),
        before=before,
        words=words,
        after=after,
    )


def _place(use: Use, find: Lookup) -> PhrasePlace:
    return PhrasePlace(
        url=urls.place_url(use.place),
        briefing=find.briefing_link(use.place.briefing),
        of=text_of(use.place, find),
    )


def _first_and_last(phrase: Phrase) -> Sequence[Use]:
    uses = phrase.occurrences
    return uses[:1] if uses[0].place.briefing == uses[-1].place.briefing else (uses[0], uses[-1])
