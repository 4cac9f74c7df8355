"""Make turns of labels and the text below them, and split off questions that lost their label."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from ..languages import Language
from ..model import LabelRuling, SpeakerKind
from .blocks import Paragraph
from .labels import Candidate
from .speakers import Known

# A question without an asker is at most this many paragraphs long.
_LONGEST_QUESTION = 3


@dataclass
class Draft:
    """A turn under construction: its label, if any, and the blocks of its text."""

    label: Candidate | None
    label_block: int | None
    texts: list[tuple[int, str]] = field(default_factory=list)
    kind: SpeakerKind = "unknown"
    who: Known | None = None
    ruling: LabelRuling | None = None
    language: Language = field(kw_only=True)

    @property
    def words(self) -> str:
        return "\n".join(text for _, text in self.texts)

    @property
    def asks(self) -> bool:
        """Whether the turn ends in a question, perhaps followed by thanks, or says that it asks."""
        return bool(self.texts) and self.language.cues.asks.search(self.words[-400:]) is not None

    def who_is(self, person: str) -> bool:
        return self.who is not None and self.who.id == person

    @property
    def is_question(self) -> bool:
        """Whether the turn asks, or is a question by its label or its speaker."""
        asking = self.label is not None and self.label.kind in ("asking", "phrase")
        return asking or self.kind == "outlet" or (self.kind == "unknown" and self.asks)


def draft_turns(
    blocks: tuple[Paragraph, ...],
    passages: list[int],
    labels: dict[int, Candidate],
    rulings: dict[int, LabelRuling],
    language: Language,
) -> list[Draft]:
    """Split the text at its labels; a repeated label with no text between is ignored.

    If an editor names the speaker of a line that is not a label, a turn without a label begins
    there.
    """
    turns: list[Draft] = []
    in_text = set(passages)
    for n, block in enumerate(blocks):
        ruling = rulings.get(n)
        if n in labels:
            label = labels[n]
            previous = turns[-1] if turns else None
            is_repeated = (
                previous
                and previous.label
                and not previous.texts
                and previous.label.label == label.label
            )
            if not is_repeated:
                turns.append(Draft(label, n, language=language))
            turns[-1].ruling = ruling
            if label.rest:
                turns[-1].texts.append((n, label.rest))
        elif n in in_text:
            speaker_ruling = ruling if ruling and (ruling.speaker or ruling.kind) else None
            if speaker_ruling or not turns:
                turns.append(Draft(None, None, ruling=speaker_ruling, language=language))
            turns[-1].texts.append((n, block.text))
    return turns


def part_lost_askers(turns: list[Draft], blocks: tuple[Paragraph, ...]) -> list[Draft]:
    """Split questions whose label is lost from the preceding answers; return the new turns.

    Such a question comes between an answer that has ended and the label of the next answer. `turns`
    is modified in place.
    """
    questions: list[Draft] = []
    parted_turns: list[Draft] = []
    for turn, after in zip_longest(list(turns), turns[1:]):
        parted_turns.append(turn)
        if after and turn.kind in ("official", "chair") and after.kind == "official":
            start = _question_start(turn, blocks)
            if start is not None:
                question = Draft(None, None, turn.texts[start:], language=turn.language)
                turn.texts = turn.texts[:start]
                parted_turns.append(question)
                questions.append(question)
    turns[:] = parted_turns
    return questions


def _question_start(turn: Draft, blocks: tuple[Paragraph, ...]) -> int | None:
    for start in range(max(1, len(turn.texts) - _LONGEST_QUESTION), len(turn.texts)):
        question = turn.texts[start:]
        before = turn.texts[start - 1][1]
        has_ended = turn.language.cues.sign_off.search(before) or (
            turn.kind == "chair" and turn.language.cues.chairs.search(before)
        )
        is_apart = blocks[question[0][0]].gap > 1
        asks = "?" in question[-1][1] and not question[-1][1].rstrip().endswith(":")
        if (has_ended or is_apart) and asks:
            return start
    return None
