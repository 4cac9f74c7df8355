"""Candidates for labels: words before a turn that name its speaker. Lines are considered one by
one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from ..languages import ENGLISH, Language
from ..languages.names import DOMAIN, MARKS, NAME
from . import lexicon
from .words import is_interjection, is_link

LabelKind = Literal["asking", "answering", "chairing", "name", "phrase"]

_LONGEST_ALONE = 220
LONGEST_INLINE = 70
_MOST_WORDS = 8

# Characters without width: soft hyphen, zero-width space and joiners, directional marks.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# "12:05", "(00:34)", "[01:02:03]": the position in a recording at which a turn begins.
TIMESTAMP = r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?"
_COLON = re.compile(
    rf"{MARKS}(?:{TIMESTAMP}\s+)?(?P<label>[^:：]{{1,{_LONGEST_ALONE}}}?)\s*(?:{TIMESTAMP}\s*)?"
    r"[*_]*\s*[:：](?P<rest>.*)",
    re.DOTALL,
)
_BRACKETED = re.compile(rf"{MARKS}\[(?P<label>[^\[\]:]{{2,60}})\]\s*[:：](?P<rest>.*)", re.DOTALL)
_WIDE_GAP = re.compile(r"[A-Z]{1,4}(?:\s{3,}|\t\s*|\u00a0\s*)\S")
_POINTED = re.compile(
    r"(?P<label>[A-Z][A-Z’'-]+(?:\s+[A-Z][A-Z’'.-]*){1,3})\.\s+(?P<rest>\S.*)", re.DOTALL
)
_BRACKETS = re.compile(r"(?P<name>[^()\[\]]{2,60}?)\s*[(\[](?P<role>[^()\[\]]{2,90})[)\]]")


@dataclass(frozen=True)
class Candidate:
    """A line that may carry a label.

    `label` is the label as printed, without its colon. `name` is the part that names somebody (None
    for "Q" and the like), and `role` what follows the name ("spokesperson of ..."). `rest` is the
    text after the label on the same line. `bare` means that there is no colon after the label,
    `marked` that it is set off by brackets or asterisks, and `held` that its layout is a convention
    of the document.
    """

    kind: LabelKind
    label: str
    name: str | None
    rest: str
    role: str | None = None
    bare: bool = False
    marked: bool = False
    held: bool = False
    language: Language = field(kw_only=True)

    @property
    def alone(self) -> bool:
        return not self.rest

    @property
    def pointed(self) -> bool:
        """Whether the label is a name followed by a full stop, as in "ANN LEE. Good morning"."""
        return self.bare and self.kind == "name" and self.label == self.name

    @property
    def in_capitals(self) -> bool:
        name = self.name or ""
        return name.isupper() and len(name) > 3

    @cached_property
    def key(self) -> str:
        """A normalized name, the same for all ways of printing it."""
        return lexicon.without_honorific(self.name or "", self.language).casefold()


def candidate(
    text: str,
    raw: str = "",
    keys: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> Candidate | None:
    """Return the label with which a block may begin, or None.

    `raw` is its line as received, which preserves gaps. `keys` are initials that the source
    explains ("TAG Dr Tedros ...").

    >>> candidate("Bo Lindqvist:").name, candidate("Reuters: Can you confirm this?").rest
    ('Bo Lindqvist', 'Can you confirm this?')
    >>> candidate("Ladies and gentlemen, friends from the press:") is None
    True
    >>> candidate("Ann Lee, spokesperson of the Office:").role
    'spokesperson of the Office'
    >>> candidate("Ann Lee: (00:34)").alone, candidate("[Ann Lee]: Good morning.").name
    (True, 'Ann Lee')
    """
    if _WIDE_GAP.match(raw) and (by_words := _without_colon(text, raw, keys or {}, language)):
        return by_words  # "Q    The question is: when?"
    colon = _COLON.fullmatch(text)
    if colon and is_link(text[colon.start("label") :]):
        return None  # "https://..."
    generic = language.labels.generic.fullmatch(text)
    if generic:
        asking = generic.group("word") in language.labels.question_marks
        label = text[: generic.start("rest")].strip(" *_#>:：")
        name = generic.group("who") if asking else None
        rest = _spoken(generic.group("rest"), text)
        return Candidate("asking" if asking else "answering", label, name, rest, language=language)
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        if is_interjection(bracketed.group("label"), in_brackets=True, language=language):
            return None
        by_words = of_words(
            bracketed.group("label").strip(), bracketed.group("rest").strip(), text, language
        )
        label = f"[{bracketed.group('label')}]"
        return replace(by_words, label=label, marked=True) if by_words else None
    if colon:
        by_words = of_words(
            colon.group("label").strip(" *_"), _spoken(colon.group("rest"), text), text, language
        )
        if by_words:
            return replace(by_words, marked=text.startswith(("**", "__")))
    return _without_colon(text, raw, keys or {}, language)


def _without_colon(
    text: str, raw: str, keys: Mapping[str, str], language: Language
) -> Candidate | None:
    first_word, _, rest = text.partition(" ")
    if first_word in keys and rest and (not raw or _WIDE_GAP.match(raw)):
        return Candidate(
            "name", first_word, keys[first_word], rest.strip(), bare=True, language=language
        )
    bare = language.labels.bare.fullmatch(text)
    if bare and (bare.group("word") == language.labels.bare_marks[0] or _WIDE_GAP.match(raw)):
        asks = bare.group("word") == language.labels.bare_marks[0]
        kind: LabelKind = "asking" if asks else "answering"
        return Candidate(
            kind, bare.group("word"), None, bare.group("rest").strip(), bare=True, language=language
        )
    pointed = _POINTED.fullmatch(text)
    if pointed and is_name(pointed.group("label"), language):
        label = pointed.group("label")
        return Candidate(
            "name", label, label, pointed.group("rest").strip(), bare=True, language=language
        )
    return None


def _spoken(rest: str, text: str) -> str:
    """Return the words spoken after the colon, "" for a timestamp alone."""
    rest = rest.strip()
    if text[0] in "*_#":
        rest = rest.lstrip("*_ ")
    return "" if re.fullmatch(rf"(?:{TIMESTAMP}|[{_INVISIBLE}])*", rest) else rest


def of_words(label: str, rest: str, text: str, language: Language) -> Candidate | None:
    """Return the candidate for words before a colon, or set off otherwise, or None.

    `rest` is what follows them in `text`, the whole block.
    """
    if not label or language.cues.vocative.match(label) or language.labels.saying.search(label):
        return None
    if is_interjection(label, language=language) or is_link(label) or is_link(rest):
        return None
    if re.search(r"[.?!;]\s+\S", language.names.abbreviation.sub("", label)):
        return None
    if rest and not re.search(r"[^\W\d_]", rest):
        return None  # "Telephone: 202 623 7300"
    low = label.lower()
    if low in language.labels.chairing:
        return _chairing(label, rest, text, language)
    if low in language.labels.asking or language.labels.follow_up.fullmatch(low):
        return Candidate("asking", label, None, rest, language=language)
    if low in language.labels.answering:
        return Candidate("answering", label, None, rest, language=language)
    if (
        rest
        and language.labels.asked.search(label)
        and "?" in rest
        and len(label) < 2 * LONGEST_INLINE
    ):
        return Candidate("phrase", label, None, rest, language=language)
    if rest and len(label) > LONGEST_INLINE:
        return None
    if label[-1].isdigit() and rest[:1].isdigit():
        return None
    headline = language.labels.headline.search(label) or (
        language.labels.headline.search(rest) and rest[-1:].isalnum()
    )
    if rest and headline and not language.labels.asking_word.search(label):
        return None  # "Press Briefing Transcript: Ann Lee", "Congress Centre: 5th press conference"
    first, _, named = label.partition(" ")
    name, _, role = (part.strip() for part in named.partition(","))
    if first.lower() in language.labels.moderating and is_name(name, language):
        return Candidate("chairing", label, name, rest, role=role or None, language=language)
    judged = _with_role(label, rest, language) or _asking(label, rest, language)
    if judged is None and is_name(label, language):
        return Candidate("name", label, label, rest, language=language)
    return judged


def _chairing(label: str, rest: str, text: str, language: Language) -> Candidate:
    """Return the candidate for a word such as "Moderator", with any name run into it."""
    name_after = re.fullmatch(rf"({NAME})\s*(?:[:：]\s*(.*))?", rest, re.DOTALL)
    if name_after and 1 < len(name_after.group(1).split()) <= 4:
        end = text.index(name_after.group(1), len(label)) + len(name_after.group(1))
        label_printed = text[:end].lstrip("#>*_ ")
        return Candidate(
            "chairing",
            label_printed,
            name_after.group(1),
            (name_after.group(2) or "").strip(),
            language=language,
        )
    return Candidate("chairing", label, None, rest, language=language)


def _with_role(label: str, rest: str, language: Language) -> Candidate | None:
    """Return the candidate for a name with a role or an outlet before or after it, or None."""
    head, comma, tail = (part.strip() for part in label.partition(","))
    role = lexicon.is_role(tail, language)
    if comma and is_name(head, language) and (role or is_name(tail, language)):
        outlets = lexicon.is_outlet_like(head, language), lexicon.is_outlet_like(tail, language)
        if not role and not outlets[1] and (outlets[0] or language.names.role_word.search(head)):
            head, tail = tail, head  # "Harbor Times, Berg"; "Official Spokesperson, Ann Lee"
        elif not role and not outlets[1]:
            return Candidate(
                "name", label, label, rest, language=language
            )  # which of the two is the outlet?
        return Candidate("name", label, head, rest, role=tail, language=language)
    bracketed = _BRACKETS.fullmatch(label)
    if bracketed and is_name(bracketed.group("name"), language):
        name, remark = bracketed.group("name").strip(), bracketed.group("role").strip()
        if language.names.role_word.search(remark) or lexicon.is_outlet_like(remark, language):
            return Candidate("name", label, name, rest, role=remark, language=language)
        if not is_name(remark, language):
            return Candidate(
                "name", label, name, rest, language=language
            )  # "Ann Lee (through interpreter)"
    role_first = language.labels.role_first.fullmatch(label)
    if role_first and not lexicon.is_outlet_like(label, language):
        return Candidate(
            "name",
            label,
            role_first.group("name"),
            rest,
            role=role_first.group("role"),
            language=language,
        )
    return None


def _asking(label: str, rest: str, language: Language) -> Candidate | None:
    words = re.sub(r"[()\[\]]", " ", label).split()
    if language.labels.asking_word.search(label) and len(words) <= 12:
        names_asker = (
            language.labels.asker.search(label) is not None
            or language.labels.question_first.match(label) is not None
        )
        if names_asker:
            without_cue = language.labels.asker.sub(
                " ", language.labels.question_lead.sub(" ", label)
            )
            without_cue = language.labels.continued.sub(" ", without_cue)
            asker_name = " ".join(language.labels.glue.sub(" ", without_cue).split()).strip(" -,()")
            if asker_name and is_name(asker_name, language):
                return Candidate("asking", label, asker_name, rest, language=language)
        if not names_asker and is_name(label, language) and lexicon.is_outlet_like(label, language):
            return None
        if names_asker or not rest:
            return Candidate("phrase", label, None, rest, language=language)
        return None
    if (
        language.labels.answer_phrase.search(label)
        and not rest
        and len(words) <= 8
        and not is_name(label, language)
    ):
        return Candidate("answering", label, None, rest, language=language)
    return None


def is_name(text: str, language: Language = ENGLISH) -> bool:
    """Return whether all words are capitalized as in names and the first does not begin a note."""
    plain = lexicon.without_honorific(text.strip(), language)
    if plain.islower() and language.names.courtesy.match(text) and len(plain.split()) <= 3:
        return plain.replace(" ", "").isalpha()  # "mr. smith"
    words = plain.replace("&", " & ").replace("/", " ").split()
    if not words or len(words) > _MOST_WORDS or words[0] in language.names.no_first_words:
        return False
    # In small letters: a note in capitals is no acronym of an outlet.
    if words[0].lower().strip("().") in language.labels.never and not lexicon.is_outlet_like(
        plain.lower(), language
    ):
        return False
    name_words = [word for word in words if word.lower() not in language.names.connectors]
    return any(word.lower() != word for word in name_words) and all(
        re.match(r"[\"“'‘(]?[^\W\d_a-z]|\d+[A-Z]|[A-Z]?\d", word) or DOMAIN.fullmatch(word)
        for word in name_words
    )
