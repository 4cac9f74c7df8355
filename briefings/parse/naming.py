"""Determine the speaker of each turn, from lists and labels or from how a name is used."""

from __future__ import annotations

import re
from collections import Counter

from ..languages import Language
from ..model import LabelRuling, SpeakerKind
from . import lexicon
from .speakers import Directory, Known, readable
from .turns import Draft

_LOOK_BACK = 220
_MOST_WORDS = 25


def name_speakers(
    turns: list[Draft], directory: Directory, chair: str | None, sole: Known | None
) -> list[Draft]:
    """Assign a kind and a speaker to each turn; return the turns that remain unclear.

    `chair` is the id of the listed chair, and `sole` the official if the source names only one.
    """
    by_name: dict[str, list[int]] = {}
    for n, turn in enumerate(turns):
        if not _by_label(turn, directory, chair, sole):
            by_name.setdefault(turn.label.key if turn.label else "", []).append(n)
    titled = {
        match.lower()
        for turn in turns
        for match in lexicon.names_with_titles(turn.words, directory.language)
    }
    # Full names come first, so that "MR. LEE" is recognized as the earlier "MINISTER ANN LEE".
    groups = sorted(by_name.items(), key=lambda item: -len(item[0].split()))
    unsure = [
        turns[n]
        for _, group in groups
        if not _name_group(group, turns, directory, titled)
        for n in group
    ]
    for turn in turns:
        if turn.who and turn.who.id == chair and turn.kind == "official":
            turn.kind = "chair"
    return unsure


def chair_by_behaviour(turns: list[Draft], language: Language) -> str | None:
    """Return the id of the person who opens and gives the floor but answers nothing, or None."""
    people = {turn.who.id for turn in turns if turn.kind == "official" and turn.who}
    if len(people) < 2:
        return None
    counts: Counter[str] = Counter()
    chairing: Counter[str] = Counter()
    answers: set[str] = set()
    for n, turn in enumerate(turns):
        if not turn.who or turn.kind != "official":
            continue
        person = turn.who.id
        gives_floor = turn.label is not None and (
            language.cues.chairs.search(turn.words) is not None
            or _gives_the_floor(turns, n, language)
        )
        counts[person] += 1
        chairing[person] += gives_floor
        hands_over = n + 1 < len(turns) and turns[n + 1].kind == "official" and gives_floor
        if n and turns[n - 1].is_question and not hands_over:
            answers.add(person)
    chairs = [
        person
        for person in counts
        if person not in answers and chairing[person] and chairing[person] * 2 >= counts[person]
    ]
    opener = turns[0].who.id if turns[0].who else None
    if opener in chairs and turns[0].label is not None:
        gave_floor = any(t.kind == "official" and t.who and t.who.id != opener for t in turns[:3])
        if gave_floor or counts[opener] > 1:
            return opener
    presiding = [person for person in chairs if counts[person] > 1 or turns[-1].who_is(person)]
    return presiding[0] if len(presiding) == 1 else None


def _gives_the_floor(turns: list[Draft], n: int, language: Language) -> bool:
    """Return whether a short turn gives the next speaker the floor: "Let's go to Jean.", "Mr. Lee,
    please."."""
    after = turns[n + 1] if n + 1 < len(turns) else None
    if after is None or len(turns[n].words.split()) > _MOST_WORDS:
        return False
    next_name = after.who.name if after.who else ""
    if after.kind == "official":
        return _calls(turns[n], next_name)
    return after.is_question and (
        language.cues.goes_to.search(turns[n].words) is not None
        or (len(next_name) > 1 and bool(set(next_name.lower().split()) & _words(turns[n])))
    )


def _words(turn: Draft) -> set[str]:
    return set(re.findall(r"\w+", turn.words.lower()))


def _by_label(turn: Draft, directory: Directory, chair: str | None, sole: Known | None) -> bool:
    """Set the speaker if the label alone, or an editor, identifies them; return whether it did."""
    label = turn.label
    if turn.ruling and (turn.ruling.speaker or turn.ruling.kind):
        _rule(turn, turn.ruling, directory, chair)
    elif label is None:
        turn.kind, turn.who = ("official", sole) if sole else ("unknown", None)
    elif label.kind == "asking":
        turn.who = directory.outlet(label.name) if label.name else None
        turn.kind = "outlet" if turn.who else "unknown"
    elif label.kind == "phrase":
        turn.kind = "unknown"
    elif label.kind == "answering":
        turn.kind, turn.who = "official", sole
    elif label.kind == "chairing":
        turn.kind = "chair"
        if label.name:
            turn.who = directory.person(label.name) or directory.add(label.name)
        elif chair:
            turn.who = next((known for known in directory.names if known.id == chair), None)
    else:
        known = directory.person(label.name or "")
        if known:
            turn.kind, turn.who = "official", known
        elif label.role and not lexicon.is_role(label.role, directory.language):
            turn.kind, turn.who = "outlet", directory.outlet(label.role)
        else:
            return False
    return True


def _rule(turn: Draft, ruling: LabelRuling, directory: Directory, chair: str | None) -> None:
    turn.kind = ruling.kind or "official"
    name = ruling.speaker or (turn.label.name if turn.label else None)
    if name is None:
        return
    if turn.kind == "outlet":
        turn.who = directory.outlet(name)
    elif turn.kind == "unknown":
        turn.who = Known("", name) if ruling.speaker else None
    else:
        turn.who = directory.person(name) or directory.add(name)
        turn.kind = "chair" if turn.who.id == chair else turn.kind


def _name_group(
    group: list[int], turns: list[Draft], directory: Directory, titled: set[str]
) -> bool:
    """Name the turns of a label that is in no list; return whether its kind could be determined."""
    label = turns[group[0]].label
    name = (label.name if label else None) or ""
    known = directory.person(name)
    kind = "official" if known else _kind(name, group, turns, directory, titled)
    if kind == "unknown":
        return False
    if kind == "official":
        shown = readable(lexicon.without_honorific(name, directory.language))
        who = known or directory.add(shown)
    else:
        who = directory.outlet(name)
    for n in group:
        turns[n].kind, turns[n].who = kind, who
    return True


def _kind(
    name: str, group: list[int], turns: list[Draft], directory: Directory, titled: set[str]
) -> SpeakerKind:
    """Classify a name as an outlet if it asks, or an official if it answers, has a title, or is
    given the floor."""
    role = next((turns[n].label.role for n in group if turns[n].label.role), None)  # type: ignore[union-attr]
    honoured = lexicon.without_honorific(name, directory.language) != name or bool(role)
    office = name.isupper() and directory.language.names.role_word.search(name) is not None
    if directory.is_outlet(name) or (
        lexicon.is_outlet_like(name, directory.language) and not honoured and not office
    ):
        return "outlet"
    if honoured or office or name.lower() in titled:
        return "official"
    chairs = any(directory.language.cues.chairs.search(turns[n].words) for n in group)
    if not chairs and any(_introduces_itself(turns[n], name) for n in group):
        return "outlet"
    if any(_was_handed(n, name, turns) for n in group):
        return "official"
    asking = sum(1 for n in group if turns[n].asks)
    answering = sum(1 for n in group if n and turns[n - 1].is_question and n - 1 not in group)
    if answering and any(directory.language.cues.answers.match(turns[n].words) for n in group):
        return "official"
    opens = turns[group[0]].label is next((turn.label for turn in turns if turn.label), None)
    if (len(group) > 1 and asking * 2 < len(group)) or (opens and (chairs or not asking)):
        return "official"
    if asking:
        return "outlet"
    return "official" if answering else "unknown"


def _introduces_itself(turn: Draft, name: str) -> bool:
    """Return whether an asker names their outlet: "I am Ann from the Post"."""
    start = turn.words[:160]
    origin = turn.language.cues.from_outlet.search(start)
    if not origin:
        return False
    first = re.escape(name.split()[0])
    own = re.search(rf"\b{first}\b[\w\s.'’-]{{0,40}}?\b(?:{turn.language.cues.of_outlet})\s", start)
    return own is not None or (turn.language.cues.i_am.search(start) is not None and turn.asks)


def _was_handed(n: int, name: str, turns: list[Draft]) -> bool:
    """Return whether the previous turn, not a question, ends by calling this name with a title."""
    return n > 0 and not turns[n - 1].is_question and _calls(turns[n - 1], name)


def _calls(turn: Draft, name: str) -> bool:
    """Return whether a turn ends by calling this name with a title: "Ms. Lee, please."."""
    words = set(name.lower().split())
    called = lexicon.names_with_titles(turn.words[-_LOOK_BACK:], turn.language)
    return any(words & set(called_name.lower().split()) for called_name in called)
