"""sources -> blocks: paragraphs with the stretches of lines they came from, junk taken out.

BeautifulSoup is used here and nowhere else.  Every removal is recorded with the rule that made
it, so that the source page can show what was taken out and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace

from ..languages import Language, language_of
from ..model import Block, Cleaned, Removal, Source, Span
from ..problems import Problems
from .frontmatter import front_matter
from .junk import junk_rule
from .language import language_tag
from .limits import RefusedError, check_paragraphs
from .markup import blocks_of
from .swallowed import give_back
from .tags import HEADINGS
from .wrap import is_page_number, unwrap


def clean(
    source: Source,
    problems: Problems,
    keep: Set[int] = frozenset(),
    settled: Set[int] = frozenset(),
    language: str | None = None,
) -> Cleaned:
    """Blocks in order and a record of every removal; nothing that is text is altered.

    `keep` are the lines that an editor has ruled to be text: no rule takes them out.  `settled`
    are these and the lines that an editor has ruled to be none; `language` is the editors' word
    on which language it is in, which goes before the source's own.
    """
    values, first = front_matter(source.lines)
    tag = language_tag(source.lines, values)
    pack = language_of(language or tag)
    try:
        given = give_back(source, first, keep, settled, problems)
        blocks, removals = blocks_of(given, first, keep)
        blocks, heads = _without_running_heads(blocks, keep, pack)
        removals += heads
        if all(block.tag in ("", *HEADINGS) for block in blocks):
            blocks = unwrap(blocks)
        check_paragraphs(blocks)
    except RefusedError as refused:
        problems.error(refused.rule, source.path, refused.message, refused.hint, refused.line, 1)
        return Cleaned(source, (), (), values)
    kept: list[Block] = []
    for block in blocks:
        ruled = not keep.isdisjoint(range(block.line, block.last_line + 1))
        rule = None if ruled else junk_rule(block.text, pack)
        if rule:
            removals.append(Removal(block.spans, rule))
        else:
            kept.append(block)
    if not kept:
        problems.error(
            "no-text", source.path, "contains no text once markup and page furniture are removed",
            "check that the transcript itself is in the file",
        )  # fmt: skip
    return Cleaned(
        source,
        tuple(kept),
        tuple(sorted((merge(removal) for removal in removals), key=lambda r: r.spans[0].line)),
        values,
        tag,
    )


def _without_running_heads(
    blocks: list[Block], keep: Set[int], language: Language
) -> tuple[list[Block], list[Removal]]:
    """Takes out page numbers and what is printed beside them page after page."""
    numbers = {
        n
        for n, block in enumerate(blocks)
        if is_page_number(block.text, language) and block.line not in keep
    }
    places = [k for n in numbers for k in (n - 1, n + 1) if 0 <= k < len(blocks)]
    beside = Counter(blocks[k].text for k in places)
    kept: list[Block] = []
    removals: list[Removal] = []
    for n, block in enumerate(blocks):
        head = beside[block.text] > 1 and {n - 1, n + 1} & numbers
        if n in numbers or head:
            removals.append(Removal(block.spans, "pager" if n in numbers else "running-head"))
        else:
            kept.append(block)
    return kept, removals


def merge(removal: Removal) -> Removal:
    """One span a line, from its first to its last character."""
    by_line: dict[int, Span] = {}
    for span in removal.spans:
        known = by_line.get(span.line, span)
        by_line[span.line] = Span(span.line, min(known.start, span.start), max(known.end, span.end))
    return replace(removal, spans=tuple(by_line[n] for n in sorted(by_line)))
