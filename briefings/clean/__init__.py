"""sources -> blocks: split sources into paragraphs with their spans, and remove page furniture.

Only this package uses BeautifulSoup. Every removal is recorded with its rule, so that the page of a
source can show what was removed and why.
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
    """Return the blocks of a source in order, with a record of every removal; text is never
    altered.

    `keep` are lines that an editor ruled to be text, which no rule removes. `settled` are all lines
    on which an editor ruled. `language` is the language set by editors, which takes precedence over
    that of the source. A source beyond the limits, or without text, is reported as an error and has
    no blocks.
    """
    values, first = front_matter(source.lines)
    tag = language_tag(source.lines, values)
    pack = language_of(language or tag)
    try:
        repaired = give_back(source, first, keep, settled, problems)
        blocks, removals = blocks_of(repaired, first, keep)
        blocks, running_heads = _without_running_heads(blocks, keep, pack)
        removals += running_heads
        if all(block.tag in ("", *HEADINGS) for block in blocks):
            blocks = unwrap(blocks)
        check_paragraphs(blocks)
    except RefusedError as error:
        problems.error(error.rule, source.path, error.message, error.hint, error.line, 1)
        return Cleaned(source, (), (), values)
    remaining: list[Block] = []
    for block in blocks:
        ruled = not keep.isdisjoint(range(block.line, block.last_line + 1))
        rule = None if ruled else junk_rule(block.text, pack)
        if rule:
            removals.append(Removal(block.spans, rule))
        else:
            remaining.append(block)
    if not remaining:
        problems.error(
            "no-text", source.path, "contains no text once markup and page furniture are removed",
            "check that the transcript itself is in the file",
        )  # fmt: skip
    return Cleaned(
        source,
        tuple(remaining),
        tuple(sorted((merge(removal) for removal in removals), key=lambda r: r.spans[0].line)),
        values,
        tag,
    )


def _without_running_heads(
    blocks: list[Block], keep: Set[int], language: Language
) -> tuple[list[Block], list[Removal]]:
    """Remove page numbers and the lines repeated next to them on several pages."""
    numbers = {
        n
        for n, block in enumerate(blocks)
        if is_page_number(block.text, language) and block.line not in keep
    }
    neighbours = [k for n in numbers for k in (n - 1, n + 1) if 0 <= k < len(blocks)]
    counts = Counter(blocks[k].text for k in neighbours)
    remaining: list[Block] = []
    removals: list[Removal] = []
    for n, block in enumerate(blocks):
        repeated = counts[block.text] > 1 and {n - 1, n + 1} & numbers
        if n in numbers or repeated:
            removals.append(Removal(block.spans, "pager" if n in numbers else "running-head"))
        else:
            remaining.append(block)
    return remaining, removals


def merge(removal: Removal) -> Removal:
    """Merge the spans of a removal into one per line, from its first to its last character."""
    by_line: dict[int, Span] = {}
    for span in removal.spans:
        other = by_line.get(span.line, span)
        by_line[span.line] = Span(span.line, min(other.start, span.start), max(other.end, span.end))
    return replace(removal, spans=tuple(by_line[n] for n in sorted(by_line)))
