"""Decide which candidates are labels, considering all labels of a source together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from ..model import LabelRuling
from ..problems import Problems
from . import lexicon
from .blocks import Paragraph
from .labels import Candidate
from .ledger import WHICH_PART, shared_lines
from .speakers import Directory

# Each round accepts only labels supported by those of earlier rounds; few texts need three.
_ROUNDS = 6
_LOOK_BACK = 120
_SHORTEST_SPEECH = 25
_INTRODUCTION = 60


class Labels:
    """Accept certain labels first, then candidates that their position next to these supports."""

    def __init__(
        self,
        blocks: tuple[Paragraph, ...],
        candidates: dict[int, Candidate],
        directory: Directory,
        rulings: dict[int, LabelRuling],
        path: str,
        problems: Problems,
    ) -> None:
        self._blocks = blocks
        self._language = directory.language
        self._all = candidates
        self._directory = directory
        self._rulings = rulings
        self._shared = shared_lines(blocks)
        self._path = path
        self._problems = problems
        self._order = sorted(candidates)
        names = [c for c in candidates.values() if c.kind == "name"]
        self._count = Counter(c.key for c in names)
        self._bare = Counter(c.label for c in candidates.values() if c.bare)
        self._marked = sum(1 for c in candidates.values() if c.marked)
        self._position = {n: position for position, n in enumerate(self._order)}
        self._asks = self._asking()
        self._titled = {name.casefold() for block in blocks for name in block.titled_names}

    def accepted(self) -> dict[int, Candidate]:
        """Return the labels by block number; doubtful candidates are reported."""
        self._know_the_introduced()
        alone = [n for n in self._order if self._all[n].alone]
        inline = [n for n in self._order if not self._all[n].alone]
        sure = {n for n in self._order if self._is_sure(n, len(alone) >= 2)}
        sure_inline = sum(1 for n in inline if n in sure)
        stands_alone = len(alone) >= 2 and len(alone) * 2 >= sure_inline
        chosen = sure or self._alternating(stands_alone)
        repeated = sum(1 for n in inline if self._count[self._all[n].key] > 1)
        runs_in = repeated >= 3 or not chosen.isdisjoint(inline)
        for _ in range(_ROUNDS):
            known = {self._all[n].key for n in chosen if self._all[n].kind == "name"}
            further = {
                n
                for n in self._order
                if n not in chosen
                and n not in self._rulings
                and (self._all[n].key in known or self._belongs(n, chosen, stands_alone, runs_in))
            }
            if not further:
                break
            chosen |= further
        for n in self._order:
            if n not in chosen and n not in self._rulings and (runs_in or stands_alone):
                self._report(n, self._all[n])
        return {n: self._all[n] for n in self._order if n in chosen}

    def _asking(self) -> frozenset[int]:
        """Return the candidates with a question mark in their text, that is, before the next
        candidate."""
        return frozenset(
            n
            for n, after in pairwise((*self._order, len(self._blocks)))
            if any("?" in block.text for block in self._blocks[n:after])
        )

    def _know_the_introduced(self) -> None:
        """Add people whom a label introduces with a role: "Ann Lee, head of the Office:"."""
        names = {c.name for c in self._all.values() if c.kind == "name" and c.name}
        for candidate in self._all.values():
            role = candidate.role or ""
            office = lexicon.is_role(role, self._language) and not lexicon.is_outlet_like(
                role, self._language
            )
            if candidate.name and office:
                self._directory.add(candidate.name)
        # "Captain Ann Lee:" at first, "Ann Lee:" later.
        endings: dict[str, str] = {name: name for name in names if len(name.split()) > 1}
        for longer in names:
            words = longer.split()
            for cut in range(1, len(words) - 1):
                name = endings.get(" ".join(words[cut:]))
                if name and self._language.names.role_word.search(" ".join(words[:cut])):
                    self._directory.add(name)

    def _is_sure(self, n: int, stands_alone: bool) -> bool:
        candidate = self._all[n]
        ruling = self._rulings.get(n)
        if ruling is not None:
            return ruling.label
        if candidate.held:
            return True
        if candidate.bare:
            return self._is_sure_without_colon(candidate)
        if candidate.marked and self._marked > 1:
            return True
        if candidate.kind in ("asking", "answering"):
            # "Q: and A: are letters" may occur in running text.
            begins = candidate.rest[:1]
            return candidate.alone or not begins.islower() or not stands_alone
        if candidate.kind == "chairing":
            return True
        if candidate.kind == "phrase":
            return candidate.alone or "?" in candidate.rest
        if candidate.role and (candidate.alone or lexicon.is_role(candidate.role, self._language)):
            return True
        name = candidate.name or ""
        if self._directory.person(name) is not None:
            return True
        plain = lexicon.without_honorific(name, self._language)
        capitalised = lexicon.is_capitalised(plain, self._language) or plain.islower()
        if plain != name and len(plain.split()) <= 3 and capitalised:
            return True
        return self._directory.is_outlet(name)

    def _is_sure_without_colon(self, candidate: Candidate) -> bool:
        """Return whether a label without a colon is one: a bare Q or A, or initials that the source
        explains."""
        if candidate.kind != "name":
            return sum(self._bare[word] for word in ("Q", "A")) >= 2
        return sum(self._bare.values()) >= 2

    def _alternating(self, stands_alone: bool) -> set[int]:
        """Accept pairs of a name that asks and another that answers, if there is no certain
        label."""
        accepted: set[int] = set()
        if stands_alone:
            return accepted
        for n, after in pairwise(self._order):
            asker, answerer = self._all[n], self._all[after]
            if asker.alone or answerer.alone or asker.key == answerer.key:
                continue
            if "?" in self._blocks[after - 1].text and self._is_outlet(asker):
                accepted |= {n, after}
        return accepted

    def _belongs(self, n: int, accepted: set[int], stands_alone: bool, runs_in: bool) -> bool:
        candidate = self._all[n]
        if candidate.bare or not accepted:
            return stands_alone and candidate.alone
        position = self._position[n]
        before = self._order[position - 1] if position else None
        after = self._order[position + 1] if position + 1 < len(self._order) else None
        answered = n in self._asks and after in accepted
        if candidate.alone:
            return stands_alone or answered or self._count[candidate.key] > 1
        is_outlet = self._is_outlet(candidate)
        if stands_alone:
            return is_outlet and (answered or "?" in candidate.rest)
        return (
            answered
            or self._count[candidate.key] > 2
            or (runs_in and is_outlet)
            or self._answers(n, before, accepted)
            or self._in_style(candidate, accepted)
            or self._opens(n, candidate)
            or self._names_itself(candidate)
            or self._is_called(n, candidate)
        )

    def _answers(self, n: int, before: int | None, accepted: set[int]) -> bool:
        """Return whether a candidate directly follows a question under an accepted label."""
        if before is None or before not in accepted or before not in self._asks:
            return False
        asker = self._all[before]
        asks = asker.kind in ("asking", "phrase") or self._is_outlet(asker)
        return asks and "?" in self._blocks[n - 1].text and asker.key != self._all[n].key

    def _in_style(self, candidate: Candidate, accepted: set[int]) -> bool:
        """Return whether a candidate is in capitals before speech, like at least two accepted
        labels."""
        speech = len(candidate.rest) >= _SHORTEST_SPEECH or candidate.rest.endswith((".", "?", "!"))
        if not candidate.in_capitals or not speech:
            return False
        return sum(1 for n in accepted if self._all[n].in_capitals) >= 2

    def _opens(self, n: int, candidate: Candidate) -> bool:
        """Return whether a candidate is the first one and precedes a greeting."""
        return (
            n == self._order[0] and self._language.cues.greeting.match(candidate.rest) is not None
        )

    def _names_itself(self, candidate: Candidate) -> bool:
        """Return whether a speaker gives the name of the label: "Raza: This is Raza from the
        Times"."""
        words = lexicon.without_honorific(candidate.name or "", self._language).split()
        opening_words = re.findall(r"[\w’'-]+", candidate.rest[:_INTRODUCTION])
        return bool(words) and len(words[0]) > 2 and words[0] in opening_words

    def _is_called(self, n: int, candidate: Candidate) -> bool:
        """Return whether the preceding text ends with this name, or the name has a title
        elsewhere."""
        words = lexicon.without_honorific(candidate.name or "", self._language).split()
        if not n or not words or len(words[-1]) < 3:
            return False
        before = self._blocks[n - 1].text[-_LOOK_BACK:]
        called = {
            word
            for name in lexicon.names_with_titles(before, self._language)
            for word in name.split()
        }
        return (
            " ".join(words) in before
            or not called.isdisjoint((words[0], words[-1]))
            or candidate.key in self._titled
        )

    def _is_outlet(self, candidate: Candidate) -> bool:
        name = candidate.name or ""
        return lexicon.is_outlet_like(name, self._language) or self._directory.is_outlet(name)

    def report(self, unsure: Mapping[int, Candidate]) -> None:
        """Report the doubtful candidates of a layout that are not candidates otherwise."""
        for n in sorted(unsure):
            if n not in self._all:
                self._report(n, replace(unsure[n], bare=False))

    def _report(self, n: int, candidate: Candidate) -> None:
        words = len((candidate.name or candidate.label).split())
        if candidate.kind == "name" and not candidate.bare and 1 < words <= 4:
            self._problems.warning(
                "unsure-label", self._path,
                f"may be a label, read as text: {candidate.label!r}",
                "settle it under `labels` in the source's editorial file"
                + (WHICH_PART if self._blocks[n].line in self._shared else ""),
                self._blocks[n].line, 1,
            )  # fmt: skip
