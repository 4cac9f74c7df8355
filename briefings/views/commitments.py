"""What was announced, and what was said of it later."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model.page import Page
from briefings.model.relations import Commitment

from .lookup import Context, Lookup
from .relations import options, term_links

KINDS = {
    "plan": "next step",
    "release": "to be published or set up",
    "intention": "intention",
}
_LATER = 240


def commitments_page(find: Lookup) -> Page:
    """All announcements, newest first."""
    commitments = sorted(
        find.corpus.relations.commitments, key=lambda one: one.date or "", reverse=True
    )
    rows = [_row(one, find) for one in commitments]
    return find.page(
        "commitments/",
        "commitments.md.j2",
        "Commitments",
        f"{wording.count(len(rows), 'announcement')} of officials, each with later statements on "
        "the same thing.",
        "ledger",
        rows=rows,
        facets=_facets(rows, find),
    )


def _row(one: Commitment, find: Lookup) -> Context:
    who = find.who(one.speaker, one.speaker_name)
    indicators = find.annotated.indicators
    measured = [
        {"title": indicators[id_].title, "url": anchors.indicator_url(id_)}
        for id_ in one.indicators
        if id_ in indicators
    ]
    shared = dict.fromkeys(word for later in one.later for word in later.shared)
    return {
        "id": one.id,
        "kind_words": KINDS[one.kind],
        "briefing": find.briefing_link(one.place.briefing),
        "who": who,
        "url": anchors.place_url(one.place),
        "text": one.text,
        "about": [*term_links(one.terms, find), *measured],
        "topics": find.topic_links(one.topics),
        "later_on": ", ".join(list(shared)[:3]),
        "later": [
            {
                "url": anchors.place_url(later.place),
                "text": wording.clip(later.text, _LATER),
                "briefing": find.briefing_link(later.place.briefing),
                "shared": list(later.shared),
            }
            for later in one.later
        ],
        "keys": {
            "kind": one.kind,
            "briefing": one.place.briefing,
            "speaker": who["name"] if who else "",
            "topic": " ".join(one.topics),
            "term": " ".join(one.terms),
            "later": "yes" if one.later else "no",
        },
    }


def _facets(rows: list[Context], find: Lookup) -> list[Context]:
    titles = {
        "kind": KINDS,
        "briefing": {
            slug: f"{wording.date_words(one.date)}, {wording.clip(one.title, 50)}"
            for slug, one in find.briefings.items()
        },
        "speaker": {},
        "topic": {id_: one.title for id_, one in find.topics.items()},
        "term": {id_: one.entry.term for id_, one in find.annotated.terms.items()},
        "later": {"yes": "with later statements", "no": "without"},
    }
    facets = []
    for name, known in titles.items():
        held = [row["keys"][name] for row in rows if row["keys"][name]]
        several = name in ("topic", "term")
        values = [value for one in held for value in (one.split() if several else [one])]
        choices = options(values, known)
        if len(choices) > 1:
            facets.append({"name": name, "title": name.capitalize(), "options": choices})
    return facets
