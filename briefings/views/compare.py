"""Two texts of one event side by side, and how much of either the other has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from briefings import anchors, interface, wording
from briefings.model import Briefing, Witness
from briefings.model.page import Page

from .elsewhere import DIFFERENCES, KINDS, compare_page, is_loud
from .lookup import Context, Lookup
from .origin_links import text_link
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .rows import Piece, Side, rows


def compare_pages(find: Lookup) -> list[Pending]:
    """A page for every two texts of an event."""
    return [
        Pending(
            compare_page(briefing, a.source.id, b.source.id),
            f"Texts compared: {briefing.title}",
            partial(_page, briefing.slug, a.source.id, b.source.id, find),
        )
        for briefing in find.briefings.values()
        for a, b in combinations(briefing.witnesses, 2)
    ]


def compared(briefings: Iterable[Briefing], find: Lookup) -> list[Context]:
    """The briefings of which there are several texts, with the pages that compare them."""
    return [
        {**find.briefing_link(briefing.slug), "pages": _choices(briefing, find)}
        for briefing in briefings
        if len(briefing.witnesses) > 1
    ]


@dataclass(frozen=True, slots=True)
class ComparisonsIndex:
    """What `comparisons.md.j2` shows: what is compared (`cards`, as a hub shows its parts), and
    the briefings with several texts."""

    cards: list[Context]
    texts: list[Context]


def relations_page(cards: list[Context], find: Lookup) -> Page:
    """What is compared on this site: `cards` for the parts of the hub, then texts side by side.

    Of many briefings with several texts the newest stand here, and the way to each year.
    """
    parts = _parts(find)
    shown = newest(parts, find.site.limits.newest) if parts else find.briefings.values()
    return _index(cards, compared(shown, find), hub(parts), find)


def relations_parts(find: Lookup) -> list[Pending]:
    """Each year's briefings with several texts, where all are too many for one page."""

    def make(shown: tuple[Briefing, ...], paging: Paging) -> Page:
        return _index([], compared(shown, find), paging, find)

    up = Link(interface.section("side-by-side").title, anchors.COMPARE)
    return part_pages(_parts(find), up, make, "briefing", "briefings")


def _parts(find: Lookup) -> tuple[Part[Briefing], ...]:
    several = [one for one in find.briefings.values() if len(one.witnesses) > 1]
    return by_year(several, anchors.COMPARE, lambda one: one.date, find.site.limits.briefings, find)


def _index(cards: list[Context], texts: list[Context], paging: Paging, find: Lookup) -> Page:
    words = interface.section("compare")
    return find.page(
        anchors.COMPARE,
        "comparisons.md.j2",
        words.title,
        words.means,
        "index",
        **context_of(ComparisonsIndex(cards, texts), paging),
    )


def _choices(briefing: Briefing, find: Lookup) -> list[Context]:
    return [
        {
            "url": compare_page(briefing, a.source.id, b.source.id),
            "a": text_link(briefing.slug, a.source.id, find),
            "b": text_link(briefing.slug, b.source.id, find),
        }
        for a, b in combinations(briefing.witnesses, 2)
    ]


def _page(slug: str, source_a: str, source_b: str, find: Lookup) -> Page:
    briefing = find.briefings[slug]
    a, b = (
        next(one for one in briefing.witnesses if one.source.id == id_)
        for id_ in (source_a, source_b)
    )
    both = (source_a, source_b)
    pairs = [one for one in find.pairs(slug) if (one.a.source, one.b.source) == both]
    left = Side(briefing, a, pairs, True, find)
    right = Side(briefing, b, pairs, False, find)
    loud = dict.fromkeys(
        (pair.group, one) for pair in pairs for one in pair.differences if is_loud(one)
    )
    url = compare_page(briefing, a.source.id, b.source.id)
    texts = [_text(one, briefing, find) for one in (a, b)]
    return find.page(
        url,
        "compare.md.j2",
        f"Texts compared: {briefing.title}",
        f"{texts[0]['name']} and {texts[1]['name']} on the briefing of "
        f"{wording.date_words(briefing.date)}, sentence by sentence.",
        "compare",
        briefing=find.briefing_link(briefing.slug),
        texts=texts,
        choices=[{**one, "here": one["url"] == url} for one in _choices(briefing, find)],
        kinds=_counted(KINDS[pair.kind] for pair in pairs),
        differences=_counted(DIFFERENCES[one.kind] for _, one in loud),
        coverage=[
            {
                "share": _share(side.pieces, side),
                "speakers": _shares(side, _by_part(side)),
                "topics": _shares(side, _by_topic(side, find)),
                "headings": bool(side.witness.sections),
            }
            for side in (left, right)
        ],
        rows=list(rows(pairs, left, right)),
    )


def _text(witness: Witness, briefing: Briefing, find: Lookup) -> Context:
    """A text with its name, those for a sentence and a label, its grade, and where it is read."""
    link = text_link(briefing.slug, witness.source.id, find)
    short = find.origin(briefing.slug, witness.source.id)["short"]
    fragment = "title" if link["primary"] else anchors.text_id(witness.source.id)
    return {
        **link,
        "short": short,
        "label": short[:1].upper() + short[1:],
        "reading": anchors.briefing_url(briefing.slug, fragment),
    }


def _counted(names: Iterable[str]) -> list[Context]:
    return [{"name": name, "count": count} for name, count in Counter(names).most_common()]


def _share(pieces: Sequence[Piece], side: Side) -> Context:
    told = [one for one in pieces if one.order in side.group]
    words = sum(one.words for one in pieces)
    kept = sum(one.words for one in told)
    return {
        "percent": round(100 * kept / words) if words else 0,
        "sentences": len(told),
        "of": len(pieces),
        "words": wording.count(words, "word"),
    }


def _shares(side: Side, groups: dict[str, list[Piece]]) -> list[Context]:
    return [{"name": name, **_share(pieces, side)} for name, pieces in groups.items()]


def _by_part(side: Side) -> dict[str, list[Piece]]:
    """By speaker, or by section of an article."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for one in side.pieces:
        found[side.speaker(one.part)].append(one)
    return found


def _by_topic(side: Side, find: Lookup) -> dict[str, list[Piece]]:
    """By the topics of questions and answers; a sentence counts under each of them."""
    topics: dict[str, tuple[str, ...]] = dict(side.briefing.section_topics)
    if side.witness.source.id == side.briefing.primary.source.id:
        for exchange in side.briefing.exchanges:
            for turn in (exchange.question, *exchange.handovers, *exchange.answers):
                topics[turn] = exchange.topics
    found: dict[str, list[Piece]] = defaultdict(list)
    for one in side.pieces:
        for topic in topics.get(one.part.id, ()):
            if topic in find.topics:
                found[find.topics[topic].title].append(one)
    return found
