"""What paired sentences word differently: results and plans, terms, and names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from briefings.languages.english import ENGLISH
from briefings.model.relations import Difference

from ..announcements.words import verbs_of
from ..stems import plain, stems
from .side import Side

_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t)\s+(?:(?:not|also|further|then|soon|\w+ly)\s+)*"
    r"(?:be\s+|have\s+been\s+|have\s+)?\w+|\b(?:is|are)\s+going\s+to\s+\w+",
    re.IGNORECASE,
)
# The verb of what is to come, and of the same thing done: will be handed over, was handed over.
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:going\s+)?to)\s+(?:(?:also|then|soon|\w+ly)\s+)*be\s+"
    r"(?P<verb>\w+)",
    re.IGNORECASE,
)
# Somebody will do it: "we shall build".
_TO_DO = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+going\s+to)\s+(?:(?:also|then|soon|\w+ly)\s+)*"
    r"(?P<verb>(?!be\b)\w+)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|(?:has|have)\s+been)\s+(?:(?:also|then|\w+ly)\s+)*(?P<verb>\w+)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:next|going\s+forward|in\s+the\s+(?:future|next)|plan(?:s|ned)?\s+(?:to|for)|planning|aim(?:s|ed)?|intend(?:s|ed)?|"
    r"to\s+be|are\s+to|is\s+to|would|should)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:have|has|had|was|were|did)\b(?:\s+\w+){0,2}|\b(?!need|indeed|proceed|exceed|speed|feed|seed|"
    r"hundred|red\b)\w{2,}ed\b|\b(?:fell|rose|grew|made|took|built|held|led|kept|brought|won|lost|"
    r"sent|gave|became|began|set|met|saw|went|came|found|paid|sold|dealt|struck)\b",
    re.IGNORECASE,
)
# A clause that says which one is meant: each home that had no power, workers who were trained.
_RELATIVE = re.compile(
    r"\b(?:who|which|(?<!\bsaid )(?<!\btold )(?<!\badded )(?<!\bnoted )(?<!\bannounced )that)\s"
    r"[^,;:.]*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[“\"‘]([^“”\"‘’]{3,60})[”\"’]|"
    r"\b([A-Z][\w-]*(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w-]*)*)"
)
_HEAD = r"(?:campaign|operation|action|activity|drive|programme|program|initiative)"
# "a “Clean Net” campaign", "the campaign of “cleaning the net”", "a campaign to clean the net"
_CAMPAIGN = re.compile(
    rf"(?:\b(?:special|nationwide|national|targeted)\s+)*(?:"
    rf"[“\"‘'][^“”\"‘’]{{3,90}}[”\"’']\s+(?:special\s+|targeted\s+)?{_HEAD}\b"
    rf"|\b{_HEAD}\s+(?:(?:of|called|named|themed)\s+)?[“\"‘][^“”\"‘’]{{3,90}}[”\"’]"
    rf"|\b{_HEAD}\s+to\s+\w+(?:\s+[\w'’-]+){{1,11}})",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[“”\"]|(?<!\w)[‘’']|[‘’'](?!\w)|[,.;]+$")
_CAMPAIGN_WORDS = frozenset(
    stems(
        "campaign operation action activity drive programme program initiative special nationwide"
        " national targeted"
    )
)
_NO_VERB = frozenset("compared based related united so-called named".split())
_CLAUSE = 4


def tense_differences(
    one: str, other: str, around_one: str, around_other: str
) -> Iterator[Difference]:
    """A result told as to come, or something to come told as a result.

    `one` and `other` are paired sentences, the last two all sentences of either side: where those
    speak of what is to come, so may the sentence.
    """
    was_one, was_other = _past(one), _past(other)
    if (will := _FUTURE.search(other)) and was_one and not _ahead(around_one):
        said = _clause(one, was_one), _clause(other, will)
        yield Difference("tense", "result-as-future", *said)
    elif (will := _FUTURE.search(one)) and was_other and not was_one and not _ahead(around_other):
        said = _clause(one, will), _clause(other, was_other)
        yield Difference("tense", "future-as-result", *said)


def same_verb_differences(one: str, other: str) -> Iterator[Difference]:
    """One verb, of which one paired sentence says that it will be done and the other that it was.

    A sentence that says both of the verb is left alone, and so is a verb that it has twice.
    """
    for rule, ahead, behind in (
        ("future-as-result", one, other), ("result-as-future", other, one),
    ):  # fmt: skip
        done = {match["verb"].casefold(): match for match in _DONE.finditer(behind)}
        for match in _TO_COME.finditer(ahead):
            verb = match["verb"].casefold()
            told = done.get(verb)
            alone = _once(verb, one) and _once(verb, other)
            if told and alone and ENGLISH.grammar.participle(verb):
                said = _clause(ahead, match), _clause(behind, told)
                yield Difference("tense", rule, *(said if ahead is one else said[::-1]))
        for match in _TO_DO.finditer(ahead):
            verb = match["verb"].casefold()
            for form, told in done.items():
                if verb in verbs_of(form) and _once(verb, ahead) and _once(form, behind):
                    said = _clause(ahead, match), _clause(behind, told)
                    yield Difference("tense", rule, *(said if ahead is one else said[::-1]))


def _once(word: str, text: str) -> bool:
    return len(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)) == 1


def campaign_differences(
    one: str, other: str, around_one: str, around_other: str
) -> Iterator[Difference]:
    """A campaign that two paired sentences call by two names.

    `one` and `other` are the sentences, the last two all sentences of either side: where one of
    these names several campaigns, nobody can tell which is meant.
    """
    if len(_campaigns(around_one)) > 1 or len(_campaigns(around_other)) > 1:
        return
    a, b = _campaigns(one), _campaigns(other)
    if len(a) == len(b) == 1 and not _alike_campaigns(a[0], b[0]):
        yield Difference("name", "campaign-wording", a[0], b[0])


def _campaigns(text: str) -> list[str]:
    """What a text calls the campaigns that it names, quoted or told by their aim."""
    return [" ".join(_MARKS.sub("", one[0]).split()) for one in _CAMPAIGN.finditer(text)]


def _alike_campaigns(a: str, b: str) -> bool:
    """Whether two names are one in other forms of their words, or one says less than the other."""
    one, other = (frozenset(stems(plain(name))) - _CAMPAIGN_WORDS for name in (a, b))
    return not one or not other or one <= other or other <= one


def name_differences(
    a: Side, b: Side, terms_a: Mapping[str, str], terms_b: Mapping[str, str], people: Container[str]
) -> Iterator[Difference]:
    """Terms under another wording, and names that only one side has.

    `terms_a` and `terms_b` are the wordings of terms by id on either side; names of `people` are
    no names of things.
    """
    for term in sorted(terms_a.keys() & terms_b.keys()):
        one, other = terms_a[term], terms_b[term]
        if not _one_wording(one, other):
            yield Difference("term", "wording", one, other)
    only = [
        ", ".join(
            name
            for name in dict.fromkeys(_names_beyond(here, there.text, known))
            if name not in people
        )
        for here, there, known in ((a, b, terms_a), (b, a, terms_b))
    ]
    if all(only):
        yield Difference("name", "names", only[0], only[1])


def _past(text: str) -> re.Match[str] | None:
    """The first words that tell of something past or done, but for clauses that say which one."""
    beside = [clause.span() for clause in _RELATIVE.finditer(text)]
    return next(
        (
            one
            for one in _PAST.finditer(text)
            if one[0].casefold() not in _NO_VERB
            and not any(start <= one.start() < end for start, end in beside)
        ),
        None,
    )


def _ahead(text: str) -> bool:
    return bool(_FUTURE.search(text) or _PLAN.search(text))


def _clause(text: str, match: re.Match[str]) -> str:
    """The matched words and those after them, to the end of the clause, six words at most."""
    rest = re.split(r"[,;:](?=\s)", text[match.end() :])[0].split()[:_CLAUSE]
    return " ".join([match[0], *rest]).rstrip('.”"')


def _one_wording(one: str, other: str) -> bool:
    """Whether two wordings differ in nothing but endings, or one abbreviates the other."""
    short = any(text.isupper() and " " not in text for text in (one, other))
    return short or stems(plain(one)) == stems(plain(other))


def _names_beyond(side: Side, there: str, known: Mapping[str, str]) -> Iterator[str]:
    """Names of one side whose words the other side has not; terms and abbreviations apart."""
    other = frozenset(stems(there))
    terms = [plain(wording) for wording in known.values()]
    for text in side.texts:
        for match in _NAME.finditer(text):
            name = (match[1] or match[2]).rstrip(",.;’'")
            opening = match.start() == 0 and " " not in name
            short = "".join(re.findall(r"\b[A-Z]", name))
            abbreviated = name.isupper() or re.search(rf"\b{short}\b", there)
            told = any(plain(name) in term or term in plain(name) for term in terms)
            words = stems(name)
            if words and not (opening or abbreviated or told or other & set(words)):
                yield name
