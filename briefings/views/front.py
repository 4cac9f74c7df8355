"""The choices of the home page: figures, disagreements between texts, and words to search for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import quote

from briefings import amounts, urls
from briefings.interface import capital
from briefings.model import Discrepancy, Indicator, Outlet, Person, Place, Term
from briefings.model.figures import DiscrepancyStatus

from .drawn import seen_of, small_of
from .headlines import compared_with, newest, when, worded
from .lookup import Context, Lookup
from .numbers import is_disputed, observed_number
from .plain_records import heading
from .relations import quotation
from .text_links import primary_first, text_of

_CONFIRMED: frozenset[DiscrepancyStatus] = frozenset(("confirmed", "reworded", "added"))
# How many indicators are examined, and how many of the newest briefings supply figures instead.
_CANDIDATES, _BRIEFINGS = 40, 12
# The weights of what makes a figure worth showing, and the penalty for a machine-made text.
_DRAWN, _DISPUTED, _RATE, _AGAIN, _BY_MACHINE = 3, 2, 1, 2, -6
_SIDES = 2
_EXCERPT = 90  # characters of a passage in which no figure differs
_MENTIONS = 20  # mentions above this number do not make a term a better example
_QUERY = 32  # characters of a search query


def numbers(find: Lookup, most: int, shown: Collection[str]) -> list[Context]:
    """Return cards for figures that are tracked through the briefings, each with its newest value.

    Pinned ones come first, then those that are comparable, disputed or stated repeatedly,
    preferring one from each topic. If there are too few, figures of the newest briefings are added.
    `shown` are the ids of figures that are already on the page.
    """
    cards: list[Context] = []
    told = set(shown)
    for card in (*_followed(find), *_stated(find)):
        if len(cards) == most:
            break
        if told.isdisjoint((card["id"], card["title"].casefold())):
            told |= {card["id"], card["title"].casefold()}
            cards.append(card)
    return cards


def _followed(find: Lookup) -> list[Context]:
    indicators = find.annotated.indicators
    pinned = [indicators[id_] for id_ in find.site.pinned.numbers if id_ in indicators]
    often = sorted(
        indicators.values(),
        key=lambda one: (-len(one.observations), not one.comparable, one.title.casefold()),
    )[:_CANDIDATES]
    cards = [card for one in often if one not in pinned and (card := _card(one, find))]
    cards.sort(key=lambda card: -card["weight"])
    first, second = _one_a_topic(cards)
    return [*(card for one in pinned if (card := _card(one, find))), *first, *second]


def _one_a_topic(cards: Sequence[Context]) -> tuple[list[Context], list[Context]]:
    """Return the first card of each topic, and the other cards."""
    first: list[Context] = []
    second: list[Context] = []
    topics: set[str] = set()
    for card in cards:
        (second if card["topic"] in topics else first).append(card)
        topics.add(card["topic"] or card["id"])
    return first, second


def _card(indicator: Indicator, find: Lookup) -> Context | None:
    seen = seen_of(indicator, find)
    if not seen:
        return None
    observation, figure = newest(seen)
    chart = small_of(indicator, seen, find)
    earlier = compared_with(indicator, seen, observation)
    before = f"{worded(earlier[1])}{when(*earlier)}" if earlier else ""
    by_machine = find.origin(figure.place.briefing, figure.place.source)["by_machine"]
    weight = (
        _DRAWN * (chart is not None)
        + _DISPUTED * is_disputed(figure, find)
        + _RATE * (figure.stated.unit == "%")
        + _AGAIN * (len(seen) > 1)
        + _BY_MACHINE * by_machine
    )
    return {
        **observed_number(observation, figure, find),
        "weight": weight,
        "id": figure.id,
        "words": "",
        "title": indicator.title,
        "url": urls.indicator_url(indicator.id),
        "chart": chart if before else None,
        "before": before,
        "topic": next(iter(find.indicator_links.topics(indicator.id)), ""),
    }


def _stated(find: Lookup) -> Iterator[Context]:
    """Yield the most important figures of the newest briefings, one of each briefing in turn."""
    slugs = list(islice(find.briefings, _BRIEFINGS))
    several = [find.telling_figures(slug, 3) for slug in slugs]
    for n in range(3):
        for figures in several:
            for one in figures[n : n + 1]:
                yield {
                    **one,
                    "title": capital(one["subject"]),
                    "chart": None,
                    "before": "",
                    "topic": "",
                }


def contrasts(find: Lookup, most: int) -> list[Context]:
    """Return factual disagreements between texts, with what each says.

    Pinned ones come first, then those confirmed by editors, by descending weight. If none is
    confirmed, unreviewed ones are shown.
    """
    records = sorted(
        (one for one in find.annotated.records if one.group == "fact"), key=lambda one: -one.weight
    )
    confirmed = [one for one in records if one.status in _CONFIRMED] or records
    rank = {id_: n for n, id_ in enumerate(find.site.pinned.disagreements)}
    pinned = [one for one in find.annotated.records if one.id in rank]
    ordered = sorted(pinned, key=lambda one: rank[one.id])
    ordered += [one for one in confirmed if one.id not in rank]
    shown: list[Context] = []
    later: list[Context] = []
    for one in ordered:
        sides, short = _sides(one, find)
        titles = {other["title"] for other in (*shown, *later)}
        if len(sides) == _SIDES and heading(one) not in titles:
            (shown if short or one.id in rank else later).append(
                {
                    "title": heading(one),
                    "url": urls.discrepancy_url(one.id),
                    "confirmed": one.status in _CONFIRMED,
                    "sides": sides,
                }
            )
        if len(shown) == most:
            break
    return [*shown, *later][:most]


def _sides(record: Discrepancy, find: Lookup) -> tuple[list[Context], bool]:
    """Return what each of two texts says, and whether that is short: a figure, or the differing
    words.

    A figure is quoted with its context unless editors gave the record a title. If the texts cannot
    be quoted in short, the first words of the sentences or passages are used.
    """
    known = find.annotated.figures
    figures = [known[id_] for id_ in record.figures if id_ in known]
    values = {one.stated.value for one in figures}
    titled = record.ruling is not None and bool(record.ruling.title)
    sides = [
        (one.place, worded(one) + (f", {amounts.period(one.stated)}" if len(values) == 1 else ""))
        if titled
        else (one.place, f"“{find.telling_words(one.id) or one.stated.quote}”")
        for one in figures
    ]
    short = len({words for _, words in sides}) >= _SIDES
    if not short:
        sides = [(place, _words(place, find)) for place in record.passages]
        short = all(_exact(place, find) for place in record.passages)
    first: dict[str, Place] = {}
    for place, words in sides:
        first.setdefault(words, place)
    words_of = {place: words for words, place in first.items()}
    contexts = [
        {"words": words_of[place], "of": text_of(place, find), "url": urls.place_url(place)}
        for place in primary_first(words_of, find)
    ]
    return contexts[:_SIDES], short


def _exact(place: Place, find: Lookup) -> str:
    """Return the words to which a record points, or "" if they are too long."""
    passage = find.passage(place)
    if passage is None or place.start is None or place.end is None:
        return ""
    return passage.text[place.start : place.end] if place.end - place.start <= _EXCERPT else ""


def _words(place: Place, find: Lookup) -> str:
    text: str = _exact(place, find) or quotation(place, find, _EXCERPT)["text"]
    return f"“{text}”"


def searches(find: Lookup, example: Context | None) -> list[Context]:
    """Return three searches that have results, for example a term with several translations, a
    figure and a name."""
    chosen = [
        *find.site.pinned.searches,
        *([query] if (query := _translated(find)) else []),
        *([example["quote"]] if example else []),
        *_names(find),
    ]
    return [
        {"words": words, "url": f"{find.site.search}?q={quote(words)}"}
        for words in list(dict.fromkeys(chosen))[:3]
    ]


def wordings_of(term: Term) -> set[str]:
    """Return the wordings of a term that occur in the texts."""
    return {one.wording for one in term.usages}


def _translated(find: Lookup) -> str | None:
    """Return a term with many wordings and mentions, as a search."""

    def rank(term: Term) -> tuple[int, str]:
        return (-len(wordings_of(term)) * min(len(term.mentions), _MENTIONS), term.entry.id)

    terms = [
        one
        for one in find.annotated.terms.values()
        if len(wordings_of(one)) > 1
        and any(usage.wording == one.entry.term for usage in one.usages)
        and len(one.entry.term) <= _QUERY
    ]
    return min(terms, key=rank).entry.term if terms else None


def _names(find: Lookup) -> list[str]:
    """Return the names of those who spoke or asked most often."""
    people, outlets = often_spoke(find), often_asked(find)
    return [*(one.name for one, _ in people[:1]), *(one.name for one in outlets[:2])]


def often_spoke(find: Lookup) -> list[tuple[Person, int]]:
    """Return all people with their numbers of turns, most turns first."""
    times = [(one, sum(map(len, find.spoke(one).values()))) for one in find.corpus.people]
    return sorted(times, key=lambda one: (-one[1], one[0].name))


def often_asked(find: Lookup) -> list[Outlet]:
    """Return all outlets, those with most questions first."""
    return sorted(find.corpus.outlets, key=lambda one: (-len(one.questions), one.name))
