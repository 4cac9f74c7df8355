"""Labels of turns in English: question, answer, chair, and words that are not labels."""

from __future__ import annotations

import re

from ..names import MARKS, NAME_WORD
from ..speaking import Labels
from .speech import PRESENT, SAID

ASKING = frozenset(
    "q question questions questioner reporter reporters journalist journalists correspondent "
    "media press asker follow-up followup remark unidentified".split()
)
ANSWERING = frozenset(
    (
        *"a answer reply response answers spokesperson spokesman spokeswoman".split(),
        *(f"{rank} spokesperson" for rank in ("deputy", "associate", "official")),
        *(f"{rank} spokesman" for rank in ("deputy", "associate", "official")),
    )
)
CHAIRING = frozenset(
    "moderator chair chairperson chairman chairwoman host emcee operator staff".split()
)
NOT_A_LABEL = frozenset(
    "first firstly second secondly third thirdly fourth fifth sixth seventh eighth ninth tenth "
    "finally lastly next then also moreover however therefore note notes source sources appendix "
    "annex related tags tag keyword keywords share photo photos image video editor editors updated "
    "published posted summary highlights background contents contact tel fax address email "
    "copyright print number total step point example fact reality claim lie truth conclusion "
    "result results attachment attachments link links caption credit credits reference references "
    "table figure chart box version release embargo file page more see read watch click download "
    "subject re deadline warning important remarks correction one two three four five today "
    "yesterday yes no well ok okay thanks thank my our his her your their this that these those "
    "phone telephone mobile website webcast please".split()
)
_GENERIC = re.compile(
    rf"{MARKS}(?P<word>Q|A|QUESTION|ANSWER|Question|Answer)\s*(?:No\.?\s*)?\d{{0,3}}\s*"
    r"(?:[(\[](?P<who>[^()\[\]]{2,60})[)\]])?[*_]*\s*[:：]\s*[*_]*\s*(?P<rest>.*)",
    re.DOTALL,
)
_BARE = re.compile(r"(?P<word>Q|A)\s+(?=[A-Z0-9\"“‘'(\[…—–-])(?P<rest>.*)", re.DOTALL)
_ASKER = re.compile(r"\b(?:reporters?|correspondents?|journalists?|questioner)\b", re.IGNORECASE)
_ASKING_WORD = re.compile(rf"{_ASKER.pattern}|\b(?:question|media)\b", re.IGNORECASE)
_QUESTION_FIRST = re.compile(r"questions?\s+(?:by|from|contd\b|continued|no\b|\d)", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"follow[- ]?up(?: question)?s?", re.IGNORECASE)
# "Ann Lee, head of the Mint, said:" in a report is not a label.
_SAYING = re.compile(rf"\b(?:{SAID}|{'|'.join(PRESENT)}|asked|wrote|continued|pointed\s+out)$")
_ASKED = re.compile(r"\bquestions?\b[^,]*\b(?:raised|asked|received|put)\b", re.IGNORECASE)
_GLUE = re.compile(r"\b(?:from|of|with|by|for|at)\b", re.IGNORECASE)
_ANSWER_PHRASE = re.compile(
    r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon(?:se|ded|ds))\b", re.IGNORECASE
)
_HEADLINE = re.compile(r"\b(?:press|news|media)\s+(?:conference|briefing)|\btranscript\b", re.I)
# A role before the name: "President of Westmark Ann Lee".
_ROLE_FIRST = re.compile(
    rf"(?P<role>(?:[A-Z][\w-]*\s+)*(?:President|Minister|Secretary|Chancellor|Premier|Chair\w*)"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w-]*)*)\s+"
    rf"(?P<name>{NAME_WORD}\s+{NAME_WORD})"
)
_NUMBERED = re.compile(
    r"(?P<word>Q|A|Question|Answer|Reporter|Journalist|Moderator)\s*\.?\s*(?:No\.?\s*)?\d{1,3}",
    re.IGNORECASE,
)
_NUMBERED_LAYOUT = re.compile(
    r"(?P<label>(?P<words>(?i:Q|A|Question|Answer)\s*\d{1,3}))[.):]?\s+(?P<rest>\S.*)", re.DOTALL
)
_QUESTION_LEAD = re.compile(r"^questions?\b", re.IGNORECASE)
_CONTINUED = re.compile(r"\b(?:contd|continued)\b\.?", re.IGNORECASE)

LABELS = Labels(
    asking=ASKING,
    answering=ANSWERING,
    chairing=CHAIRING,
    moderating=frozenset("moderator host emcee".split()),
    never=NOT_A_LABEL,
    generic=_GENERIC,
    question_marks=frozenset({"Q", "QUESTION", "Question"}),
    bare=_BARE,
    bare_marks=("Q", "A"),
    numbered=_NUMBERED,
    numbered_layout=_NUMBERED_LAYOUT,
    asker=_ASKER,
    asking_word=_ASKING_WORD,
    question_first=_QUESTION_FIRST,
    question_lead=_QUESTION_LEAD,
    continued=_CONTINUED,
    follow_up=_FOLLOW_UP,
    saying=_SAYING,
    asked=_ASKED,
    glue=_GLUE,
    answer_phrase=_ANSWER_PHRASE,
    headline=_HEADLINE,
    role_first=_ROLE_FIRST,
)
