"""Labels and what stands under them become turns, each with the kind of its speaker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ..model import Block, LabelRuling, SpeakerKind
from ..problems import Problems
from . import lexicon
from .labels import Candidate
from .speakers import Directory, Known

_SIGN_OFF = re.compile(
    r"(?:thank(?:s| you)(?: (?:all|everyone|very much|so much|again))?|that(?:'|’)?s (?:all|it)\b[^.?]*|"
    r"that is all[^.?]*|goodbye|over)\W*$",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|recommended|latest|hot|top|more|other|most (?:read|viewed|popular)|popular|see also|"
    r"you may also like|previous|next|further)\s*(?:news|articles?|stories|story|links?|reading|"
    r"reports?|coverage|topics?|posts?|items?|videos?|documents?|releases?)?\s*[:：]?",
    re.IGNORECASE,
)


@dataclass
class Draft:
    """A turn in the making: its label, if any, and the blocks of its text."""

    label: Candidate | None
    label_block: int | None
    texts: list[tuple[int, str]] = field(default_factory=list)
    kind: SpeakerKind = "unknown"
    who: Known | None = None
    ruling: LabelRuling | None = None

    @property
    def words(self) -> str:
        return "\n".join(text for _, text in self.texts)

    @property
    def asks(self) -> bool:
        """Whether it ends in a question, but for thanks."""
        return "?" in self.words[-400:] if self.texts else False


def is_related(text: str) -> bool:
    return len(text) < 60 and _RELATED.fullmatch(text) is not None


class Labels:
    """Decides which candidates are labels, by all the labels of the source together."""

    def __init__(
        self,
        blocks: tuple[Block, ...],
        candidates: dict[int, Candidate],
        directory: Directory,
        rulings: dict[int, LabelRuling],
        path: str,
        problems: Problems,
    ) -> None:
        self._blocks = blocks
        self._all = candidates
        self._directory = directory
        self._rulings = rulings
        self._path = path
        self._problems = problems
        self._count = Counter(c.name for c in candidates.values() if c.kind == "name")
        self._bare = sum(1 for c in candidates.values() if c.bare)
        self._order = sorted(candidates)

    def accepted(self) -> dict[int, Candidate]:
        alone = [n for n in self._order if self._all[n].alone]
        inline = [n for n in self._order if not self._all[n].alone]
        self._know_the_introduced()
        sure = {n for n in self._order if self._is_sure(n, len(alone) >= 2)}
        stands_alone = len(alone) >= 2 and len(alone) * 2 >= len([n for n in inline if n in sure])
        runs_in = sum(1 for n in inline if n in sure) >= (1 if not alone else 2) or (
            sum(1 for n in inline if self._count[self._all[n].name] > 1) >= 3
        )
        accepted = {}
        for n in self._order:
            candidate = self._all[n]
            ruling = self._ruling(n)
            if ruling is not None:
                verdict: bool | None = ruling.label
            elif n in sure:
                verdict = True
            elif candidate.alone:
                verdict = stands_alone or self._answered(n, sure) or self._count[candidate.name] > 1
            elif runs_in:
                verdict = self._fits_inline(n, sure, stands_alone)
            else:
                verdict = stands_alone and self._trade(candidate) and self._answered(n, sure)
            if verdict:
                accepted[n] = candidate
            elif ruling is None and self._worth_a_word(n, candidate, runs_in or stands_alone):
                self._problems.warning(
                    "unsure-label", self._path,
                    f"may be a label, read as text: {candidate.label!r}",
                    "settle it under `labels` in the source's editorial file",
                    self._blocks[n].line, 1,
                )  # fmt: skip
        return accepted

    def _ruling(self, n: int) -> LabelRuling | None:
        block = self._blocks[n]
        lines = range(block.line, block.last_line + 1)
        return next((self._rulings[line] for line in lines if line in self._rulings), None)

    def _know_the_introduced(self) -> None:
        """A label with a role introduces its bearer: "Ann Lee, head of the Office:"."""
        for candidate in self._all.values():
            if candidate.name and candidate.role and not lexicon.is_outlet_like(candidate.role):
                self._directory.add(candidate.name)
        # "Captain Ann Lee:" first, "Ann Lee:" later.
        names = {c.name for c in self._all.values() if c.kind == "name" and c.name}
        for longer in names:
            for name in names:
                if longer.endswith(f" {name}") and len(name.split()) > 1:
                    if lexicon.ROLE_WORD.search(longer[: -len(name)]):
                        self._directory.add(name)

    def _is_sure(self, n: int, stands_alone: bool) -> bool:
        candidate = self._all[n]
        ruling = self._ruling(n)
        if ruling is not None:
            return ruling.label
        if candidate.bare:
            return self._bare >= 2
        if candidate.kind in ("asking", "answering"):
            # "Q: and A: are letters" stands in running text.
            begins = candidate.rest[:1]
            return candidate.alone or not begins.islower() or not stands_alone
        if candidate.kind == "chairing":
            return candidate.name is not None or n + 1 < len(self._blocks) or bool(candidate.rest)
        if candidate.kind == "phrase":
            return candidate.alone or "?" in candidate.rest
        name = candidate.name or ""
        if candidate.role and (candidate.alone or lexicon.ROLE_WORD.search(candidate.role)):
            return True
        if self._directory.person(name) is not None:
            return True
        plain = lexicon.without_honorific(name)
        if plain != name and len(plain.split()) <= 3 and lexicon.is_capitalised(plain):
            return True
        return self._directory.is_outlet(name)

    def _trade(self, candidate: Candidate) -> bool:
        name = candidate.name or ""
        return lexicon.is_outlet_like(name) or self._directory.is_outlet(name)

    def _answered(self, n: int, sure: set[int]) -> bool:
        """Whether the text under it asks, and the next label is a sure one."""
        position = self._order.index(n)
        after = self._order[position + 1] if position + 1 < len(self._order) else len(self._blocks)
        asked = " ".join(block.text for block in self._blocks[n:after])
        return "?" in asked and after in sure

    def _fits_inline(self, n: int, sure: set[int], stands_alone: bool) -> bool:
        candidate = self._all[n]
        if stands_alone and not self._trade(candidate):
            return False
        return (
            self._answered(n, sure)
            or (self._trade(candidate) and "?" in candidate.rest)
            or (self._count[candidate.name] > 2)
            or (self._trade(candidate) and len(candidate.name or "") > 1 and not stands_alone)
        )

    def _worth_a_word(self, n: int, candidate: Candidate, has_labels: bool) -> bool:
        words = len((candidate.name or candidate.label).split())
        return has_labels and candidate.kind == "name" and 1 < words <= 4


def drafts(
    blocks: tuple[Block, ...],
    passages: list[int],
    labels: dict[int, Candidate],
    rulings: dict[int, LabelRuling],
) -> list[Draft]:
    """Cuts the text at its labels; the same label twice with nothing between is one."""
    made: list[Draft] = []
    in_text = set(passages)
    for n, block in enumerate(blocks):
        if n in labels:
            label = labels[n]
            again = (
                made
                and made[-1].label
                and not made[-1].texts
                and (made[-1].label.label == label.label)
            )
            if not again:
                made.append(Draft(label, n))
            ruling = next(
                (
                    rulings[line]
                    for line in range(block.line, block.last_line + 1)
                    if line in rulings
                ),
                None,
            )
            made[-1].ruling = ruling
            if label.rest:
                made[-1].texts.append((n, label.rest))
        elif n in in_text:
            if not made:
                made.append(Draft(None, None))
            made[-1].texts.append((n, block.text))
    return made


def name_speakers(
    turns: list[Draft], directory: Directory, chair: str | None, sole: Known | None
) -> list[Draft]:
    """Gives each turn its kind and speaker; returns those of which it was not sure.

    `chair` is the id of the listed chair, `sole` the one official where the source names just one.
    """
    by_name: dict[str, list[Draft]] = {}
    unsure: list[Draft] = []
    for turn in turns:
        label = turn.label
        if label is None:
            turn.kind, turn.who = ("official", sole) if sole else ("unknown", None)
        elif turn.ruling and (turn.ruling.speaker or turn.ruling.kind):
            _rule(turn, turn.ruling, directory, chair)
        elif label.kind == "asking":
            turn.who = directory.outlet(label.name) if label.name else None
            turn.kind = "outlet" if turn.who else "unknown"
        elif label.kind == "phrase":
            turn.kind = "unknown"
        elif label.kind == "answering":
            turn.kind, turn.who = "official", sole
        elif label.kind == "chairing":
            turn.kind = "chair"
            turn.who = (
                directory.person(label.name) or directory.add(label.name) if label.name else None
            )
            if turn.who is None and chair:
                turn.who = next((known for known in directory.names if known.id == chair), None)
        else:
            known = directory.person(label.name or "")
            if known:
                turn.kind, turn.who = "official", known
            elif label.role and lexicon.is_outlet_like(label.role):
                turn.kind, turn.who = "outlet", directory.outlet(label.role)
            else:
                by_name.setdefault(
                    lexicon.without_honorific(label.name or "").casefold(), []
                ).append(turn)
    for group in by_name.values():
        unsure += _name_group(group, turns, directory)
    for turn in turns:
        if turn.who and turn.who.id == chair and turn.kind == "official":
            turn.kind = "chair"
    return unsure


def _rule(turn: Draft, ruling: LabelRuling, directory: Directory, chair: str | None) -> None:
    turn.kind = ruling.kind or "official"
    named = ruling.speaker or (turn.label.name if turn.label else None)
    if named is None:
        return
    if turn.kind == "outlet":
        turn.who = directory.outlet(named)
    elif turn.kind == "unknown":
        turn.who = Known("", named) if ruling.speaker else None
    else:
        turn.who = directory.person(named) or directory.add(named)
        turn.kind = "chair" if turn.who.id == chair else turn.kind


def _name_group(group: list[Draft], turns: list[Draft], directory: Directory) -> list[Draft]:
    """A name that no list holds: an outlet if it asks, an official if it answers."""
    name = (group[0].label.name if group[0].label else None) or ""
    role = next((turn.label.role for turn in group if turn.label and turn.label.role), None)
    asking = sum(1 for turn in group if turn.asks)
    answering = 0
    for turn in group:
        n = turns.index(turn)
        if n and turns[n - 1].label and turns[n - 1].asks and turns[n - 1] not in group:
            answering += 1
    titled = lexicon.HONORIFIC.match(name) is not None or bool(role)
    if directory.is_outlet(name) or (lexicon.is_outlet_like(name) and not titled):
        kind: SpeakerKind = "outlet"
    elif titled or (len(group) > 1 and asking * 2 < len(group)):
        kind = "official"
    elif asking:
        kind = "outlet"
    else:
        kind = "official" if answering or turns.index(group[0]) == 0 else "unknown"
    shown = _readable(lexicon.without_honorific(name)) if kind == "official" else name
    who = (
        (directory.editors_know(shown) or directory.add(shown))
        if kind == "official"
        else directory.outlet(name)
    )
    for turn in group:
        turn.kind, turn.who = kind, (who if kind != "unknown" else None)
    return group if kind == "unknown" else []


def _readable(name: str) -> str:
    """A name in capitals as names are written.

    >>> _readable("PSAKI"), _readable("McCarthy")
    ('Psaki', 'McCarthy')
    """
    return name.title() if name.isupper() and len(name) > 3 else name


def chair_by_behaviour(turns: list[Draft]) -> str | None:
    """The id of the one who opens, gives the floor and closes but answers nothing, if any."""
    officials = {turn.who.id for turn in turns if turn.kind == "official" and turn.who}
    if len(officials) < 2 or turns[0].who is None or turns[0].label is None:
        return None
    first = turns[0].who.id
    own = [n for n, turn in enumerate(turns) if turn.who and turn.who.id == first]
    chairs = sum(1 for n in own if lexicon.CHAIRS.search(turns[n].words))
    answers = sum(1 for n in own if n and turns[n - 1].kind in ("outlet", "unknown"))
    handed = any(turn.kind == "official" and turn.who.id != first for turn in turns[:3] if turn.who)
    return first if chairs * 2 >= len(own) and not answers and handed else None


def part_lost_askers(turns: list[Draft], blocks: tuple[Block, ...]) -> list[Draft]:
    """Questions whose label the source lost, cut from the answer before; returns the new turns.

    Such a question stands between an answer that has ended and the label of the next answer.
    """
    cut: list[Draft] = []
    n = 0
    while n + 1 < len(turns):
        turn, after = turns[n], turns[n + 1]
        if turn.kind in ("official", "chair") and after.kind == "official":
            start = _question_start(turn, blocks)
            if start is not None:
                asked = Draft(None, None, turn.texts[start:])
                turn.texts = turn.texts[:start]
                turns.insert(n + 1, asked)
                cut.append(asked)
                n += 1
        n += 1
    return cut


def _question_start(turn: Draft, blocks: tuple[Block, ...]) -> int | None:
    for start in range(1, len(turn.texts)):
        rest = turn.texts[start:]
        if len(rest) > 3:
            continue
        before = turn.texts[start - 1][1]
        ended = _SIGN_OFF.search(before) or (turn.kind == "chair" and lexicon.CHAIRS.search(before))
        apart = blocks[rest[0][0]].gap > 1 and "?" in rest[-1][1]
        asks = "?" in rest[-1][1] and not rest[-1][1].rstrip().endswith(":")
        if (ended or apart) and asks:
            return start
    return None
