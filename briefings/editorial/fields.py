"""The types of values in editorial files, each with its validation and its message for editors."""

from __future__ import annotations

import codecs
import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from briefings.languages import LANGUAGES

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# A record found by a rule is named after its passages, whose ids may include a source id.
RECORD_ID = r"^[^\s:#/?&]+$"
SHORT_TITLE = 70
"""The number of characters that fit on two lines of a list."""
_PASSAGE = r"^[^\s:]+-[ts][0-9]+[a-z]*p[0-9]+[a-z]*$"
_STATE = r"^[a-p]{8}$"
_LINE = r"^[^\s:]+:[1-9][0-9]*$"
_DAY = re.compile(r"^(\d{4}|-)-(\d{2})-(\d{2})$")


class Entry(BaseModel):
    """The strict base model: no unknown keys, no type coercion, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def wrong(message: str, hint: str) -> PydanticCustomError:
    """An error in plain words: what is wrong, and what to do about it."""
    return PydanticCustomError("editorial", "{message}", {"message": message, "hint": hint})


def _day(text: str) -> str:
    match = _DAY.match(text)
    if not match:
        raise wrong(f"'{text}' is not a date", "write it as 2022-07-25")
    year, month, day = match.groups()
    try:
        date(2000 if year == "-" else int(year), int(month), int(day))
    except ValueError:
        raise wrong(f"there is no day '{text}'", "write a day that exists") from None
    return text


def _event_day(text: str) -> str:
    return text if text == "unknown" else _day(text)


def _full_day(text: str) -> str:
    if text.startswith("-"):
        raise wrong(f"'{text}' has no year", "write it as 2022-07-25")
    return _day(text)


def _yes(value: object) -> object:
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


def _url(text: str) -> str:
    if not re.match(r"^https?://[^\s/]+(/\S*)?$", text):
        raise wrong(f"'{text}' is not a web address", "begin with https:// and leave no blanks")
    return text


def _encoding(text: str) -> str:
    """The codec's canonical name; codecs that are not text encodings, or always fail,
    are rejected.
    """
    try:
        "a".encode(text).decode(text)
        return codecs.lookup(text).name
    except (LookupError, UnicodeError, ValueError):
        raise wrong(
            f"'{text}' is no encoding of text", "write its usual name: gb18030, windows-1252 ..."
        ) from None


def _language(text: str) -> str:
    if text not in LANGUAGES:
        codes = ", ".join(sorted(LANGUAGES))
        raise wrong(f"no texts in '{text}' can be read", f"known languages: {codes}")
    return text


def _id(text: str) -> str:
    if not re.match(ID, text):
        raise wrong(
            f"'{text}' is not a valid id", "use lower-case letters, digits and single hyphens"
        )
    return text


def _pointer(text: str) -> str:
    if not (re.match(_PASSAGE, text) or re.match(_LINE, text)):
        raise wrong(
            f"'{text}' points at no passage",
            "write source and line as 000:57, or a passage id with its source as 000-t2p1",
        )
    return text


def _record_id(text: str) -> str:
    if not re.match(RECORD_ID, text):
        raise wrong(f"'{text}' is not the id of a record", "copy it from the record's address")
    return text


def _state(text: str) -> str:
    if not re.match(_STATE, text):
        raise wrong(f"'{text}' is no state", "copy the eight letters that the report shows")
    return text


def _short(text: str) -> str:
    if len(text) > SHORT_TITLE:
        raise wrong(
            f"this title has {len(text)} letters, too many for two short lines",
            f"say it in {SHORT_TITLE} at most; citations keep the whole title",
        )
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ShortTitle = Annotated[
    Text, AfterValidator(_short),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": SHORT_TITLE}),
]  # fmt: skip
Day = Annotated[
    str, AfterValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}|-)-\d{2}-\d{2}$"}),
]  # fmt: skip
EventDay = Annotated[
    str, AfterValidator(_event_day),
    WithJsonSchema({"type": "string", "pattern": r"^((\d{4}|-)-\d{2}-\d{2}|unknown)$"}),
]  # fmt: skip
LanguageTag = Annotated[
    str, AfterValidator(_language),
    WithJsonSchema({"type": "string", "enum": sorted(LANGUAGES)}),
]  # fmt: skip
Encoding = Annotated[
    str, AfterValidator(_encoding), WithJsonSchema({"type": "string", "minLength": 1})
]
FullDay = Annotated[
    str, AfterValidator(_full_day), WithJsonSchema({"type": "string", "format": "date"})
]
YesNo = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": ["yes", "no", True, False]})]
Url = Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID})]
RecordId = Annotated[
    str, AfterValidator(_record_id), WithJsonSchema({"type": "string", "pattern": RECORD_ID})
]
Sum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Pointer = Annotated[
    str, AfterValidator(_pointer),
    WithJsonSchema({"type": "string", "pattern": f"{_PASSAGE}|{_LINE}"}),
]  # fmt: skip
State = Annotated[
    str, AfterValidator(_state), WithJsonSchema({"type": "string", "pattern": _STATE})
]
