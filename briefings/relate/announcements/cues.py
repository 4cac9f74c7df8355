"""Which sentences announce something, by which words, and whether a reader could look for it.

A sentence announces what somebody of the speaker's own side will do.  It is an `announcement`
where it names an act that can be seen done (a visit, a law, a campaign), or says when or how much;
without these it is `resolve`: that one will go on, strengthen, strive.  What is hoped of others,
said by others, put off or refused is neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from briefings.languages import ENGLISH
from briefings.model.relations import CommitmentClass, CommitmentKind, CommitmentReason

from ..sentences import courteous

_WORDS = ENGLISH.announcing
_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"”’']*$")
_NEXT_WORD = re.compile(r"\w+\W*|\W+|$")
# By how many things a reader could look for what an unnamed actor does, and how that is said.
_ENOUGH = 2
_BE = ("be ", "take place")
# Who says that "we" go somewhere gives the word to somebody.
_GO = "go"
_OPENS, _CLOSES = "“", "”"
# A name that speaks of itself in so many sentences, and so much more often than any other.
_OFTEN = 3
_MORE_OFTEN = 2
# So many letters a country and its citizens have in common.
_STEM = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """The kind of an announcement and the words that show it.

    `body` are the letters of the body that is said to act ("MPS"), None where it is named in full:
    letters announce only where they stand for a body of those who speak.  `kind` is None where,
    with that body, the sentence announces nothing.  `why` says by what a reader could look for it.
    """

    body: str | None
    kind: CommitmentKind | None
    words: str = ""
    sort: CommitmentClass = "announcement"
    why: tuple[CommitmentReason, ...] = ()


def announces(
    sentence: str,
    date: str | None = None,
    bodies: Collection[str] = (),
    own: Collection[str] = (),
) -> Cue | None:
    """How a sentence announces something; None for any other sentence.

    A sentence on a year that was over on `date` announces nothing, whatever its tense.  Of bodies
    known by their letters only those of `bodies` announce here; `own` are names of the speaker's
    side (`own_names`).

    >>> announces("Next, the ministry will open 40 clinics.").why
    ('act', 'number')
    >>> announces("We will continue to work hard.").sort
    'resolve'
    >>> announces("Any delay will lead to losses.") is None
    True
    """
    return None if courteous(sentence) else settle(cues(sentence, date, own), bodies)


def settle(found: tuple[Cue, ...], bodies: Collection[str]) -> Cue | None:
    """What `cues` found, once the bodies of those who speak in the corpus are known."""
    for cue in found:
        if cue.body is None or cue.body in bodies:
            return cue if cue.kind else None
    return None


def own_names(sentences: Iterable[str]) -> frozenset[str]:
    """The name by which officials speak of their own side, in their sentences: what most often
    hopes, opposes and supports; none where no name does much more often than others.

    >>> own_names(["Norland hopes so.", "Norland opposes this.", "Norland will see.", "We know."])
    frozenset({'Norland'})
    """
    counts = Counter(
        match[1]
        for sentence in sentences
        for match in _WORDS.speaks_for.finditer(sentence)
        if match[1].casefold() not in ENGLISH.phrases.small
    )
    (first, often), (_, next_often) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return frozenset({first}) if often >= max(_OFTEN, _MORE_OFTEN * next_often) else frozenset()


def cues(sentence: str, date: str | None = None, own: Collection[str] = ()) -> tuple[Cue, ...]:
    """What a sentence that is no courtesy would announce, by the body that acts: the first that
    is known counts.

    >>> [(cue.body, cue.kind) for cue in cues("The MPS will publish it.")]
    [('MPS', 'release')]
    """
    if not _WORDS.ahead.search(sentence) or _QUESTION.search(sentence):
        return ()
    found = tuple(_cues(sentence, own))
    announced = any(one.kind for one in found) and not _is_past(sentence, date)
    return found if announced else ()


def _cues(sentence: str, own: Collection[str]) -> Iterator[Cue]:
    for pattern in (
        _WORDS.will,
        _WORDS.present,
        _WORDS.passive,
        _WORDS.begins,
        _WORDS.held,
    ):
        at = 0
        while will := pattern.search(sentence, at):
            groups = will.groupdict()
            cue = None
            if not (groups.get("name") and groups["name"] not in own):
                cue = _cue(sentence, will, own, present=pattern is _WORDS.present)
            if cue is not None:
                yield cue
                if not groups.get("short"):
                    return
            word = _NEXT_WORD.match(sentence, will.start())
            at = word.end() if word else len(sentence)


def _cue(sentence: str, will: re.Match[str], names: Collection[str], present: bool) -> Cue | None:
    """What the words at a match announce, None where nothing."""
    groups = will.groupdict()
    behind = f"{groups['verb']}{groups.get('rest') or sentence[will.end() :]}"
    times = [match[0] for match in _WORDS.when.finditer(sentence)]
    stays = bool(groups.get("office") and times and _WORDS.stay.match(behind))
    at_event = bool(_WORDS.at_event.match(behind))
    if not (groups.get("there") or stays or at_event) and _WORDS.no_act.search(behind):
        return None
    if _is_reported(sentence, will) or _WORDS.condition.match(behind):
        return None
    verb = " ".join(groups["verb"].split())
    rest = behind[len(groups["verb"]) :]
    trying = bool(_WORDS.endeavour.match(behind))
    seen = None if trying else _WORDS.definite.match(behind)
    act = present or bool(groups.get("there"))
    act = act or bool(seen and not _WORDS.vague.match(behind[seen.end() :]))
    act = act or stays or bool(groups.get("held"))
    part = bool((groups.get("event") or groups.get("head")) and _WORDS.part.match(behind))
    part = part or at_event
    act = act or part
    content = bool(groups.get("other") and _WORDS.content.match(behind))
    act = act or content
    if present or groups.get("person"):  # what is done today may be part of the event itself
        times = [one for one in times if not _WORDS.today.match(one)]
    timed = bool(times)
    act = act or (timed and not trying and bool(_WORDS.timed.match(behind)))
    counted = bool(groups.get("count") or _WORDS.number.search(_WORDS.day_number.sub(" ", rest)))
    why: list[CommitmentReason] = ["act"] if act else []
    if not trying:
        measured = act and bool(_WORDS.measure.search(rest))
        reasons: tuple[tuple[CommitmentReason, bool], ...] = (
            ("date", timed), ("number", counted), ("measure", measured),
        )  # fmt: skip
        why += [reason for reason, holds in reasons if holds]
    second = _WORDS.second.search(rest)
    if not act and second and _WORDS.measure.search(second["rest"]):
        why = ["act", *why, "measure"]
    own = any(groups.get(one) for one in ("we", "i", "body", "short", "name"))
    if (present and not timed and not _WORDS.now.match(verb)) or not (own or act):
        return None
    if act and not (timed or part or own) and _WORDS.timed.match(behind):
        return None
    if groups.get("more") and not timed:
        return None
    if not _is_own_side(sentence, will, names, behind):
        return None
    if len(why) < _least(will, behind):
        return None
    if groups.get("we") and verb == _GO:
        return None
    if _is_vague(groups.get("other")) and (
        len(why) < _ENOUGH or not (content or behind.startswith(_BE))
    ):
        return None
    kind: CommitmentKind = "intention"
    first = will.start("held") if groups.get("held") else will.start()
    words = re.sub(r"\s+", " ", sentence[first : will.start("verb")]).strip()
    if act and _WORDS.release.match(verb):
        kind, words = "release", f"{words} {verb}"
    elif step := _WORDS.step.search(sentence):
        kind, words = "plan", step[0]
    return Cue(groups.get("short"), kind, words, "announcement" if why else "resolve", tuple(why))


def _is_reported(sentence: str, will: re.Match[str]) -> bool:
    """Whether what a match says is quoted, hoped or heard of others."""
    start = will.start("verb") if will.groupdict().get("held") else will.start()
    before = _WORDS.anew.split(sentence[:start])[-1]
    return _is_quoted(sentence, start) or bool(_WORDS.others.search(before))


def _least(will: re.Match[str], behind: str) -> int:
    """By how many things a reader must be able to look for what is said at a match."""
    groups = will.groupdict()
    if groups.get("i"):
        return 1 if _WORDS.planned.search(groups["modal"]) else _ENOUGH
    if groups.get("person"):
        return _ENOUGH
    if groups.get("many"):
        return 1 if _WORDS.at_event.match(behind) else _ENOUGH
    if groups.get("held"):
        return _ENOUGH
    return 1 if groups.get("decided") else 0


def _is_own_side(sentence: str, will: re.Match[str], names: Collection[str], behind: str) -> bool:
    """Whether whoever acts at a match is of the speaker's side, as far as the words before tell."""
    groups, before = will.groupdict(), sentence[: will.start()]
    if groups.get("same") is not None:
        return bool(_WORDS.we.search(before)) or any(
            re.search(rf"(?:^|[,;]\s+){re.escape(name)}\b[^,;]*$", before) for name in names
        )
    if groups.get("i"):
        return bool(_WORDS.first_person.match(behind))
    if _WORDS.letters.match(groups.get("held") or groups.get("other") or ""):
        return False
    clause = before + re.split(r"[,;]", behind)[0]
    if names and not any(name[:_STEM] in clause for name in names):
        citizen = _WORDS.citizen.search(before)
        if citizen and not any(_is_citizen(citizen[1], name) for name in names):
            return False
    if groups.get("decided"):
        body = groups.get("body") and _WORDS.the.search(before)
        return bool(groups.get("we") or groups.get("name") or body)
    return True


def _is_citizen(word: str, country: str) -> bool:
    """Whether a word for who is of a country is made from its name, or of its first letters."""
    if word.isupper() or "." in word:
        return word.replace(".", "") == "".join(part[0] for part in country.split())
    return _WORDS.citizens.get(word, word)[:_STEM] == country[:_STEM]


def _is_vague(actor: str | None) -> bool:
    return bool(actor) and (actor or "").casefold() in _WORDS.vague_actors


def _is_quoted(sentence: str, at: int) -> bool:
    """Whether a place in a sentence stands between quotation marks."""
    before = sentence[:at]
    return before.count(_OPENS) > before.count(_CLOSES) or before.count('"') % 2 == 1


def _is_past(sentence: str, date: str | None) -> bool:
    years = [int(year) for year in _YEAR.findall(sentence)]
    return bool(years and date and not date.startswith("-") and max(years) < int(date[:4]))
