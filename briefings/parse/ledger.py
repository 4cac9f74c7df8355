"""What is gathered about one source while it is read: a role for each block, and its passages."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Block, Cleaned, Editorial, LabelRuling, Passage, Role, Settings
from ..problems import Problems

# Shorter ones ("Thank you.") are said again and again; they are no slip of the source.
_SHORTEST_REPEAT = 40


@dataclass
class Ledger:
    """Roles, rules and passage ids by block number; where two rules meet, the last one holds."""

    cleaned: Cleaned
    settings: Settings
    editorial: Editorial
    problems: Problems
    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    passages: dict[int, str] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.cleaned.blocks

    @property
    def rulings(self) -> dict[int, LabelRuling]:
        return {ruling.line: ruling for ruling in self.settings.labels}

    @property
    def meta(self) -> dict[str, str]:
        """The front matter, where the source has one."""
        return {key: value for key, value, _ in self.cleaned.front_matter}

    def passage(self, n: int, text: str, id_: str) -> Passage:
        """Makes block `n` (or what follows the label on it) a passage."""
        block = self.blocks[n]
        self.passages[n] = id_
        self.roles[n] = "passage"
        self.rules.pop(n, None)
        first = id_
        if len(text) >= _SHORTEST_REPEAT:
            first = self._seen.setdefault(text.casefold(), id_)
        if first == id_:
            return Passage(id_, text, block.line, block.last_line)
        self.repeats[id_] = first
        return Passage(id_, text, block.line, block.last_line, first)

    def editors_role(self, n: int) -> Role | None:
        """What an editor says that block `n` is."""
        block, ruled = self.blocks[n], dict(self.settings.roles)
        lines = range(block.line, block.last_line + 1)
        return next((ruled[line] for line in lines if line in ruled), None)

    def apply_editors_roles(self) -> None:
        """What an editor has settled line by line."""
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
        """Blocks that no stage claimed stand after the end."""
        for n in range(len(self.blocks)):
            if n not in self.roles:
                self.roles[n], self.rules[n] = "boilerplate", "after-end"

    def warn(self, rule: str, message: str, hint: str, line: int = 0) -> None:
        path = self.cleaned.source.path
        self.problems.warning(rule, path, message, hint, line, int(line > 0))
