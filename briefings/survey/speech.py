"""Passages that may be no speech, or somebody else's: signs that the stages before went by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..languages.english.names import MR
from ..model import Doubt, DoubtKind, Passage, Settings, Turn, Witness
from ..yaml_values import quoted
from .known import Known

_SHORT = 40  # words: what is longer is speech, whatever it holds
_SHOWN = 160
_BEFORE = 40
_LONG = 25  # words of an answer

# --- The page around the text -----------------------------------------------------------------
_RIGHTS = re.compile(r"(?:©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b.{0,30}\b(?:19|20)\d\d|\ball rights "
                     r"reserved\b)", re.IGNORECASE)  # fmt: skip
_INVITES = re.compile(
    r"\W*(?:share (?:this|on|via|to)\b|follow us\b|print (?:this )?(?:page|article)\b|"
    r"e-?mail (?:this|to a friend)\b|subscribe (?:to|now)\b|sign up (?:for|to)\b|log ?in\b|"
    r"click (?:here|to)\b|read more\b|back to top\b|skip to\b|next page\b|previous page\b|"
    r"(?:related|recommended) (?:links?|articles?|news|stories|reading)\b|"
    r"you may also like\b|advertisement\b|we use cookies\b|this (?:web)?site uses cookies\b|"
    r"terms (?:of use|and conditions)\b|privacy policy\b|scan the qr code\b|"
    r"download (?:the|our) app\b|"
    r"tags?\s*:)",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s(?:\||»|›|>|·|•)\s|\s*\|\s*")
_MENU_WORDS = frozenset(
    "home about contact us news search login register menu sitemap help archive photos video "
    "videos services media top english chinese français español русский 中文 print share email "
    "facebook twitter weibo wechat linkedin whatsapp rss subscribe map links feedback".split()
)
_ONLY_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")

# --- Labels inside a turn ---------------------------------------------------------------------
_NAME = r"[^\W\d_a-z][\w’'.-]*(?:\s+[^\W\d_a-z][\w’'.-]*){0,3}"
_LABEL = re.compile(
    rf"(?:^|(?<=[.?!…\"”’)]\s))(?P<label>(?P<title>(?:{MR})\.?\s+)?{_NAME})"
    r"\s?[:：]\s+(?=[\"“‘'(\[]?[^\W_a-z])"
)
_GENERIC = re.compile(
    r"(?:Q|A|Question|Answer|Reporter|Journalist|Correspondent|Moderator|Spokes(?:person|man|woman)|"
    r"Host|Chair(?:man|woman|person)?|Interpreter|Translator)",
    re.IGNORECASE,
)
# "Two things. First: ..." and other words that a colon follows in speech.
_NO_NAME = frozenset(
    "first second third fourth fifth finally lastly one two three note again remember here look "
    "today yesterday tomorrow example result results answer fact yes no well so but and or the a "
    "an this that these those it they we i you he she there what when where who why how let please "
    "thank thanks also then next however because if as in on at for of to from with by my our "
    "your point points step phase part item figure table chart source sources".split()
)

# --- Answers without a label ------------------------------------------------------------------
_ASKS = re.compile(r"\?[\"”’']?(?:\s*(?:thank you|thanks)[^?]{0,30})?\s*$", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\W*(?:thank(?:s| you)[^.?!]{0,40}\bquestions?\b|let me (?:answer|respond|take|explain)|"
    r"(?:that|this)(?:['’]s| is) (?:a|an) [\w ]{0,20}question|in (?:response|reply|answer) to\b|"
    r"regarding your question|as (?:for|to) your question|"
    r"(?:yes|no|well|look|listen|sure|right)\b,)",
    re.IGNORECASE,
)


def speech_doubts(witness: Witness, known: Known) -> Iterator[Doubt]:
    """What in the passages may be something else; `known` has all names."""
    ruled = _ruled(witness.settings)
    for passage in witness.passages:
        if _is_page_matter(passage.text):
            yield _doubt(
                "page-matter", witness, passage, passage.text,
                "This looks like a part of the web page, not like speech.",
                f"roles:\n  - {{line: {passage.line}, role: boilerplate}}", ruled,
            )  # fmt: skip
    for turn in witness.turns:
        yield from _labels_inside(witness, turn, known, ruled)
        yield from _unlabelled_answers(witness, turn, ruled)
        yield from _near_name(witness, turn, known, ruled)


def _ruled(settings: Settings) -> frozenset[int]:
    return frozenset(
        [ruling.line for ruling in settings.labels] + [line for line, _ in settings.roles]
    )


def _doubt(
    kind: DoubtKind,
    witness: Witness,
    passage: Passage,
    words: str,
    text: str,
    settle: str,
    ruled: frozenset[int],
) -> Doubt:
    looked_at = any(line in ruled for line in range(passage.line, passage.last_line + 1))
    return Doubt(
        kind, witness.source.id, passage.line, passage.id, _clip(words), text, settle,
        "ruling" if looked_at else None,
    )  # fmt: skip


def _clip(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _around(text: str, at: int) -> str:
    """The text from a few words before `at` on."""
    if at <= _BEFORE:
        return text
    return "… " + text[at - _BEFORE :].split(" ", 1)[1]


def _is_page_matter(text: str) -> bool:
    """Whether a passage reads like a menu, an invitation to share, or a line of rights.

    >>> _is_page_matter("Home | About | Contact"), _is_page_matter("Share this on Facebook")
    (True, True)
    >>> _is_page_matter("Let us share this moment: copyright must be protected.")
    False
    """
    words = text.split()
    if _RIGHTS.search(text[-_SHOWN:]) and len(words) <= 2 * _SHORT:
        return True
    if len(words) > _SHORT:
        return False
    if _INVITES.match(text) or _ONLY_ADDRESS.fullmatch(text):
        return True
    parts = [part for part in _SEPARATED.split(text) if part.strip()]
    if len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts):
        return True
    plain = [word.casefold().strip(".,:;|") for word in words]
    menu = sum(word in _MENU_WORDS for word in plain)
    return len(words) >= 3 and menu * 3 >= len(words) * 2 and text[-1] not in ".?!"


def _labels_inside(
    witness: Witness, turn: Turn, known: Known, ruled: frozenset[int]
) -> Iterator[Doubt]:
    for passage in turn.passages:
        for found in _LABEL.finditer(passage.text):
            label = found["label"]
            if not _may_label(label, bool(found["title"]), known):
                continue
            start = found.start()
            text = (
                f"“{label}:” may name somebody else who speaks from here."
                if start
                else f"“{label}:” may name who speaks; it was read as text."
            )
            settle = f"labels:\n  - {{line: {passage.line}, label: {'no' if start else 'yes'}}}"
            words = _around(passage.text, start)
            yield _doubt("label-inside", witness, passage, words, text, settle, ruled)
            break


def _may_label(label: str, titled: bool, known: Known) -> bool:
    """Whether words before a colon name a speaker: by a title, as a known one, or as names do.

    >>> known = Known({})
    >>> [_may_label(label, False, known) for label in ("First", "Bo Li", "Reporter")]
    [False, True, True]
    """
    if titled or label in known or _GENERIC.fullmatch(label):
        return True
    words = [word.strip(".").casefold() for word in label.split()]
    return len(words) >= 2 and not any(word in _NO_NAME for word in words)


def _unlabelled_answers(witness: Witness, turn: Turn, ruled: frozenset[int]) -> Iterator[Doubt]:
    """A paragraph that asks, and after it, under the same name, one that answers."""
    asks = turn.speaker.kind in ("outlet", "unknown")
    for before, passage in pairwise(turn.passages):
        if not _ASKS.search(before.text):
            continue
        answers = _ANSWERS.match(passage.text) is not None
        long = asks and len(passage.text.split()) >= _LONG and "?" not in passage.text
        if not (answers or long):
            continue
        settle = f"labels:\n  - {{line: {passage.line}, label: no, kind: official}}"
        yield _doubt(
            "unlabelled-answer", witness, passage, passage.text,
            "This follows a question and reads like its answer, but no name stands between.",
            settle, ruled,
        )  # fmt: skip


def _near_name(
    witness: Witness, turn: Turn, known: Known, ruled: frozenset[int]
) -> Iterator[Doubt]:
    """A label that differs from a known name by a letter, and is not taken for it."""
    name = turn.speaker.name
    listed = any(one.listed and one.id == turn.speaker.id for one in witness.participants)
    if name is None or turn.label_line is None or listed:
        return
    near = known.near(name)
    if near is None:
        return
    first = turn.passages[0].id if turn.passages else None
    yield Doubt(
        "near-name", witness.source.id, turn.label_line, first, turn.speaker.label or name,
        f"“{name}” differs by one letter from “{near}”, who speaks elsewhere.",
        f"labels:\n  - {{line: {turn.label_line}, label: yes, speaker: {quoted(near)}, "
        f"kind: {turn.speaker.kind}}}",
        "ruling" if turn.label_line in ruled else None,
    )  # fmt: skip
