"""Which sentences announce something, and by which words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefings.model.relations import CommitmentKind

from ..sentences import courteous

_CUE = re.compile(
    r"\b(?:(?:for|in|as)\s+(?:the|a|our)\s+next\s+(?:step|phase|stage|year|month|few\s+\w+)|"
    r"going\s+forward|moving\s+forward|looking\s+ahead|in\s+the\s+(?:near\s+)?future|"
    r"from\s+now\s+on|next(?=,))",
    re.IGNORECASE,
)
_BODY = (
    r"(?:(?i:ministry|department|bureau|office|administration|commission|committee|council|board|agency|"
    r"authorit(?:y|ies)|organs?|government|police|service|party|state|country|china|association|"
    r"court|centre|center)|(?P<short>[A-Z]{2,6}))"
)
# Who announces: "we", or a body named right before "will".
_WILL = re.compile(
    rf"(?:\b(?P<we>[Ww]e)|\b{_BODY}s?(?:\s+(?:across|of|at|in|nationwide|throughout)\b[^,;.]{{0,40}})?)"
    r"(?:['’]ll|\s+(?:will|shall|plans?\s+to|intends?\s+to|(?:are|is)\s+going\s+to))\s+"
    r"(?!not\s+be\s+able|have\s+to|you\b|now\b|take\s+(?:your|those|the\s+\w+)\s+|answer\b|brief\b)",
)
# Without one of these nobody announces anything: most sentences need no closer look.
_AHEAD = re.compile(r"will|shall|['’]ll|plan|intend|going")
_PASSIVE = re.compile(
    r"\bwill\s+(?:\w+\s+)?be\s+(?:released|published|issued|announced|introduced|launched|selected|"
    r"opened|established|adopted|completed|set\s+up|rolled\s+out|put\s+in\s+place|held|submitted)\b"
)
_RELEASE = re.compile(
    r"\bwill\s+(?:\w+ly\s+|also\s+|soon\s+|then\s+)*(?:release|publish|issue|announce|introduce|"
    r"unveil|submit)\b|" + _PASSIVE.pattern
)
# What somebody else will do, as the speaker hopes or has heard.
_OTHERS = re.compile(
    r"\b(?:hopes?|believes?|expects?|wish(?:es)?|urges?|trusts?|hoped|asked|according\s+to|"
    r"whether|if)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"”’']*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """The kind of an announcement and the words that show it.

    `body` are the letters of the body that is said to act ("MPS"), None where it is named in full:
    letters announce only where they stand for a body of those who speak.  `kind` is None where,
    with that body, the sentence announces nothing.
    """

    body: str | None
    kind: CommitmentKind | None
    words: str = ""


def announces(
    sentence: str, date: str | None = None, bodies: Collection[str] = ()
) -> tuple[CommitmentKind, str] | None:
    """The kind of an announcement and the words that show it; None for any other sentence.

    A sentence on a year that was over on `date` announces nothing, whatever its tense.  Of bodies
    known by their letters only those of `bodies` announce here.

    >>> announces("Next, the ministry will open 40 clinics.")
    ('plan', 'Next')
    >>> announces("Any delay will lead to losses.") is None
    True
    """
    return None if courteous(sentence) else settle(cues(sentence, date), bodies)


def settle(found: tuple[Cue, ...], bodies: Collection[str]) -> tuple[CommitmentKind, str] | None:
    """What `cues` found, once the bodies of those who speak in the corpus are known."""
    for cue in found:
        if cue.body is None or cue.body in bodies:
            return (cue.kind, cue.words) if cue.kind else None
    return None


def cues(sentence: str, date: str | None = None) -> tuple[Cue, ...]:
    """What a sentence that is no courtesy would announce, by the body that acts: the first that
    is known counts.

    >>> cues("The MPS will publish it.")
    (Cue(body='MPS', kind='release', words='will publish'),)
    """
    if not _AHEAD.search(sentence) or _QUESTION.search(sentence):
        return ()
    found = tuple(_cues(sentence))
    announced = any(one.kind for one in found) and not _is_past(sentence, date)
    return found if announced else ()


def _cues(sentence: str) -> Iterator[Cue]:
    for will in _WILL.finditer(sentence):
        yield _cue(sentence, will, will["short"])
        if not will["short"]:
            return
    if passive := _PASSIVE.search(sentence):
        yield _cue(sentence, passive, None)


def _cue(sentence: str, will: re.Match[str], body: str | None) -> Cue:
    if _OTHERS.search(sentence[: will.start()]):
        return Cue(body, None)
    if release := _RELEASE.search(sentence):
        return Cue(body, "release", release[0])
    if cue := _CUE.search(sentence):
        return Cue(body, "plan", cue[0])
    return Cue(body, "intention", will[0].strip())


def _is_past(sentence: str, date: str | None) -> bool:
    years = [int(year) for year in _YEAR.findall(sentence)]
    return bool(years and date and not date.startswith("-") and max(years) < int(date[:4]))
