"""Credits, language clauses and end marks in English."""

from __future__ import annotations

import re

from ..layout import Closing

_MADE = r"(?:translated|edited|compiled|proofread|polished|reviewed)"
_CREDIT = re.compile(
    rf"\(?(?:(?:{_MADE}|transcribed|interpreted|produced|written)"
    rf"(?:(?:\s*,\s*|\s+and\s+){_MADE})*\s+by\b|"
    r"(?:editors?|translators?|reporters?|authors?|web editor|executive editor|editor-in-charge|"
    r"proofreader)\s*[:：]|\(?source\s*[:：])",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"\b(?:text|version|translation|interpretation|chinese|original|english|french|german|russian|"
    r"arabic|spanish)\b"
)
_NOTICE = re.compile(
    rf"(?:in (?:the )?(?:case|event) of|should there be|where there (?:is|are)|if there (?:is|are))"
    rf"(?=[^.]*{_LANGUAGE})[^.]*(?:discrepanc|inconsisten|differen|diverg|conflict|ambigu)"
    rf"[^.]*(?:\.|$)|"
    rf"(?=[^.]{{0,200}}{_LANGUAGE})[^.]{{0,200}}"
    r"\b(?:prevails?|shall govern|is authoritative|(?:only )?for reference(?: only)?)\b"
    r"[^.]*(?:\.|$)|"
    # The publisher says that the transcript was not edited.
    r"(?=[^.]{0,120}\btranscript)[^.]{0,120}"
    r"\b(?:unedited|not (?:been )?edited|(?:may|might) contain errors|errors may)\b[^.]*(?:\.|$)",
    re.IGNORECASE,
)
# Words that the patterns above require; looking for these first saves most of the work.
_NOTICE_WORD = re.compile(
    r"prevail|shall govern|authoritative|for reference|discrepanc|inconsisten|differen|diverg|"
    r"conflict|ambigu|edited|errors",
    re.IGNORECASE,
)
_END = re.compile(
    r"\W*(?:end|ends|ended|the end|concluded|end of (?:transcript|text|article|briefing))\b\W*"
    r"(?:\d{1,2}[: .]\d\d\s*[ap]?\.?m?\.?\s*[A-Z]{0,5})?\W*|#{2,}|\W*-30-\W*|"
    r"\W*the (?:briefing|press conference|gaggle) (?:was )?(?:concluded|ended) at [\d:.apm ]+\W*",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_CREDIT_LEAD = re.compile(r"^.*?(?:\bby\b|[:：])\s*")

CLOSING = Closing(
    credit=_CREDIT,
    credit_lead=_CREDIT_LEAD,
    credit_names=_NAMES,
    notice=_NOTICE,
    notice_word=_NOTICE_WORD,
    end=_END,
)
