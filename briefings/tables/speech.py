"""Tables of speech: turns, passages, sentences, exchanges."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import urls
from briefings.languages import language_of
from briefings.languages.sentences import sentence_spans
from briefings.model import Passage, Section, Speaker, full_id
from briefings.publish.schemas import EXCHANGE, PASSAGE, SECTION, SPEAKER

from .columns import ABOUT, SPEAKS, STANDS, TO_SPEAKER, TO_TEXT, TO_TURN, URL
from .fields import Field, Table, refer, taken, text, texts, whole
from .reading import At, BriefingRows, Cells, InExchange

_DOES = Field(
    "does", "text",
    "What the turn does in its exchange; null of a turn in none, an opening statement say.", "rule",
    null=True, values=("question", "handover", "answer"), measured=("turn", "asks or answers"),
)  # fmt: skip
_WORDS = whole("words", "Words in it, as parted by white space.", unit="words")
_LINE = taken(PASSAGE, "line", "build")


def _turns(rows: BriefingRows) -> Iterator[Cells]:
    for witness in rows.witnesses:
        source = witness.source.id
        for number, turn in enumerate(witness.turns, 1):
            within = rows.in_exchanges.get(turn.id, InExchange())
            topics = [id_ for passage in turn.passages for id_ in rows.at[passage.id].topics]
            lines = [*(passage.line for passage in turn.passages), turn.label_line]
            yield {
                "id": full_id(source, turn.id),
                **rows.stands(source),
                "number": number,
                "exchange": rows.exchange_key(within.id),
                "does": within.does,
                "topics": list(dict.fromkeys(topics)),
                **rows.spoken(source, turn.speaker),
                "label": turn.speaker.label,
                "line": lines[0],
                "passages": len(turn.passages),
                "words": sum(_words(passage) for passage in turn.passages),
                "text": "\n".join(passage.text for passage in turn.passages),
                "url": urls.briefing_url(rows.slug, turn.id),
            }


TURNS = Table(
    "turns",
    "Turns",
    "What one speaker or outlet says without interruption, in one text. Articles have no turns.",
    (
        text("id", "Permanent id: the source and the number of the turn."),
        *STANDS,
        whole("number", "Its place among the turns of its text, from 1.", minimum=1),
        *(field for field in ABOUT if field.name == "exchange"),
        _DOES,
        texts(
            "topics", "Topics of the exchange, or of its passages where it is in none: ids.", "rule"
        ),
        *SPEAKS,
        taken(SPEAKER, "label", "printed"),
        whole("line", "Line of its first passage in the source, from 1.", minimum=1, null=True),
        whole("passages", "Passages in it.", unit="passages"),
        _WORDS,
        text(
            "text",
            "What is said: its passages, parted by a line feed.",
            "printed",
            null=True,
            measured=("turn", "found"),
        ),
        URL,
    ),
    refers=(*TO_TEXT, *TO_SPEAKER, refer("exchanges", "exchange")),
    indexed=("briefing", "text_id", "person", "outlet", "exchange"),
    weaknesses=(
        "Where a source has lost the label of a question, the turn has no speaker.",
        "A briefing with two transcripts has its turns twice: count those with `primary_text`.",
    ),
    of_briefing=_turns,
)


def _passage(rows: BriefingRows, source: str, at: At) -> Cells:
    """The columns that passages and their sentences share."""
    passage, part = at.passage, at.part
    return {
        **rows.stands(source),
        "section": full_id(source, part.id) if isinstance(part, Section) else None,
        **rows.about(source, passage.id),
        "does": at.within.does,
        **rows.speaks(source, passage.id),
        "line": passage.line,
        "url": urls.briefing_url(rows.slug, passage.id),
    }


_OF_PASSAGE: tuple[Field, ...] = (
    *STANDS,
    text("section", "Id of the section of an article that it stands in; null of a transcript.",
         null=True),
    *ABOUT,
    _DOES,
    *SPEAKS,
    texts("quoted", "People whose words an article gives or reports there: ids.", "rule"),
    _LINE,
)  # fmt: skip


def _passages(rows: BriefingRows) -> Iterator[Cells]:
    position = rows.position
    for witness in rows.witnesses:
        source = witness.source.id
        for passage in witness.passages:
            position += 1
            at = rows.at[passage.id]
            yield {
                "id": full_id(source, passage.id),
                "position": position,
                **_passage(rows, source, at),
                "quoted": rows.quoted(passage.id),
                "number": at.number,
                "heading": at.part.heading if isinstance(at.part, Section) else None,
                "last_line": passage.last_line,
                "repeats": full_id(source, passage.repeats) if passage.repeats else None,
                "words": _words(passage),
                "text": passage.text,
            }


PASSAGES = Table(
    "passages",
    "Passages",
    "A paragraph of a text.",
    (
        text("id", "Permanent id: the source, the turn or section, and the paragraph in it."),
        whole("position", "Its place in the whole corpus, from 1; another one in the next release.",
              minimum=1),
        *_OF_PASSAGE,
        whole("number", "Its place in its text, from 1.", minimum=1),
        taken(SECTION, "heading", "printed"),
        whole("last_line", "Its last line in the source, where it spans several.", minimum=1),
        text("repeats", "Id of the earlier passage of its text whose words it repeats.", null=True),
        _WORDS,
        text("text", "Its words; each run of white space is one space.", "printed"),
        URL,
    ),
    unique=("position",),
    refers=(*TO_TEXT, *TO_TURN, *TO_SPEAKER, refer("passages", "repeats")),
    indexed=("briefing", "text_id", "turn", "person"),
    weaknesses=(
        "Nobody has a turn in an article: whom it quotes or reports is in `quoted`.",
    ),
    of_briefing=_passages,
)  # fmt: skip


def _sentences(rows: BriefingRows) -> Iterator[Cells]:
    for witness in rows.witnesses:
        source, language = witness.source.id, language_of(witness.language)
        for passage in witness.passages:
            shared = _passage(rows, source, rows.at[passage.id])
            for number, (start, end) in enumerate(sentence_spans(passage.text, language), 1):
                words = passage.text[start:end]
                yield {
                    "id": f"{full_id(source, passage.id)}.{number}",
                    "passage": full_id(source, passage.id),
                    **shared,
                    "quoted": rows.quoted(passage.id, start, end),
                    "number": number,
                    "start": start,
                    "end": end,
                    "words": len(words.split()),
                    "text": words,
                }


SENTENCES = Table(
    "sentences",
    "Sentences",
    "A sentence of a passage.",
    (
        text("id", "Id of the passage and number of the sentence; it changes with the passage."),
        text("passage", "Id of the passage."),
        *_OF_PASSAGE,
        whole("number", "Its place in the passage, from 1.", minimum=1),
        whole("start", "Offset in the passage's text.", unit="code points"),
        whole("end", "Offset just after it.", unit="code points"),
        _WORDS,
        text("text", "Its words.", "printed"),
        URL,
    ),
    refers=(refer("passages", "passage"), *TO_TEXT, *TO_TURN, *TO_SPEAKER),
    indexed=("passage", "briefing"),
    weaknesses=("Where a sentence ends is decided by a rule: '10 a.m. Friday' is one, as a rule.",),
    of_briefing=_sentences,
)


def _exchanges(rows: BriefingRows) -> Iterator[Cells]:
    witness = rows.witnesses[0]
    source = witness.source.id
    turns = {turn.id: turn for turn in witness.turns}
    for number, record in enumerate(rows.record["exchanges"], 1):
        question = turns[record["question"]]
        answers = [turns[id_] for id_ in record["answers"]]
        subject = record["subject"]
        yield {
            "id": full_id(source, record["id"]),
            **rows.stands(source),
            "number": number,
            "topics": record["topics"],
            **rows.spoken(source, question.speaker),
            "question": full_id(source, question.id),
            "handovers": [full_id(source, id_) for id_ in record["handovers"]],
            "answers": [full_id(source, answer.id) for answer in answers],
            "answered_by": _names(answer.speaker for answer in answers),
            "people": _people(answer.speaker for answer in answers),
            "subject": subject["text"] if subject else None,
            "question_words": sum(_words(passage) for passage in question.passages),
            "answer_words": sum(_words(passage) for turn in answers for passage in turn.passages),
            "text": "\n".join(passage.text for passage in question.passages),
            "url": urls.briefing_url(rows.slug, question.id),
        }


def _names(speakers: Iterator[Speaker]) -> list[str]:
    return list(dict.fromkeys(speaker.name for speaker in speakers if speaker.name))


def _people(speakers: Iterator[Speaker]) -> list[str]:
    return list(
        dict.fromkeys(speaker.id for speaker in speakers if speaker.id and speaker.kind != "outlet")
    )


EXCHANGES = Table(
    "exchanges",
    "Questions and answers",
    "A question with the hand-overs, if any, and the answers, in the fullest text of a briefing.",
    (
        text("id", "Permanent id: the source and the number of the exchange."),
        *STANDS,
        whole("number", "Its place among the questions of the briefing, from 1.", minimum=1),
        taken(EXCHANGE, "topics", "rule"),
        *SPEAKS,
        text("question", "Id of the turn that asks; who speaks is said of it."),
        texts("handovers", "Turns that only pass the question on: ids.", "rule"),
        texts("answers", "Turns that answer, hand-overs left out: ids.", "rule"),
        texts("answered_by", "Names of those who answer.", "printed"),
        texts("people", "Ids of the people who answer.", "build"),
        text(
            "subject",
            "What the question asks about, in its own words; null where no rule finds them.",
            "rule",
            null=True,
        ),
        whole("question_words", "Words of the question.", unit="words"),
        whole("answer_words", "Words of the answers.", unit="words"),
        text("text", "The question: its passages, parted by a line feed.", "printed", null=True),
        URL,
    ),
    refers=(*TO_TEXT, *TO_SPEAKER, refer("turns", "question")),
    indexed=("briefing", "outlet", "question"),
    weaknesses=("A question without a label may stand in the answer before it.",),
    of_briefing=_exchanges,
)


def _words(passage: Passage) -> int:
    return len(passage.text.split())
