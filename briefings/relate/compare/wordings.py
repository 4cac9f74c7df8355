"""Find what paired sentences word differently: results and plans, terms, and names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from briefings.languages import Language
from briefings.languages.comparing import Comparing
from briefings.model.relations import Difference

from ..announcements.words import plain_forms
from ..stems import plain, stems
from .side import Side

_MARKS = re.compile(r"[“”\"]|(?<!\w)[‘’']|[‘’'](?!\w)|[,.;]+$")
_CLAUSE = 4


def tense_differences(
    one: str, other: str, around_one: str, around_other: str, language: Language
) -> Iterator[Difference]:
    """Yield results that are told as future, and future events that are told as results.

    `one` and `other` are paired sentences, and the last two arguments are all sentences of either
    side. If these are about the future, the sentence may be as well.
    """
    words = language.comparing
    was_one, was_other = _past(one, words), _past(other, words)
    if (will := words.future.search(other)) and was_one and not _ahead(around_one, words):
        said = _clause(one, was_one), _clause(other, will)
        yield Difference("tense", "result-as-future", *said)
    elif was_one or not was_other or _ahead(around_other, words):
        return
    elif will := words.future.search(one):
        said = _clause(one, will), _clause(other, was_other)
        yield Difference("tense", "future-as-result", *said)


def same_verb_differences(one: str, other: str, language: Language) -> Iterator[Difference]:
    """Yield verbs that one of two paired sentences has in the future and the other in the past.

    Verbs that a sentence uses in both ways, or twice, are skipped.
    """
    words = language.comparing
    for rule, ahead, behind in (
        ("future-as-result", one, other), ("result-as-future", other, one),
    ):  # fmt: skip
        done = {match["verb"].casefold(): match for match in words.done.finditer(behind)}
        for match in words.to_come.finditer(ahead):
            verb = match["verb"].casefold()
            told = done.get(verb)
            alone = _once(verb, one) and _once(verb, other)
            if told and alone and language.grammar.participle(verb):
                said = _clause(ahead, match), _clause(behind, told)
                yield Difference("tense", rule, *(said if ahead is one else said[::-1]))
        for match in words.to_do.finditer(ahead):
            verb = match["verb"].casefold()
            for form, told in done.items():
                if (
                    verb in plain_forms(form, language)
                    and _once(verb, ahead)
                    and _once(form, behind)
                ):
                    said = _clause(ahead, match), _clause(behind, told)
                    yield Difference("tense", rule, *(said if ahead is one else said[::-1]))


def _once(word: str, text: str) -> bool:
    return len(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)) == 1


def campaign_differences(
    one: str, other: str, around_one: str, around_other: str, language: Language
) -> Iterator[Difference]:
    """Yield a difference if two paired sentences use different names for a campaign.

    `one` and `other` are the sentences, and the next two arguments are all sentences of either
    side. If one of these names several campaigns, it is not clear which is meant.
    """
    words = language.comparing
    if len(_campaigns(around_one, words)) > 1 or len(_campaigns(around_other, words)) > 1:
        return
    a, b = _campaigns(one, words), _campaigns(other, words)
    if len(a) == len(b) == 1 and not _alike_campaigns(a[0], b[0], language):
        yield Difference("name", "campaign-wording", a[0], b[0])


def _campaigns(text: str, words: Comparing) -> list[str]:
    """Return the names of the campaigns in a text, quoted or described by their aim."""
    return [" ".join(_MARKS.sub("", one[0]).split()) for one in words.campaign.finditer(text)]


def _alike_campaigns(a: str, b: str, language: Language) -> bool:
    """Return whether two names are the same apart from inflection, or one is less specific."""
    any_campaign = frozenset(stems(language.comparing.campaign_words, language))
    one, other = (frozenset(stems(plain(name), language)) - any_campaign for name in (a, b))
    return not one or not other or one <= other or other <= one


def name_differences(
    a: Side, b: Side, terms_a: Mapping[str, str], terms_b: Mapping[str, str], people: Container[str]
) -> Iterator[Difference]:
    """Yield terms with different wordings, and names that only one side has.

    `terms_a` and `terms_b` map term ids to their wordings on each side. Names in `people` are
    skipped.
    """
    for term in sorted(terms_a.keys() & terms_b.keys()):
        one, other = terms_a[term], terms_b[term]
        if not _one_wording(one, other, a.language):
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


def _past(text: str, words: Comparing) -> re.Match[str] | None:
    """Return the first past form outside relative clauses, or None."""
    beside = [clause.span() for clause in words.relative.finditer(text)]
    return next(
        (
            one
            for one in words.past.finditer(text)
            if one[0].casefold() not in words.no_past
            and not any(start <= one.start() < end for start, end in beside)
        ),
        None,
    )


def _ahead(text: str, words: Comparing) -> bool:
    return bool(words.future.search(text) or words.plan.search(text))


def _clause(text: str, match: re.Match[str]) -> str:
    """Return the matched words and up to four after them, within the clause."""
    rest = re.split(r"[,;:](?=\s)", text[match.end() :])[0].split()[:_CLAUSE]
    return " ".join([match[0], *rest]).rstrip(' .”"')


def _one_wording(one: str, other: str, language: Language) -> bool:
    """Return whether two wordings differ only in endings, or one abbreviates the other."""
    short = any(text.isupper() and " " not in text for text in (one, other))
    return short or stems(plain(one), language) == stems(plain(other), language)


def _names_beyond(side: Side, there: str, known: Mapping[str, str]) -> Iterator[str]:
    """Yield names of one side without common words on the other; terms and acronyms are skipped."""
    other = frozenset(stems(there, side.language))
    terms = [plain(wording) for wording in known.values()]
    for text in side.texts:
        for match in side.language.comparing.name.finditer(text):
            name = (match[1] or match[2]).rstrip(",.;’'")
            opening = match.start() == 0 and " " not in name
            short = "".join(re.findall(r"\b[A-Z]", name))
            abbreviated = name.isupper() or re.search(rf"\b{short}\b", there)
            told = any(plain(name) in term or term in plain(name) for term in terms)
            words = stems(name, side.language)
            if words and not (opening or abbreviated or told or other & set(words)):
                yield name
