"""Labels: the words before a turn that say whose it is.  Here lines are seen one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from . import lexicon

LabelKind = Literal["asking", "answering", "chairing", "name", "phrase"]

LONGEST_ALONE = 220
LONGEST_INLINE = 70
MOST_WORDS = 8

_MARKS = r"[#>*_\s]*"
_COLON = re.compile(
    rf"^{_MARKS}(?P<label>[^:：]{{1,{LONGEST_ALONE}}}?)[*_]*\s*[:：](?P<rest>.*)$", re.DOTALL
)
_GENERIC = re.compile(
    rf"^{_MARKS}(?P<word>Q|A|QUESTION|ANSWER|Question|Answer)\s*(?:No\.?\s*)?\d{{0,3}}\s*"
    r"(?:\((?P<who>[^()]{2,60})\))?[*_]*\s*[:：]\s*[*_]*\s*(?P<rest>.*)$",
    re.DOTALL,
)
_BARE = re.compile(r"^(?P<word>Q|A)\s+(?=[A-Z0-9\"“‘'(\[…—–-])(?P<rest>.*)$", re.DOTALL)
_ASKING_WORD = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|questioner|question|media)\b", re.IGNORECASE
)
# An office that no list of words foresees: ", warden of the Lake Trust".
_ROLE_LIKE = re.compile(r"\s*(?:the\s+|an?\s+)?[a-z][\w-]*(?:\s+[\w-]+){0,4}?\s+(?:of|at|for)\s+\S")
_ASKED = re.compile(r"\bquestions?\b[^,]*\b(?:raised|asked|received|put)\b", re.IGNORECASE)
_GLUE = re.compile(r"\b(?:from|of|with|by|for|at)\b", re.IGNORECASE)
_ANSWER_PHRASE = re.compile(
    r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon(?:se|ded|ds))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may carry a label.

    `label` is as printed without its colon, `name` the part of it that names somebody (None for
    "Q" and the like), `role` what follows the name ("spokesperson of ..."), `rest` the text after
    the label on the same line.  `bare` means that no colon stands behind it.
    """

    kind: LabelKind
    label: str
    name: str | None
    rest: str
    role: str | None = None
    bare: bool = False

    @property
    def alone(self) -> bool:
        return not self.rest


def candidate(text: str, raw: str = "") -> Candidate | None:
    """What label a block may begin with; `raw` is its line as received, where gaps show.

    >>> candidate("Wang Yingwei:").name, candidate("Reuters: Can you confirm this?").rest
    ('Wang Yingwei', 'Can you confirm this?')
    >>> candidate("Ladies and gentlemen, friends from the press:") is None
    True
    >>> candidate("Shou Xiaoli, spokesperson of the Office:").role
    'spokesperson of the Office'
    """
    generic = _GENERIC.match(text)
    if generic:
        asking = generic.group("word")[0] == "Q"
        name = generic.group("who") if asking else None
        label = text[: generic.start("rest")].strip(" *_#>:：")
        return Candidate(
            "asking" if asking else "answering", label, name, generic.group("rest").strip()
        )
    found = _COLON.match(text)
    if found:
        rest = found.group("rest").strip()
        if text[0] in "*_#":
            rest = rest.lstrip("*_ ")
        made = _of_words(found.group("label").strip(" *_"), rest, text)
        if made:
            return made
    bare = _BARE.match(text)
    if bare and (bare.group("word") == "Q" or re.match(r"A(?:\s{2,}|\t|\u00a0)", raw)):
        kind: LabelKind = "asking" if bare.group("word") == "Q" else "answering"
        return Candidate(kind, bare.group("word"), None, bare.group("rest").strip(), bare=True)
    return None


def _of_words(label: str, rest: str, text: str) -> Candidate | None:
    low = label.lower()
    if not label or lexicon.VOCATIVE.match(label) or re.search(r"[.?!;]\s+\S", _plain(label)):
        return None
    if low in lexicon.CHAIRING:
        glued = re.fullmatch(rf"({lexicon.NAME})\s*[:：]?\s*(.*)", rest)
        named = glued is not None and (
            re.match(rf"{lexicon.NAME}\s*[:：]", rest) is not None
            or re.fullmatch(lexicon.NAME, rest) is not None
        )
        if glued and named and 1 < len(glued.group(1).split()) <= 4:
            shown = text[: text.index(glued.group(1), len(label)) + len(glued.group(1))]
            return Candidate("chairing", shown.lstrip("#>*_ "), glued.group(1), glued.group(2))
        return Candidate("chairing", label, None, rest)
    if low in lexicon.ASKING or re.fullmatch(r"follow[- ]?up(?: question)?s?", low):
        return Candidate("asking", label, None, rest)
    if low in lexicon.ANSWERING:
        return Candidate("answering", label, None, rest)
    if rest and _ASKED.search(label) and "?" in rest and len(label) < 2 * LONGEST_INLINE:
        return Candidate("phrase", label, None, rest)
    if rest and len(label) > LONGEST_INLINE:
        return None
    if label[-1].isdigit() and rest[:1].isdigit():
        return None
    head, comma, tail = label.partition(",")
    role = lexicon.ROLE_WORD.search(tail) or (not rest and _ROLE_LIKE.match(tail))
    if comma and _is_name(head) and (role or _is_name(tail.strip())):
        return Candidate("name", label, head.strip(), rest, role=tail.strip())
    words = re.sub(r"[()\[\]]", " ", label).split()
    if _ASKING_WORD.search(label) and len(words) <= 12:
        who = " ".join(_GLUE.sub(" ", _ASKING_WORD.sub(" ", label)).split()).strip(" -,()")
        if who and _is_name(who):
            return Candidate("asking", label, who, rest)
        if not rest or len(words) <= 8:
            return Candidate("phrase", label, None, rest)
        return None
    if _ANSWER_PHRASE.search(label) and not rest and len(words) <= 8 and not _is_name(label):
        return Candidate("answering", label, None, rest)
    if _is_name(label):
        return Candidate("name", label, label, rest)
    return None


def _is_name(text: str) -> bool:
    """Whether all words are written as names are, and none is one that lists or notes begin with."""
    plain = lexicon.without_honorific(text.strip())
    words = plain.replace("&", " & ").replace("/", " ").split()
    if not words or len(words) > MOST_WORDS or words[0] in lexicon.CONNECTORS:
        return False
    if words[0].lower().strip("().") in lexicon.NOT_A_LABEL and not lexicon.is_outlet_like(plain):
        return False
    named = [word for word in words if word.lower() not in lexicon.CONNECTORS]
    return (
        bool(named)
        and all(re.match(r"[\"“'‘(]?[^\W\d_a-z]|\d+[A-Z]|[A-Z]?\d", w) for w in named)
        and any(re.match(r"[\"“'‘(]?[^\W\d_a-z]", w) for w in named)
    )


def _plain(label: str) -> str:
    """The label without the points of honorifics and initials, which end no sentence."""
    return re.sub(r"\b(?:mr|mrs|ms|dr|prof|st|jr|sr|no|[a-z])\.", "", label, flags=re.IGNORECASE)
