"""The choices of the home page: figures, disagreements between texts, and words to search for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from urllib.parse import quote

from briefings import amounts, urls
from briefings.interface import capital
from briefings.model import Discrepancy, Figure, Indicator, Outlet, Person, Place, Term
from briefings.model.figures import DiscrepancyStatus

from .charts import SmallChart
from .drawn import seen_of, small_of
from .headlines import compared_with, newest, when, worded
from .lookup import Lookup
from .numbers import Number, is_disputed, observed_number
from .plain_records import heading, heading_by, title_of
from .relations import quotation
from .text_links import TextLink, primary_first, text_of

_CONFIRMED: frozenset[DiscrepancyStatus] = frozenset(("confirmed", "reworded", "added"))
# How many indicators are examined, and how many of the newest briefings supply figures instead.
_CANDIDATES, _BRIEFINGS = 40, 12
# The weights of what makes a figure worth showing, and the penalty for a machine-made text.
_DRAWN, _DISPUTED, _RATE, _AGAIN, _BY_MACHINE = 3, 2, 1, 2, -6
_SIDES = 2
_EXCERPT = 90  # characters of a passage in which no figure differs
_MENTIONS = 20  # mentions above this number do not make a term a better example
_QUERY = 32  # characters of a search query


@dataclass(frozen=True, slots=True)
class NumberCard:
    """A figure with its earlier value and a small chart.

    `weight` says how much it is worth showing.
    """

    number: Number
    topic: str = ""
    weight: int = 0
    chart: SmallChart | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class ContrastSide:
    """What one text says."""

    words: str
    of: TextLink
    url: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A disagreement between texts; `confirmed` says that editors confirmed it."""

    title: str
    url: str
    confirmed: bool
    sides: list[ContrastSide]


@dataclass(frozen=True, slots=True)
class SearchLink:
    """A search that has results."""

    words: str
    url: str


def numbers(find: Lookup, most: int, avoided: Collection[str]) -> list[NumberCard]:
    """Return cards for figures that are tracked through the briefings, each with its newest value.

    Pinned ones come first, then those that are comparable, disputed or stated repeatedly,
    preferring one from each topic. If there are too few, figures of the newest briefings are added.
    `avoided` are the ids of figures that are already on the page.
    """

    def fresh() -> Iterator[NumberCard]:
        used = set(avoided)
        for card in chain(_followed(find), _stated(find)):
            names = {card.number.id, card.number.title.casefold()}
            if used.isdisjoint(names):
                used.update(names)
                yield card

    return list(islice(fresh(), most))


def _followed(find: Lookup) -> list[NumberCard]:
    indicators = find.annotated.indicators
    pinned = [indicators[id_] for id_ in find.site.pinned.numbers if id_ in indicators]
    often = sorted(
        indicators.values(),
        key=lambda indicator: (
            -len(indicator.observations),
            not indicator.comparable,
            indicator.title.casefold(),
        ),
    )[:_CANDIDATES]
    cards = [
        card for indicator in often if indicator not in pinned and (card := _card(indicator, find))
    ]
    cards.sort(key=lambda card: -card.weight)
    leading, others = _one_a_topic(cards)
    return [*(card for indicator in pinned if (card := _card(indicator, find))), *leading, *others]


def _one_a_topic(cards: Sequence[NumberCard]) -> tuple[list[NumberCard], list[NumberCard]]:
    """Return the first card of each topic, and the other cards."""
    leading: list[NumberCard] = []
    others: list[NumberCard] = []
    topics: set[str] = set()
    for card in cards:
        (others if card.topic in topics else leading).append(card)
        topics.add(card.topic or card.number.id)
    return leading, others


def _card(indicator: Indicator, find: Lookup) -> NumberCard | None:
    observed = seen_of(indicator, find)
    if not observed:
        return None
    observation, figure = newest(observed)
    chart = small_of(indicator, observed, find)
    earlier = compared_with(indicator, observed, observation)
    before = f"{worded(earlier[1])}{when(*earlier)}" if earlier else ""
    by_machine = find.origin(figure.place.briefing, figure.place.source).by_machine
    weight = (
        _DRAWN * (chart is not None)
        + _DISPUTED * is_disputed(figure, find)
        + _RATE * (figure.stated.unit == "%")
        + _AGAIN * (len(observed) > 1)
        + _BY_MACHINE * by_machine
    )
    return NumberCard(
        replace(
            observed_number(observation, figure, find),
            id=figure.id,
            title=indicator.title,
            url=urls.indicator_url(indicator.id),
        ),
        topic=next(iter(find.indicator_links.topics(indicator.id)), ""),
        weight=weight,
        chart=chart if before else None,
        before=before,
    )


def _stated(find: Lookup) -> Iterator[NumberCard]:
    """Yield the most important figures of the newest briefings, one of each briefing in turn."""
    slugs = list(islice(find.briefings, _BRIEFINGS))
    of_briefings = [find.telling_figures(slug, 3) for slug in slugs]
    for n in range(3):
        for figures in of_briefings:
            for figure in figures[n : n + 1]:
                yield NumberCard(replace(figure, title=capital(figure.subject)))


def contrasts(find: Lookup, most: int) -> list[Contrast]:
    """Return factual disagreements between texts, with what each says.

    Pinned ones come first, then those confirmed by editors, by descending weight. If none is
    confirmed, unreviewed ones are shown, one of each kind.
    """
    records = sorted(
        (record for record in find.annotated.records if record.group == "fact"),
        key=lambda record: -record.weight,
    )
    confirmed = [record for record in records if record.status in _CONFIRMED] or records
    rank = {id_: n for n, id_ in enumerate(find.site.pinned.disagreements)}
    pinned = [record for record in find.annotated.records if record.id in rank]
    ordered = sorted(pinned, key=lambda record: rank[record.id])
    ordered += [record for record in confirmed if record.id not in rank]
    cards: list[Contrast] = []
    later: list[Contrast] = []
    kinds: set[str] = set()
    for record in ordered:
        kind = title_of(record) or heading_by(record.found_by, record.type)
        if kind in kinds:
            continue
        sides, short = _sides(record, find)
        if len(sides) == _SIDES:
            kinds.add(kind)
            (cards if short or record.id in rank else later).append(
                Contrast(
                    title=heading(record, find),
                    url=urls.discrepancy_url(record.id),
                    confirmed=record.status in _CONFIRMED,
                    sides=sides,
                )
            )
        if len(cards) == most:
            break
    return [*cards, *later][:most]


def _sides(record: Discrepancy, find: Lookup) -> tuple[list[ContrastSide], bool]:
    """Return what each of two texts says, and whether that is short: a figure, or the differing
    words.

    A figure is quoted with its context unless editors gave the record a title. If the texts cannot
    be quoted in short, the first words of the sentences or passages are used.
    """
    known = find.annotated.figures
    figures = [known[id_] for id_ in record.figures if id_ in known]
    values = {figure.stated.value for figure in figures}
    sides = [
        (
            figure.place,
            worded(figure) + (f", {amounts.period(figure.stated)}" if len(values) == 1 else ""),
        )
        if title_of(record)
        else (figure.place, f"“{find.telling_words(figure.id) or _sentence(figure, find)}”")
        for figure in figures
    ]
    short = len({words for _, words in sides}) >= _SIDES
    if not short:
        sides = [(place, _words(place, find)) for place in record.passages]
        short = all(_exact(place, find) for place in record.passages)
    by_value: dict[str, Place] = {}
    for place, words in sides:
        by_value.setdefault(words, place)
    words_of = {place: words for words, place in by_value.items()}
    contexts = [
        ContrastSide(words=words_of[place], of=text_of(place, find), url=urls.place_url(place))
        for place in primary_first(words_of, find)
    ]
    return contexts[:_SIDES], short


def _sentence(figure: Figure, find: Lookup) -> str:
    """Return the sentence of a figure, cut to the words next to it if it is long."""
    passage = find.passage(figure.place)
    text = passage.text if passage else ""
    around = "".join(find.sentences.around(text, figure.sentence, figure.place))
    return around or figure.stated.quote


def _exact(place: Place, find: Lookup) -> str:
    """Return the words to which a record points, or "" if they are too long."""
    passage = find.passage(place)
    if passage is None or place.span is None:
        return ""
    start, end = place.span
    return passage.text[start:end] if end - start <= _EXCERPT else ""


def _words(place: Place, find: Lookup) -> str:
    text = _exact(place, find) or quotation(place, find, _EXCERPT).text
    return f"“{text}”"


def searches(find: Lookup, example: Number | None) -> list[SearchLink]:
    """Return three searches that have results, for example a term with several translations, a
    figure and a name."""
    chosen = [
        *find.site.pinned.searches,
        *([query] if (query := _translated(find)) else []),
        *([example.quote] if example else []),
        *_names(find),
    ]
    return [
        SearchLink(words=words, url=f"{find.site.search}?q={quote(words)}")
        for words in list(dict.fromkeys(chosen))[:3]
    ]


def wordings_of(term: Term) -> set[str]:
    """Return the wordings of a term that occur in the texts."""
    return {usage.wording for usage in term.usages}


def _translated(find: Lookup) -> str | None:
    """Return a term with many wordings and mentions, as a search."""

    def rank(term: Term) -> tuple[int, str]:
        return (-len(wordings_of(term)) * min(len(term.mentions), _MENTIONS), term.entry.id)

    terms = [
        term
        for term in find.annotated.terms.values()
        if len(wordings_of(term)) > 1
        and any(usage.wording == term.entry.term for usage in term.usages)
        and len(term.entry.term) <= _QUERY
    ]
    return min(terms, key=rank).entry.term if terms else None


def _names(find: Lookup) -> list[str]:
    """Return the names of those who spoke or asked most often."""
    people, outlets = often_spoke(find), often_asked(find)
    return [*(person.name for person, _ in people[:1]), *(outlet.name for outlet in outlets[:2])]


def often_spoke(find: Lookup) -> list[tuple[Person, int]]:
    """Return all people with their numbers of turns, most turns first."""
    times = [(person, sum(map(len, find.spoke(person).values()))) for person in find.corpus.people]
    return sorted(times, key=lambda time: (-time[1], time[0].name))


def often_asked(find: Lookup) -> list[Outlet]:
    """Return all outlets, those with most questions first."""
    return sorted(find.corpus.outlets, key=lambda outlet: (-len(outlet.questions), outlet.name))
