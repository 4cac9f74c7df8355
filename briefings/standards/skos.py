"""The glossary as a SKOS vocabulary: concepts with labels, documentation and relations.

The address of a term's page is its concept's URI. Each wording is also a SKOS-XL label, which
records the texts that contain it and who uses it; plain SKOS labels have the same words. The
constraints of the SKOS reference (<https://www.w3.org/TR/skos-reference/>) are met here or by the
checks on the glossary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from briefings import ids, urls, wording
from briefings.model import Corpus, Place, Rendering, Term, TermMention

from .known import known

Data = dict[str, Any]
FILE = "terms.jsonld"
ENGLISH = "en"
CHINESE = "zh"
_NAMED = 5  # maximum number of speakers named in a note on a wording
_EXAMPLE_LENGTH = 400

_TEXTS = (
    "prefLabel",
    "altLabel",
    "definition",
    "scopeNote",
    "editorialNote",
    "historyNote",
    "note",
)
_LINKS = (
    "inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "related",
    "exactMatch", "closeMatch", "member",
)  # fmt: skip
_CONTEXT: Data = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xl": "http://www.w3.org/2008/05/skos-xl#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    **{name: {"@id": f"skos:{name}", "@container": "@language"} for name in _TEXTS},
    **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in _LINKS},
    "notation": "skos:notation",
    "example": "skos:example",
    "title": {"@id": "dcterms:title", "@container": "@language"},
    "description": {"@id": "dcterms:description", "@container": "@language"},
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "isReferencedBy": {"@id": "dcterms:isReferencedBy", "@type": "@id"},
    "bibliographicCitation": "dcterms:bibliographicCitation",
    "value": {"@id": "rdf:value", "@container": "@language"},
    "literalForm": {"@id": "xl:literalForm", "@container": "@language"},
    "xlPrefLabel": "xl:prefLabel",
    "xlAltLabel": "xl:altLabel",
}


@dataclass(frozen=True, slots=True)
class Named:
    """Functions that return names: `text` for the text that contains a place, `who` for an id."""

    text: Callable[[Place], str]
    who: Callable[[str], str]


def skos(corpus: Corpus, title: str, base: str, named: Named) -> Data:
    """The vocabulary as JSON-LD; its `@graph` is a lazy iterator.

    Addresses are relative to `base`, the site's root: its address, or "../" for a file in `data/`.
    """
    return {"@context": {**_CONTEXT, "@base": base}, "@graph": _nodes(corpus, title, named)}


def _nodes(corpus: Corpus, title: str, named: Named) -> Iterator[Data]:
    terms = sorted(corpus.annotations.terms, key=lambda one: one.entry.id)
    texts = _Texts(corpus, terms)
    tops = [urls.term_url(term.entry.id) for term in terms if not term.broader]
    yield known(
        {
            "id": urls.TERMS,
            "type": "skos:ConceptScheme",
            "title": {ENGLISH: f"Terms of {title}"},
            "description": {ENGLISH: "Names and set phrases of press briefings, explained."},
            "hasTopConcept": tops,
        }
    )
    kinds: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        kinds[term.entry.kind].append(urls.term_url(term.entry.id))
        yield _Concept(term, texts, named).data()
    for kind, members in sorted(kinds.items()):
        yield {
            "id": f"{urls.TERMS}#kind-{kind}",
            "type": "skos:Collection",
            "prefLabel": {ENGLISH: wording.TERM_GROUPS[kind]},
            "member": members,
        }


class _Texts:
    """What concepts need from the texts, collected by briefing: languages, dates, a sentence."""

    def __init__(self, corpus: Corpus, terms: Iterable[Term]) -> None:
        wanted: dict[str, dict[str, list[TermMention]]] = defaultdict(lambda: defaultdict(list))
        for term in terms:
            for mention in () if term.explanations else term.mentions[:1]:
                place = mention.place
                wanted[place.briefing][place.passage or ""].append(mention)
        self.languages: dict[str, str] = {}
        self.days = {
            briefing.slug: wording.date_words(briefing.date) for briefing in corpus.briefings
        }
        self.sentences: dict[Place, str] = {}
        spans = corpus.relations.sentences
        for briefing in corpus.briefings:
            for witness in briefing.witnesses:
                self.languages[witness.source.id] = witness.language
                for passage in witness.passages if briefing.slug in wanted else ():
                    for mention in wanted[briefing.slug].get(passage.id, ()):
                        around = spans.get((briefing.slug, passage.id), ())
                        self.sentences[mention.place] = _sentence(mention, passage.text, around)

    def language(self, sources: Iterable[str]) -> str:
        """The language of some texts; English if they differ or it is not known."""
        languages = {self.languages.get(source, ENGLISH) for source in sources}
        return languages.pop() if len(languages) == 1 else ENGLISH


class _Concept:
    """A term as a concept."""

    def __init__(self, term: Term, texts: _Texts, named: Named) -> None:
        self._term = term
        self._texts = texts
        self._named = named
        self._url = urls.term_url(term.entry.id)
        self._used: dict[str, list[str]] = defaultdict(list)
        for usage in term.usages:
            self._used[usage.wording].append(usage.source)
        self._language = texts.language(sorted({usage.source for usage in term.usages}))
        self._ids: dict[str, str] = {}

    def data(self) -> Data:
        term, entry = self._term, self._term.entry
        preferred, *others = self._renderings()
        labels = {self._language: entry.term}
        plain: dict[str, list[str]] = {self._language: [rendering.text for rendering in others]}
        if entry.chinese and CHINESE not in labels:
            labels[CHINESE] = entry.chinese
        elif entry.chinese and entry.chinese != entry.term:
            plain[CHINESE] = sorted({*plain[CHINESE], entry.chinese})
        chinese = (
            [self._chinese()] if entry.chinese and labels.get(CHINESE) == entry.chinese else []
        )
        return known(
            {
                "id": self._url,
                "type": "skos:Concept",
                "inScheme": urls.TERMS,
                "topConceptOf": None if term.broader else urls.TERMS,
                "notation": entry.id,
                "prefLabel": labels,
                "altLabel": known(plain),
                "xlPrefLabel": [self._label(preferred), *chinese],
                "xlAltLabel": [self._label(rendering) for rendering in others],
                "definition": self._definition(),
                "scopeNote": {ENGLISH: self._scope()},
                "editorialNote": {ENGLISH: self._bases()},
                "historyNote": {ENGLISH: self._history()},
                "example": self._examples(),
                "broader": [urls.term_url(id_) for id_ in term.broader],
                "narrower": [urls.term_url(id_) for id_ in term.narrower],
                "related": [urls.term_url(id_) for id_ in term.related],
                "exactMatch": list(entry.exact_match),
                "closeMatch": list(entry.close_match),
            }
        )

    def _renderings(self) -> list[Rendering]:
        """The preferred wording, then every other one, without duplicates."""
        renderings = {
            rendering.text: rendering for rendering in reversed(self._term.entry.renderings)
        }
        return [
            renderings.pop(self._term.entry.term),
            *(renderings[text] for text in sorted(renderings)),
        ]

    def _id(self, name: str) -> str:
        """A URI within the file for a part of the concept."""
        id_ = ids.free_id(name, self._ids)
        self._ids[id_] = name
        return urls.data_url(FILE, f"{self._term.entry.id}.{id_}")

    def _label(self, rendering: Rendering) -> Data:
        sources = sorted(set(self._used[rendering.text]))
        return known(
            {
                "id": self._id(rendering.text),
                "type": "xl:Label",
                "literalForm": {self._language: rendering.text},
                "isReferencedBy": [urls.source_url(source) for source in sources],
                "note": {ENGLISH: list(self._usage(rendering))},
            }
        )

    def _usage(self, rendering: Rendering) -> Iterator[str]:
        """Who uses a wording, and the only texts in which it has this meaning."""
        mentions = [mention for mention in self._term.mentions if mention.wording == rendering.text]
        if mentions:
            people = dict.fromkeys(mention.speaker for mention in mentions if mention.speaker)
            names = [self._named.who(id_) for id_ in list(people)[:_NAMED]]
            if len(people) > _NAMED:
                names.append(wording.count(len(people) - _NAMED, "other"))
            by = f" by {', '.join(names)}" if names else ""
            yield f"Used {wording.count(len(mentions), 'time')}{by}."
        if rendering.sources:
            yield f"Means this only in {', '.join(rendering.sources)}."

    def _chinese(self) -> Data:
        entry = self._term.entry
        return known(
            {
                "id": self._id("chinese"),
                "type": "xl:Label",
                "literalForm": {CHINESE: entry.chinese},
                "bibliographicCitation": entry.chinese_basis,
            }
        )

    def _definition(self) -> Data:
        """The editors' definition, otherwise one from a text."""
        term = self._term
        if term.entry.definition:
            return {ENGLISH: term.entry.definition}
        return {
            self._texts.language([explanation.place.source]): explanation.quote
            for explanation in term.explanations[:1]
        }

    def _scope(self) -> list[str]:
        explanation = " ".join("".join(run.text for run in part) for part in self._term.more)
        wrong = ", ".join(f"“{words}”" for words in self._term.entry.wrong)
        return [
            sentence
            for sentence in (explanation, f"Not meant by {wrong}." if wrong else "")
            if sentence
        ]

    def _bases(self) -> list[str]:
        entry = self._term.entry
        named = {"Definition": entry.basis if entry.definition else None}
        named["Scope note"] = entry.explanation_basis if entry.explanation else None
        return [f"{subject}: {basis}" for subject, basis in named.items() if basis]

    def _history(self) -> list[str]:
        term = self._term
        if not term.briefings:
            return []
        first, last = (self._texts.days[term.briefings[n]] for n in (0, -1))
        sentences = [f"Mentioned in the briefing of {first}."]
        if first != last:
            sentences = [f"First mentioned in the briefing of {first}, last in that of {last}."]
        if term.no_longer:
            later = wording.count(term.later_without, "later briefing")
            sentences.append(f"Not mentioned in {later} of the same series.")
        return sentences

    def _examples(self) -> list[Data]:
        """Quotations from texts that explain the term; if there are none, the first sentence with
        it.
        """
        term = self._term
        words = [(explanation.quote, explanation.place) for explanation in term.explanations]
        words = words or [
            (self._texts.sentences[mention.place], mention.place)
            for mention in term.mentions[:1]
            if mention.place in self._texts.sentences
        ]
        return [
            {
                "id": self._id("example"),
                "value": {self._texts.language([place.source]): text},
                "source": urls.place_url(place),
                "bibliographicCitation": f"{self._named.text(place)}, line {place.line}",
            }
            for text, place in words
        ]


def _sentence(mention: TermMention, text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The sentence that contains a mention."""
    at, _ = mention.place.offsets
    sentence = next((text[start:end] for start, end in spans if start <= at < end), text)
    return wording.clip(sentence, _EXAMPLE_LENGTH)
