"""Updates references in `editorial/` to lines of a source when a later edition replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .reattach import Landing, Reattacher, changed_words
from .yamltext import Edit, Scalar, YamlText

# Lists of rulings in `sources/<id>.yml` whose entries name a line of their own source.
_RULED = ("labels", "roles", "names")

# Values that assign a passage or link to it, without a claim about its words.
_NO_BASIS = ("passages", "text", "explanation")

_LINES = re.compile(r"\b[Ll]ines?\s+(\d+(?:(?:\s*(?:,|and|to|-|–)\s*)\d+)*)")
_NUMBER = re.compile(r"\d+")
_COMMENTED_RULING = re.compile(r"(?m)^#(?P<space>[ \t]*)- \{line: (?P<line>\d+)")


@dataclass(frozen=True, slots=True)
class ToJudge:
    """A decision left to a person: its place, what it is about, the old words and the most similar
    new ones.
    """

    path: Path
    line: int
    column: int
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """The edits to one file, the number of pointers updated, and the decisions left to a person."""

    edits: tuple[Edit, ...]
    pointers: int
    to_judge: tuple[ToJudge, ...]


def carried_over(
    file: YamlText, source: str, edition: str, reattacher: Reattacher, is_own: bool
) -> Carried:
    """Updates every pointer of a file into `source` to where its words are in the later edition.

    Pointers to passages that no longer exist then refer to the earlier edition, named `edition`
    (`000.1:65`); `check` reports those that need a current passage. `own` says whether the file is
    `sources/<source>.yml`.

    Raises:
        NotEditableError: if a ruling on a line that is gone cannot be removed on its own.
    """
    carrier = _Carrier(file, source, edition, reattacher)
    gone = []
    for scalar in file.scalars():
        if is_own and len(scalar.loc) == 3 and scalar.loc[0] in _RULED and scalar.loc[2] == "line":
            if not carrier.ruling(scalar):
                gone.append(scalar.loc[:-1])
        else:
            carrier.text(scalar, is_own)
    edits = [*carrier.edits, *file.commented(gone)]
    if is_own:
        edits += carrier.commented_rulings()
    return Carried(tuple(edits), carrier.pointers, tuple(carrier.to_judge))


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words that an entry quotes; `at` is their offset in the file."""

    words: str
    prefix: str
    suffix: str
    at: int


class _Carrier:
    def __init__(self, file: YamlText, source: str, edition: str, reattacher: Reattacher) -> None:
        self._file = file
        self._source = source
        self._edition = edition
        self._reattacher = reattacher
        self._pointer = re.compile(
            rf"(?<![\w:./-]){re.escape(source)}:(?P<line>[1-9]\d*)(?![\w:-])(?!\.\d)"
        )
        self._passage_id = re.compile(rf"{re.escape(source)}-[ts]\d+[a-z]*p\d+[a-z]*")
        self.edits: list[Edit] = []
        self.pointers = 0
        self.to_judge: list[ToJudge] = []
        self._told: set[tuple[str | int, int]] = set()

    def ruling(self, scalar: Scalar) -> bool:
        """Updates a ruling on a line; returns False if the line is gone."""
        landing = self._reattacher.ruled(int(scalar.value))
        kind = str(scalar.loc[0])
        if landing.line is None:
            self._judge(scalar.start, f"the line of this entry of `{kind}` is gone; it is made "
                        "a comment", landing.before)  # fmt: skip
            return False
        if not landing.same:
            self._judge(scalar.start, f"the line of this entry of `{kind}` changed", landing.before,
                        landing.after)  # fmt: skip
        self._replace(scalar.start, scalar.end, int(scalar.value), landing.line)
        return True

    def text(self, scalar: Scalar, is_own: bool) -> None:
        """Updates a pointer, or the pointers within a text."""
        raw = self._file.text[scalar.start : scalar.end]
        alone = self._pointer.fullmatch(scalar.value.strip())
        quote = self._quote_beside(scalar)
        if quote is not None and self._passage_id.fullmatch(scalar.value.strip()):
            self._quotation_by_id(quote)
            return
        if quote is not None and alone:
            self._quotation(scalar, raw, int(alone["line"]), quote)
            return
        for match in self._pointer.finditer(raw):
            if alone is None and self._may_be_an_hour(match, raw):
                doubt = f"'{match[0]}' may be a line of the source or an hour: it is left as it is"
                self._judge(scalar.start + match.start(), doubt)
            else:
                self._pointed(scalar, match)
        if is_own or self._only_about_this_source(scalar.value):
            self._numbers(scalar, raw)

    def _quote_beside(self, scalar: Scalar) -> _Quote | None:
        """The quotation that belongs to this `passage` value, if there is one."""
        if scalar.loc[-1] != "passage":
            return None
        siblings = self._file.siblings(scalar.loc)
        if "quote" not in siblings:
            return None
        prefix, suffix = (
            siblings[key].value if key in siblings else "" for key in ("prefix", "suffix")
        )
        quote = siblings["quote"]
        return _Quote(quote.value.strip(), prefix, suffix, quote.start)

    def _quotation_by_id(self, quote: _Quote) -> None:
        """The passage's id moves with its words, so only changed words need a decision."""
        requoted = self._reattacher.anywhere(quote.words, quote.prefix, quote.suffix)
        if not requoted.exact:
            self._misquoted(quote, requoted.nearest)

    def _quotation(self, scalar: Scalar, raw: str, line: int, quote: _Quote) -> None:
        requoted = self._reattacher.quoted(line, quote.words, quote.prefix, quote.suffix)
        match = self._pointer.search(raw)
        if match is None:
            return
        start = scalar.start + match.start("line")
        if requoted.line is None:
            self._to_earlier(
                scalar, match, "the quoted words are gone", quote.words, requoted.nearest
            )
            return
        if not requoted.exact:
            self._misquoted(quote, requoted.nearest)
        self._replace(start, start + len(match["line"]), line, requoted.line)

    def _misquoted(self, quote: _Quote, nearest: str) -> None:
        if nearest == quote.words:
            change = "the words around the quotation changed: say more, or give prefix and suffix"
            self._judge(quote.at, change, quote.words)
        else:
            change = "the quoted words changed: quote them anew"
            self._judge(quote.at, change, quote.words, nearest)

    def _pointed(self, scalar: Scalar, match: re.Match[str]) -> None:
        line = int(match["line"])
        landing = self._reattacher.pointed(line)
        if line > self._reattacher.last_line:
            return  # it was already broken; `check` reports it
        if landing.line is None:
            self._to_earlier(scalar, match, "the passage is gone, or is no longer alone on its "
                             "line", landing.before)  # fmt: skip
            return
        entry = (scalar.loc[0], line)
        if not landing.same and _key(scalar) not in _NO_BASIS and entry not in self._told:
            self._told.add(entry)  # once, even if a note both names a passage and is based on it
            change = f"`{_key(scalar)}` names {match[0]}, whose words changed"
            words = changed_words(landing.before, landing.after)
            self._judge(scalar.start + match.start(), change, *words)
        start = scalar.start + match.start("line")
        self._replace(start, start + len(match["line"]), line, landing.line)

    def _to_earlier(
        self, scalar: Scalar, match: re.Match[str], change: str, before: str, after: str = ""
    ) -> None:
        change = f"{change}: it now names the earlier edition"
        self._judge(scalar.start + match.start(), change, before, after)
        start = scalar.start + match.start()
        self.edits.append(Edit(start, start + len(self._source), self._edition))

    def _numbers(self, scalar: Scalar, raw: str) -> None:
        """Updates lines named in words: "in line 25", "(lines 3 and 5)"."""
        for mention in _LINES.finditer(raw):
            for number in _NUMBER.finditer(raw, mention.start(1), mention.end(1)):
                line = int(number[0])
                if line > self._reattacher.last_line:
                    continue
                position = scalar.start + number.start()
                landing = self._reattacher.ruled(line)
                if landing.line is None:
                    self._judge(position, f"line {line}, named here, is gone", landing.before)
                    continue
                if not landing.same:
                    self._judge(position, f"line {line}, named here, changed", landing.before,
                                landing.after)  # fmt: skip
                self._replace(position, scalar.start + number.end(), line, landing.line)

    def commented_rulings(self) -> Iterator[Edit]:
        """Yields edits that update line numbers in the commented proposals of `new`."""
        for match in _COMMENTED_RULING.finditer(self._file.text):
            landing: Landing = self._reattacher.ruled(int(match["line"]))
            if landing.line is None:
                yield Edit(match.start(), match.start(), "#")
            elif landing.line != int(match["line"]):
                yield Edit(match.start("line"), match.end("line"), str(landing.line))

    def _replace(self, start: int, end: int, old: int, new: int) -> None:
        self.pointers += 1
        if old != new:
            self.edits.append(Edit(start, end, str(new)))

    def _judge(self, position: int, question: str, before: str = "", after: str = "") -> None:
        line, column = self._file.position(position)
        self.to_judge.append(ToJudge(self._file.path, line, column, question, before, after))

    def _may_be_an_hour(self, match: re.Match[str], raw: str) -> bool:
        """Whether a match may be a time: with short numeric ids, "10:30" in a sentence is
        ambiguous.
        """
        link = raw[: match.start()].endswith("](") and raw[match.end() :].startswith(")")
        return not link and re.fullmatch(r"\d{1,2}:\d\d", match[0]) is not None

    def _only_about_this_source(self, text: str) -> bool:
        """Whether this source, and no other, is named in a remark, so that its line numbers refer
        to it.
        """
        sources = set(re.findall(r"\b[Ss]ources?\s+([\w-]+)", text))
        return sources == {self._source}


def _key(scalar: Scalar) -> str:
    return next((str(part) for part in reversed(scalar.loc) if isinstance(part, str)), "this")
