"""Find the date of the event among the dates that a source prints."""

from __future__ import annotations

from ..languages import Language
from ..model import SourceKind
from .dates import day_before, find_dates, resolve, valid
from .facts import article_date
from .front import Front
from .ledger import Ledger
from .lists import Lists

Dated = tuple[str | None, str | None]


def event_date(
    ledger: Ledger,
    front: Front,
    lists: Lists,
    opening: list[str],
    published: str | None,
    kind: SourceKind,
) -> Dated:
    """Return the date of the event and its basis.

    Missing and partial dates are reported as warnings; both values are None if there is no date.
    """
    if ledger.settings.date == "unknown":
        return None, ledger.settings.date_basis
    if ledger.settings.date:
        return ledger.settings.date, ledger.settings.date_basis or "set by the editors"
    printed = _printed(ledger, front, lists)
    whole = next(((iso, basis) for iso, basis in printed if not iso.startswith("--")), None)
    partial = next(((iso, basis) for iso, basis in printed if iso.startswith("--")), None)
    if kind == "article" and not whole:
        day = article_date(opening, ledger.language)
        if day and not day.startswith("--"):
            whole = (day, "the report's first paragraphs")
        elif day:
            partial = partial or (day, "the report's first paragraphs")
    titled = _of_title(front, ledger.language)
    until = published if published and not published.startswith("--") else None
    for limit in (whole[0] if whole else None, front.stamp, until):
        day = resolve(titled, limit) if titled and limit else None
        if day:
            return day, "the title; the year from a date below it"
    if whole:
        return whole
    until = until or front.stamp
    if partial and until:
        day = resolve(partial[0], until)
        if day:
            return day, f"{partial[1]}; the year from the date of publication"
    if partial is None and until:
        reports = [
            text
            for text in (front.lead, *opening)
            if text and ledger.language.cues.event.search(text)
        ]
        day = next(
            (d for d in (day_before(text[:400], until, ledger.language) for text in reports) if d),
            None,
        )
        if day:
            return day, "the weekday or day named, counted back from the date of publication"
    if partial is None and front.stamp:
        return front.stamp, "the date of the page"
    if partial:
        ledger.warn(
            "date-without-year", f"the date is given without a year: {partial[0]}",
            f"set `date` in the source's editorial file; `date: {partial[0]}` if no more is known",
        )  # fmt: skip
        return partial
    ledger.warn(
        "no-date",
        "no date of the event is given",
        "set `date` in the source's editorial file; `date: unknown` if it cannot be known",
    )
    return None, None


def _printed(ledger: Ledger, front: Front, lists: Lists) -> list[tuple[str, str]]:
    """Return (date, basis) for the dates in the front of a source, the most reliable first."""
    texts = [
        *((ledger.blocks[n].text, "the list of participants") for n in lists.dates),
        (front.title, "the title"),
        (front.subtitle, "the subtitle"),
    ]
    printed = [
        (date.iso, basis)
        for text, basis in texts
        for date in find_dates(text or "", ledger.language)[:1]
    ]
    if front.dateline:
        printed.append((front.dateline, "the dateline"))
    less_reliable = ((ledger.meta.get("date"), "the front matter"), (front.lead, "the lead"))
    printed += [
        (date.iso, basis)
        for text, basis in less_reliable
        for date in find_dates(text or "", ledger.language)[:1]
    ]
    return [(iso, basis) for iso, basis in printed if valid(iso)]


def _of_title(front: Front, language: Language) -> str | None:
    """Return the date without a year that ends a title as the date of the event, or None."""
    title = language.front.title_end.sub("", front.title or "")
    dates = find_dates(title, language)
    if not dates or dates[-1].whole or dates[-1].end < len(title):
        return None
    return dates[-1].iso if language.front.day_at_end.search(title[: dates[-1].start]) else None
