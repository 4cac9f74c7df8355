"""Labels: the words before a turn that say whose it is.  Here lines are seen one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from . import lexicon
from .words import is_interjection, is_link

LabelKind = Literal["asking", "answering", "chairing", "name", "phrase"]

LONGEST_ALONE = 220
_NO_FIRST_WORD = lexicon.CONNECTORS - {"de", "von", "van"}
LONGEST_INLINE = 70
MOST_WORDS = 8

# Signs of no width: soft hyphen, zero-width space and joiners, marks of direction.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# Possessive: what marks a line up is never part of the label.
_MARKS = r"[#>*_\s]*+"
# "12:05", "(00:34)", "[01:02:03]": where in a recording somebody begins.
TIMESTAMP = r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?"
_COLON = re.compile(
    rf"{_MARKS}(?:{TIMESTAMP}\s+)?(?P<label>[^:：]{{1,{LONGEST_ALONE}}}?)\s*(?:{TIMESTAMP}\s*)?"
    r"[*_]*\s*[:：](?P<rest>.*)",
    re.DOTALL,
)
_BRACKETED = re.compile(rf"{_MARKS}\[(?P<label>[^\[\]:]{{2,60}})\]\s*[:：](?P<rest>.*)", re.DOTALL)
_GENERIC = re.compile(
    rf"{_MARKS}(?P<word>Q|A|QUESTION|ANSWER|Question|Answer)\s*(?:No\.?\s*)?\d{{0,3}}\s*"
    r"(?:[(\[](?P<who>[^()\[\]]{2,60})[)\]])?[*_]*\s*[:：]\s*[*_]*\s*(?P<rest>.*)",
    re.DOTALL,
)
_BARE = re.compile(r"(?P<word>Q|A)\s+(?=[A-Z0-9\"“‘'(\[…—–-])(?P<rest>.*)", re.DOTALL)
_WIDE_GAP = re.compile(r"[A-Z]{1,4}(?:\s{3,}|\t\s*|\u00a0\s*)\S")
_POINTED = re.compile(
    r"(?P<label>[A-Z][A-Z’'-]+(?:\s+[A-Z][A-Z’'.-]*){1,3})\.\s+(?P<rest>\S.*)", re.DOTALL
)
_ASKER = re.compile(r"\b(?:reporters?|correspondents?|journalists?|questioner)\b", re.IGNORECASE)
_ASKING_WORD = re.compile(rf"{_ASKER.pattern}|\b(?:question|media)\b", re.IGNORECASE)
_QUESTION_FIRST = re.compile(r"questions?\s+(?:by|from|contd\b|continued|no\b|\d)", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"follow[- ]?up(?: question)?s?", re.IGNORECASE)
# "Ann Lee, head of the Mint, said:" in a report is no label.
_SAYING = re.compile(
    r"\b(?:said|says|told|adds|added|notes|noted|stressed|explained|answered|replied|asked|wrote|"
    r"introduced|continued|stated|announced|pointed\s+out)$"
)
_ASKED = re.compile(r"\bquestions?\b[^,]*\b(?:raised|asked|received|put)\b", re.IGNORECASE)
_TITLE_OF_COURTESY = re.compile(r"(?:mr|mrs|ms|miss|dr|prof|sir|madam)\b", re.IGNORECASE)
_GLUE = re.compile(r"\b(?:from|of|with|by|for|at)\b", re.IGNORECASE)
_ANSWER_PHRASE = re.compile(
    r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon(?:se|ded|ds))\b", re.IGNORECASE
)
_HEADLINE = re.compile(r"\b(?:press|news|media)\s+(?:conference|briefing)|\btranscript\b", re.I)
_BRACKETS = re.compile(r"(?P<name>[^()\[\]]{2,60}?)\s*[(\[](?P<role>[^()\[\]]{2,90})[)\]]")
# A role and then the name: "President of Westmark Ann Lee".
_ROLE_FIRST = re.compile(
    rf"(?P<role>(?:[A-Z][\w-]*\s+)*(?:President|Minister|Secretary|Chancellor|Premier|Chair\w*)"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w-]*)*)\s+"
    rf"(?P<name>{lexicon.NAME_WORD}\s+{lexicon.NAME_WORD})"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may carry a label.

    `label` is as printed without its colon, `name` the part of it that names somebody (None for
    "Q" and the like), `role` what follows the name ("spokesperson of ..."), `rest` the text after
    the label on the same line.  `bare` means that no colon stands behind it, `marked` that it is
    set apart by brackets or stars, `held` that it is set as the document sets its labels.
    """

    kind: LabelKind
    label: str
    name: str | None
    rest: str
    role: str | None = None
    bare: bool = False
    marked: bool = False
    held: bool = False

    @property
    def alone(self) -> bool:
        return not self.rest

    @property
    def pointed(self) -> bool:
        """Whether a full stop stands behind it, as in "ANN LEE. Good morning"."""
        return self.bare and self.kind == "name" and self.label == self.name

    @property
    def in_capitals(self) -> bool:
        name = self.name or ""
        return name.isupper() and len(name) > 3

    @property
    def key(self) -> str:
        """The same for every way of printing one name."""
        return lexicon.without_honorific(self.name or "").casefold()


def candidate(text: str, raw: str = "", keys: Mapping[str, str] | None = None) -> Candidate | None:
    """What label a block may begin with; `raw` is its line as received, where gaps show.

    `keys` are initials that a source explains ("TAG  Dr Tedros ...").

    >>> candidate("Bo Lindqvist:").name, candidate("Reuters: Can you confirm this?").rest
    ('Bo Lindqvist', 'Can you confirm this?')
    >>> candidate("Ladies and gentlemen, friends from the press:") is None
    True
    >>> candidate("Ann Lee, spokesperson of the Office:").role
    'spokesperson of the Office'
    >>> candidate("Ann Lee: (00:34)").alone, candidate("[Ann Lee]: Good morning.").name
    (True, 'Ann Lee')
    """
    if _WIDE_GAP.match(raw) and (made := _without_colon(text, raw, keys or {})):
        return made  # "Q    The question is: when?"
    found = _COLON.fullmatch(text)
    if found and is_link(text[found.start("label") :]):
        return None  # "https://..."
    generic = _GENERIC.fullmatch(text)
    if generic:
        asking = generic.group("word")[0] == "Q"
        label = text[: generic.start("rest")].strip(" *_#>:：")
        name = generic.group("who") if asking else None
        rest = _spoken(generic.group("rest"), text)
        return Candidate("asking" if asking else "answering", label, name, rest)
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        if is_interjection(bracketed.group("label"), in_brackets=True):
            return None
        made = of_words(bracketed.group("label").strip(), bracketed.group("rest").strip(), text)
        label = f"[{bracketed.group('label')}]"
        return replace(made, label=label, marked=True) if made else None
    if found:
        made = of_words(found.group("label").strip(" *_"), _spoken(found.group("rest"), text), text)
        if made:
            return replace(made, marked=text.startswith(("**", "__")))
    return _without_colon(text, raw, keys or {})


def _without_colon(text: str, raw: str, keys: Mapping[str, str]) -> Candidate | None:
    first, _, rest = text.partition(" ")
    if first in keys and rest and (not raw or _WIDE_GAP.match(raw)):
        return Candidate("name", first, keys[first], rest.strip(), bare=True)
    bare = _BARE.fullmatch(text)
    if bare and (bare.group("word") == "Q" or _WIDE_GAP.match(raw)):
        kind: LabelKind = "asking" if bare.group("word") == "Q" else "answering"
        return Candidate(kind, bare.group("word"), None, bare.group("rest").strip(), bare=True)
    pointed = _POINTED.fullmatch(text)
    if pointed and is_name(pointed.group("label")):
        label = pointed.group("label")
        return Candidate("name", label, label, pointed.group("rest").strip(), bare=True)
    return None


def _spoken(rest: str, text: str) -> str:
    """What is said after the colon; a time in a recording alone is nothing said."""
    rest = rest.strip()
    if text[0] in "*_#":
        rest = rest.lstrip("*_ ")
    return "" if re.fullmatch(rf"(?:{TIMESTAMP}|[{_INVISIBLE}])*", rest) else rest


def of_words(label: str, rest: str, text: str) -> Candidate | None:
    """The candidate that words before a colon, or set apart otherwise, make; None if they cannot.

    `rest` is what stands behind them in `text`, the whole block.
    """
    if not label or lexicon.VOCATIVE.match(label) or _SAYING.search(label):
        return None
    if is_interjection(label) or is_link(label) or is_link(rest):
        return None
    if re.search(r"[.?!;]\s+\S", lexicon.sentences_of(label)):
        return None
    if rest and not re.search(r"[^\W\d_]", rest):
        return None  # "Telephone: 202 623 7300"
    low = label.lower()
    if low in lexicon.CHAIRING:
        return _chairing(label, rest, text)
    if low in lexicon.ASKING or _FOLLOW_UP.fullmatch(low):
        return Candidate("asking", label, None, rest)
    if low in lexicon.ANSWERING:
        return Candidate("answering", label, None, rest)
    if rest and _ASKED.search(label) and "?" in rest and len(label) < 2 * LONGEST_INLINE:
        return Candidate("phrase", label, None, rest)
    if rest and len(label) > LONGEST_INLINE:
        return None
    if label[-1].isdigit() and rest[:1].isdigit():
        return None
    headline = _HEADLINE.search(label) or (_HEADLINE.search(rest) and rest[-1:].isalnum())
    if rest and headline and not _ASKING_WORD.search(label):
        return None  # "Press Briefing Transcript: Ann Lee", "Congress Centre: 5th press conference"
    return _with_role(label, rest) or _asking(label, rest) or _plain_name(label, rest)


def _chairing(label: str, rest: str, text: str) -> Candidate:
    """ "Moderator", with a name glued to it or without."""
    glued = re.fullmatch(rf"({lexicon.NAME})\s*(?:[:：]\s*(.*))?", rest, re.DOTALL)
    if glued and 1 < len(glued.group(1).split()) <= 4:
        end = text.index(glued.group(1), len(label)) + len(glued.group(1))
        shown = text[:end].lstrip("#>*_ ")
        return Candidate("chairing", shown, glued.group(1), (glued.group(2) or "").strip())
    return Candidate("chairing", label, None, rest)


def _with_role(label: str, rest: str) -> Candidate | None:
    """A name with a role or an outlet before or behind it."""
    head, comma, tail = (part.strip() for part in label.partition(","))
    role = lexicon.is_role(tail)
    if comma and is_name(head) and (role or is_name(tail)):
        outlets = lexicon.is_outlet_like(head), lexicon.is_outlet_like(tail)
        if not role and not outlets[1] and (outlets[0] or lexicon.ROLE_WORD.search(head)):
            head, tail = tail, head  # "Harbor Times, Berg"; "Official Spokesperson, Ann Lee"
        elif not role and not outlets[1]:
            return Candidate("name", label, label, rest)  # which of the two is the outlet?
        return Candidate("name", label, head, rest, role=tail)
    inside = _BRACKETS.fullmatch(label)
    if inside and is_name(inside.group("name")):
        name, remark = inside.group("name").strip(), inside.group("role").strip()
        if lexicon.ROLE_WORD.search(remark) or lexicon.is_outlet_like(remark):
            return Candidate("name", label, name, rest, role=remark)
        if not is_name(remark):
            return Candidate("name", label, name, rest)  # "Ann Lee (through interpreter)"
    first = _ROLE_FIRST.fullmatch(label)
    if first and not lexicon.is_outlet_like(label):
        return Candidate("name", label, first.group("name"), rest, role=first.group("role"))
    return None


def _asking(label: str, rest: str) -> Candidate | None:
    words = re.sub(r"[()\[\]]", " ", label).split()
    if _ASKING_WORD.search(label) and len(words) <= 12:
        asker = _ASKER.search(label) is not None or _QUESTION_FIRST.match(label) is not None
        if asker:
            plain = _ASKER.sub(" ", re.sub(r"(?i)^questions?\b", " ", label))
            plain = re.sub(r"(?i)\b(?:contd|continued)\b\.?", " ", plain)
            who = " ".join(_GLUE.sub(" ", plain).split()).strip(" -,()")
            if who and is_name(who):
                return Candidate("asking", label, who, rest)
        if not asker and is_name(label) and lexicon.is_outlet_like(label):
            return None
        if asker or not rest:
            return Candidate("phrase", label, None, rest)
        return None
    if _ANSWER_PHRASE.search(label) and not rest and len(words) <= 8 and not is_name(label):
        return Candidate("answering", label, None, rest)
    return None


def _plain_name(label: str, rest: str) -> Candidate | None:
    return Candidate("name", label, label, rest) if is_name(label) else None


def is_name(text: str) -> bool:
    """Whether all words are written as names are, and the first is none that notes begin with."""
    plain = lexicon.without_honorific(text.strip())
    if plain.islower() and _TITLE_OF_COURTESY.match(text) and len(plain.split()) <= 3:
        return plain.replace(" ", "").isalpha()  # "mr. smith"
    words = plain.replace("&", " & ").replace("/", " ").split()
    if not words or len(words) > MOST_WORDS or words[0] in _NO_FIRST_WORD:
        return False
    if words[0].lower().strip("().") in lexicon.NOT_A_LABEL and not lexicon.is_outlet_like(plain):
        return False
    named = [word for word in words if word.lower() not in lexicon.CONNECTORS]
    return any(word.lower() != word for word in named) and all(
        re.match(r"[\"“'‘(]?[^\W\d_a-z]|\d+[A-Z]|[A-Z]?\d", word) or lexicon.DOMAIN.fullmatch(word)
        for word in named
    )
