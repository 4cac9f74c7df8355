"""Runs every check of a build, without building a site."""

from __future__ import annotations

from functools import partial

from .. import isolation
from ..extract.figures.corpus import explain
from ..isolation import attempt
from ..model import Corpus
from ..model.page import SiteInfo
from ..problems import Problems, shown
from ..survey import brief, full
from ..views import Lookup
from .corpus import gather_for
from .listing import all_pages
from .options import Options


def check(options: Options, problems: Problems, explained: str | None = None) -> list[str]:
    """Checks everything that `build` checks, and writes nothing.

    Returns lines to print: what `explained` requests ("figures", or "report" for everything
    uncertain) or, without it, a line with counts if no problem was found; then a short list of what
    is uncertain.
    """
    part, nothing = isolation.Part(shown(options.seeds)), list[str]()
    return attempt(
        isolation.CHECK, part, partial(_check, options, problems, explained), nothing, problems
    )


def _check(options: Options, problems: Problems, explained: str | None) -> list[str]:
    gathered = gather_for(options, problems)
    if gathered is None:
        return []
    if gathered.editorial.redirects:
        all_pages(gathered, Lookup(gathered.corpus, SiteInfo("", limits=options.limits)), problems)
    report = gathered.corpus.report
    summary: list[str] = []
    if explained == "figures":
        summary += explain(gathered.corpus, problems)
    elif explained == "report":
        summary += full(report)
    elif not len(problems):
        summary.append(_all_is_well(gathered.corpus))
    return [*summary, *brief(report)]


def _all_is_well(corpus: Corpus) -> str:
    counts = (
        (sum(len(briefing.witnesses) for briefing in corpus.briefings), "source"),
        (len(corpus.briefings), "briefing"),
        (sum(len(w.passages) for b in corpus.briefings for w in b.witnesses), "passage"),
        (len(corpus.annotations.notes), "note"),
        (len(corpus.annotations.terms), "term"),
        (len(corpus.topics), "topic"),
        (len(corpus.indicators), "indicator"),
    )
    listed = ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts)
    return f"All is well: {listed}."
