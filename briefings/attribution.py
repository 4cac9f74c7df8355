"""How a text is attributed: the name people use for it, its publisher and its quality.

Pages, citations, search hits, rows of data, feeds and answers on quotations all name a text in the
same way, so that whatever is copied from the site carries its source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from . import wording
from .interface import say
from .model import BY_MACHINE, Briefing, Quality, SourceKind, Witness


@dataclass(frozen=True, slots=True)
class Attribution:
    """How readers know a text.

    `name` is unique within the briefing and can be used alone ("Daily Net, 5 May 2021"). `short` is
    for a sentence in which the briefing is known ("Daily Net", "the transcript"); it equals `name`
    if a shorter form would be ambiguous. `published` is an ISO date, possibly partial.
    """

    source: str
    name: str
    short: str
    kind: SourceKind
    publisher: str | None
    published: str | None
    quality: Quality | None
    primary: bool

    @property
    def by_machine(self) -> bool:
        """Whether the text is graded as a machine's wording, so that readers must be warned."""
        return self.quality in BY_MACHINE

    @property
    def warning(self) -> str | None:
        """The grade in words if readers must be warned of it, otherwise None."""
        return wording.QUALITIES[self.quality] if self.quality and self.by_machine else None

    @property
    def words(self) -> str:
        """Name and grade for places without markup: a title, plain text, a feed.

        The publisher is added unless the name contains it.
        """
        other = self.publisher if self.publisher and self.publisher not in self.name else None
        grade = wording.QUALITIES[self.quality] if self.quality else None
        return ", ".join(part for part in (self.name, other, grade) if part)


def attributions_of(briefing: Briefing) -> dict[str, Attribution]:
    """Attributions of a briefing's texts by source id, the primary text first."""
    attributions = [
        _attribution(witness, briefing, is_primary=n == 0)
        for n, witness in enumerate(briefing.witnesses)
    ]
    attributions = _told_apart(attributions)
    short = Counter(attribution.short for attribution in attributions)
    return {
        attribution.source: attribution
        if short[attribution.short] == 1
        else replace(attribution, short=attribution.name)
        for attribution in attributions
    }


def _attribution(witness: Witness, briefing: Briefing, *, is_primary: bool) -> Attribution:
    settings = witness.settings
    publisher = witness.publisher or settings.publisher
    published = witness.published or settings.published
    kind = wording.KINDS[witness.kind]
    return Attribution(
        source=witness.source.id,
        name=settings.name or _name(witness, publisher, published, briefing.date),
        short=publisher if publisher and witness.kind == "article" else say.texts.short(kind=kind),
        kind=witness.kind,
        publisher=publisher,
        published=published,
        quality=settings.quality,
        primary=is_primary,
    )


def _name(witness: Witness, publisher: str | None, published: str | None, event: str | None) -> str:
    """An article is named after its publisher, a transcript after its kind and host; both with the
    day.
    """
    kind = wording.KINDS[witness.kind].capitalize()
    whose = publisher if witness.kind == "article" else publisher or witness.host
    day = wording.full_date(published) or event
    parts = [
        kind if witness.kind != "article" or not whose else None,
        whose,
        wording.date_words(day) if day else None,
    ]
    return ", ".join(part for part in parts if part)


def _told_apart(attributions: list[Attribution]) -> list[Attribution]:
    """Numbers names that several texts of one briefing share, in the order of the texts."""
    shared = Counter(attribution.name for attribution in attributions)
    seen: Counter[str] = Counter()
    named = []
    for attribution in attributions:
        seen[attribution.name] += 1
        number = seen[attribution.name]
        numbered = say.texts.numbered(text=attribution.name, number=wording.ordinal(number))
        named.append(
            attribution if shared[attribution.name] == 1 else replace(attribution, name=numbered)
        )
    return named
