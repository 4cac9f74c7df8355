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
    a: str, b: str, near_a: str, near_b: str, language: Language
) -> Iterator[Difference]:
    """Yield results that are told as future, and future events that are told as results.

    `a` and `b` are paired sentences, and the last two arguments are all sentences of either
    side. If these are about the future, the sentence may be as well.
    """
    words = language.comparing
    past_a, past_b = _past(a, words), _past(b, words)
    if (will := words.future.search(b)) and past_a and not _is_future(near_a, words):
        clauses = _clause(a, past_a, language), _clause(b, will, language)
        yield Difference("tense", "result-as-future", *clauses)
    elif past_a or not past_b or _is_future(near_b, words):
        return
    elif will := words.future.search(a):
        clauses = _clause(a, will, language), _clause(b, past_b, language)
        yield Difference("tense", "future-as-result", *clauses)


def same_verb_differences(a: str, b: str, language: Language) -> Iterator[Difference]:
    """Yield verbs that one of two paired sentences has in the future and the other in the past.

    Verbs that a sentence uses in both ways, or twice, are skipped.
    """
    words = language.comparing
    for rule, ahead, behind in (
        ("future-as-result", a, b), ("result-as-future", b, a),
    ):  # fmt: skip
        past_forms = {match["verb"].casefold(): match for match in words.done.finditer(behind)}
        for match in words.to_come.finditer(ahead):
            verb = match["verb"].casefold()
            past_form = past_forms.get(verb)
            used_once = _occurs_once(verb, a) and _occurs_once(verb, b)
            if past_form and used_once and language.grammar.participle(verb):
                clauses = _clause(ahead, match, language), _clause(behind, past_form, language)
                yield Difference("tense", rule, *(clauses if ahead is a else clauses[::-1]))
        for match in words.to_do.finditer(ahead):
            verb = match["verb"].casefold()
            for form, past_form in past_forms.items():
                if (
                    verb in plain_forms(form, language)
                    and _occurs_once(verb, ahead)
                    and _occurs_once(form, behind)
                ):
                    clauses = _clause(ahead, match, language), _clause(behind, past_form, language)
                    yield Difference("tense", rule, *(clauses if ahead is a else clauses[::-1]))


def _occurs_once(word: str, text: str) -> bool:
    return len(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)) == 1


def campaign_differences(
    sentence_a: str, sentence_b: str, near_a: str, near_b: str, language: Language
) -> Iterator[Difference]:
    """Yield a difference if two paired sentences use different names for a campaign.

    `sentence_a` and `sentence_b` are the sentences, and `near_a` and `near_b` all sentences of
    either side. If one of these names several campaigns, it is not clear which is meant.
    """
    words = language.comparing
    if len(_campaigns(near_a, words)) > 1 or len(_campaigns(near_b, words)) > 1:
        return
    a, b = _campaigns(sentence_a, words), _campaigns(sentence_b, words)
    if len(a) == len(b) == 1 and not _alike_campaigns(a[0], b[0], language):
        yield Difference("name", "campaign-wording", a[0], b[0])


def _campaigns(text: str, words: Comparing) -> list[str]:
    """Return the names of the campaigns in a text, quoted or described by their aim."""
    return [" ".join(_MARKS.sub("", match[0]).split()) for match in words.campaign.finditer(text)]


def _alike_campaigns(a: str, b: str, language: Language) -> bool:
    """Return whether two names are the same apart from inflection, or one is less specific."""
    any_campaign = frozenset(stems(language.comparing.campaign_words, language))
    words_a, words_b = (frozenset(stems(plain(name), language)) - any_campaign for name in (a, b))
    return not words_a or not words_b or words_a <= words_b or words_b <= words_a


def name_differences(
    a: Side, b: Side, terms_a: Mapping[str, str], terms_b: Mapping[str, str], people: Container[str]
) -> Iterator[Difference]:
    """Yield terms with different wordings, and names that only one side has.

    `terms_a` and `terms_b` map term ids to their wordings on each side. Names in `people` are
    skipped.
    """
    for term in sorted(terms_a.keys() & terms_b.keys()):
        wording_a, wording_b = terms_a[term], terms_b[term]
        if not _one_wording(wording_a, wording_b, a.language):
            yield Difference("term", "wording", wording_a, wording_b)
    only = [
        ", ".join(
            name
            for name in dict.fromkeys(_unmatched_names(side, opposite.text, terms))
            if name not in people
        )
        for side, opposite, terms in ((a, b, terms_a), (b, a, terms_b))
    ]
    if all(only):
        yield Difference("name", "names", only[0], only[1])


def _past(text: str, words: Comparing) -> re.Match[str] | None:
    """Return the first past form outside relative clauses, or None."""
    beside = [clause.span() for clause in words.relative.finditer(text)]
    return next(
        (
            match
            for match in words.past.finditer(text)
            if match[0].casefold() not in words.no_past
            and not any(start <= match.start() < end for start, end in beside)
        ),
        None,
    )


def _is_future(text: str, words: Comparing) -> bool:
    return bool(words.future.search(text) or words.plan.search(text))


def _clause(text: str, match: re.Match[str], language: Language) -> str:
    """Return the matched words and up to four after them, within the clause.

    Words that only lead on to others are not the last ones: "rose by a third compared with".
    """
    following = re.split(r"[,;:](?=\s)", text[match.end() :])[0].split()[:_CLAUSE]
    grammar = language.grammar
    leading = (
        grammar.prepositions
        | grammar.determiners
        | grammar.conjunctions
        | language.comparing.no_past
    )
    while following and following[-1].casefold() in leading:
        following.pop()
    return " ".join([match[0], *following]).rstrip(' .”"')


def _one_wording(a: str, b: str, language: Language) -> bool:
    """Return whether two wordings differ only in endings, or one abbreviates the other."""
    short = any(text.isupper() and " " not in text for text in (a, b))
    return short or stems(plain(a), language) == stems(plain(b), language)


def _unmatched_names(side: Side, opposite: str, wordings: Mapping[str, str]) -> Iterator[str]:
    """Yield names of one side without common words on the other; terms and acronyms are skipped."""
    stems_there = frozenset(stems(opposite, side.language))
    terms = [plain(wording) for wording in wordings.values()]
    for text in side.texts:
        for match in side.language.comparing.name.finditer(text):
            name = (match[1] or match[2]).rstrip(",.;’'")
            opening = match.start() == 0 and " " not in name
            short = "".join(re.findall(r"\b[A-Z]", name))
            abbreviated = name.isupper() or re.search(rf"\b{short}\b", opposite)
            is_term = any(plain(name) in term or term in plain(name) for term in terms)
            words = stems(name, side.language)
            if words and not (opening or abbreviated or is_term or stems_there & set(words)):
                yield name
