"""The data gathered on one source during parsing: roles of blocks, and passages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from ..languages import Language, language_of
from ..model import Cleaned, Editorial, LabelRuling, PartRuling, Passage, Role, Settings
from ..problems import Problems
from .blocks import Paragraph, paragraphs
from .dates import find_dates

# Keys of front matter for the page's own URL, and for its date of publication.
_LINKS = ("url", "source_url", "canonical_url", "canonical", "original_url", "link", "source")
_PUBLISHED = (
    "published", "published_time", "published_at", "date_published", "datepublished",
    "publish_date", "publishdate", "pubdate",
)  # fmt: skip
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
# Shorter passages ("Thank you.") recur naturally; they are not errors of the source.
_SHORTEST_REPEAT = 40
# An addition to hints for lines with several parts.
WHICH_PART = "; name the part by `begins`, its first words"


@dataclass
class Ledger:
    """Roles, rules and passage ids by block number; later rules override earlier ones."""

    cleaned: Cleaned
    settings: Settings
    editorial: Editorial
    problems: Problems
    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    passages: dict[int, str] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    @cached_property
    def language(self) -> Language:
        """The language set by editors, or else the one that the source declares."""
        return language_of(self.settings.language or self.cleaned.language)

    @cached_property
    def blocks(self) -> tuple[Paragraph, ...]:
        return paragraphs(self.cleaned.blocks, self.language)

    @cached_property
    def _shared(self) -> frozenset[int]:
        return shared_lines(self.blocks)

    def block_rulings(self) -> dict[int, LabelRuling]:
        """Return the editors' rulings on labels by block number.

        Rulings on part of a line take precedence over those on the whole line.
        """
        rulings = sorted(self.settings.labels, key=lambda ruling: ruling.begins is None)
        by_block: dict[int, LabelRuling] = {}
        for ruling in rulings:
            for n in range(len(self.blocks)):
                if n not in by_block and self._is_meant(n, ruling):
                    by_block[n] = ruling
        return by_block

    def _is_meant(self, n: int, ruling: LabelRuling | PartRuling) -> bool:
        block = self.blocks[n]
        on_line = block.line <= ruling.line <= block.last_line
        return on_line and (ruling.begins is None or _begins(block.text, ruling.begins))

    @property
    def meta(self) -> dict[str, str]:
        """The front matter, empty if the source has none."""
        return {key: value for key, value, _ in self.cleaned.front_matter if key}

    @property
    def title_line(self) -> int:
        """The line of the title in the front matter, 1 if there is none."""
        lines = (span.line for key, _, span in self.cleaned.front_matter if key == "title")
        return next(lines, 1)

    def meta_link(self) -> str | None:
        """Return the URL that the front matter gives for the text, or None."""
        values = (self.meta.get(key) for key in _LINKS)
        return next((value for value in values if value and _WEB.fullmatch(value)), None)

    def meta_day(self) -> str | None:
        """Return the date of publication in the front matter, or None."""
        for key in _PUBLISHED:
            whole = (
                date.iso for date in find_dates(self.meta.get(key, ""), self.language) if date.whole
            )
            if day := next(whole, None):
                return day
        return None

    def passage(self, n: int, text: str, id_: str) -> Passage:
        """Make a passage of block `n`, or of the text after its label, and record its role."""
        block = self.blocks[n]
        self.passages[n] = id_
        self.roles[n] = "passage"
        self.rules.pop(n, None)
        original = id_
        if len(text) >= _SHORTEST_REPEAT:
            original = self._seen.setdefault(text.casefold(), id_)
        if original == id_:
            return Passage(id_, text, block.line, block.last_line)
        self.repeats[id_] = original
        return Passage(id_, text, block.line, block.last_line, original)

    def raw_line(self, n: int) -> str:
        """Return the first line of block `n` as received, which preserves gaps."""
        span = self.blocks[n].spans[0]
        return self.cleaned.source.lines[span.line - 1][span.start : span.end]

    def editors_role(self, n: int) -> Role | None:
        """Return the role that an editor assigned to block `n`, or None."""
        block, by_line = self.blocks[n], dict(self.settings.roles)
        lines = range(block.line, block.last_line + 1)
        part_role = next(
            (ruling.role for ruling in self.settings.part_roles if self._is_meant(n, ruling)), None
        )
        return part_role or next((by_line[line] for line in lines if line in by_line), None)

    def report_idle_rulings(self) -> None:
        """Warn about rulings on part of a line if no part of the line begins with their words."""
        settings = self.settings
        rulings: tuple[LabelRuling | PartRuling, ...] = (*settings.labels, *settings.part_roles)
        for ruling in rulings:
            where = ruling.where
            if ruling.begins is None or where is None:
                continue
            if not any(self._is_meant(n, ruling) for n in range(len(self.blocks))):
                self.problems.warning(
                    "idle-begins", where.path,
                    f"nothing on line {ruling.line} begins with {ruling.begins!r}",
                    "write under `begins` the first words of the part that is meant",
                    where.line, where.column,
                )  # fmt: skip

    def apply_editors_roles(self) -> None:
        """Apply the roles that editors assigned to lines."""
        for n in range(len(self.blocks)):
            role = self.editors_role(n)
            if role == "passage":
                self.roles.pop(n, None)
                self.rules.pop(n, None)
            elif role:
                self.roles[n] = role
                if role == "boilerplate":
                    self.rules[n] = "editors"

    def leave_out_the_rest(self) -> None:
        """Mark blocks that have no role as boilerplate after the end."""
        for n in range(len(self.blocks)):
            if n not in self.roles:
                self.roles[n], self.rules[n] = "boilerplate", "after-end"

    def warn(self, rule: str, message: str, hint: str, line: int = 0) -> None:
        path = self.cleaned.source.path
        hint += WHICH_PART if line in self._shared else ""
        self.problems.warning(rule, path, message, hint, line, int(line > 0))


def shared_lines(blocks: tuple[Paragraph, ...]) -> frozenset[int]:
    """Return the lines on which several blocks begin, as in a page on a single line."""
    count = Counter(block.line for block in blocks)
    return frozenset(line for line, n in count.items() if n > 1)


def _begins(text: str, words: str) -> bool:
    return " ".join(text.split()).startswith(" ".join(words.split()))
