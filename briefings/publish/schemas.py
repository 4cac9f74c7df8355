"""The shapes of the published data, record by record, with the descriptions that readers see.

`publish.data` makes records of exactly these shapes. The JSON Schemas under `data/schemas/`,
`datapackage.json` and the Data page are generated from them, so they cannot disagree.
"""

from __future__ import annotations

from typing import get_args

from briefings.model import Mode, Quality, Role, SourceKind, SpeakerKind

from .shapes import (
    choice,
    date,
    extend,
    flag,
    many,
    nullable,
    number,
    record,
    source_id,
    text,
    whole,
)

_BRIEFING = text("Slug of the briefing.")
_SOURCE = source_id()
_LINE = whole("Line of the source, counted from 1.", minimum=1)
_URL = text("Address of the page, relative to the site's root.")

PLACE = record(
    "Where data points into a text.",
    {
        "briefing": _BRIEFING,
        "source": _SOURCE,
        "passage": text("Id of the passage; null on a line that is none.", null=True),
        "line": _LINE,
        "start": whole("Offset of the span in the passage's text, in code points."),
        "end": whole("Offset just after the span."),
    },
    optional=("start", "end"),
)

SERIES = nullable(
    record(
        "The series that the briefing belongs to.",
        {
            "name": text("Name of the series as printed.", null=True),
            "number": whole("Its number in the series.", null=True, minimum=1),
        },
    )
)

COUNTS = record(
    "How much the briefing holds.",
    {
        "witnesses": whole("Texts of the briefing."),
        "participants": whole("Persons on its lists."),
        "turns": whole("Turns of the primary witness."),
        "exchanges": whole("Questions with their answers."),
        "passages": whole("Passages of the primary witness."),
        "words": whole("Words of the primary witness."),
    },
)

BRIEFING_ENTRY = record(
    "One briefing.",
    {
        "slug": text("Permanent id of the briefing."),
        "url": _URL,
        "title": text("Title as printed, or as editors give it where none is."),
        "short_title": text("What lists call it: by editors, else its subject out of the title."),
        "date": date("Day of the event."),
        "host": text("Who held it.", null=True),
        "series": SERIES,
        "sources": many("Its sources, the primary one first.", _SOURCE),
        "counts": COUNTS,
    },
)

PASSAGE = record(
    "One paragraph.",
    {
        "id": text("Permanent id; the fragment of its address on the briefing's page."),
        "text": text("Text with each run of white space folded into one space."),
        "line": _LINE,
        "lines": many(
            "First and last line, where the passage spans several.",
            {"type": "integer", "minimum": 1},
        ),
        "repeats": extend(
            PLACE, {"passage": text("Id of the earlier passage of this source that it repeats.")}
        ),
    },
    optional=("lines", "repeats"),
)

SPEAKER = record(
    "Who speaks, as far as the source tells.",
    {
        "kind": choice("In which part somebody speaks.", get_args(SpeakerKind)),
        "id": text("Id of the person or the outlet; null where it is not known.", null=True),
        "name": text("Preferred name.", null=True),
        "label": text("Label as printed; null where the turn has none.", null=True),
    },
)

TURN = record(
    "One uninterrupted contribution.",
    {
        "id": text("Permanent id."),
        "speaker": SPEAKER,
        "passages": many("Its paragraphs in order.", PASSAGE),
    },
)

SECTION = record(
    "A part of an article.",
    {
        "id": text("Permanent id."),
        "heading": text("Heading as printed; null before the first one.", null=True),
        "passages": many("Its paragraphs in order.", PASSAGE),
        "topics": many("Ids of topics.", text("Id of a topic.")),
    },
)

CREDITS = record(
    "Who made the text.",
    {
        "translators": many("Translators and editors as printed.", text("A name as printed.")),
        "notice": text("The clause on which language prevails.", null=True),
    },
)

WITNESS = record(
    "One text of the briefing: a transcript has turns, an article sections.",
    {
        "source": _SOURCE,
        "kind": choice("What sort of text it is.", get_args(SourceKind)),
        "quality": choice("Editors' grade of the text.", get_args(Quality), null=True),
        "title": text("Title as printed.", null=True),
        "subtitle": text("Subtitle as printed.", null=True),
        "byline": text("Author line as printed.", null=True),
        "lead": text("Lead before the text proper.", null=True),
        "publisher": text("Who published it.", null=True),
        "published": date("Day of publication."),
        "turns": many("Turns in order.", TURN),
        "sections": many("Sections in order.", SECTION),
        "credits": CREDITS,
    },
    optional=("turns", "sections"),
)

PARTICIPANT = record(
    "One wording of one participant in one source's lists.",
    {
        "id": text("Id of the person."),
        "name": text("Name as printed."),
        "role": text("The whole wording of the role, organisation included.", null=True),
        "organization": text("The organisation in it.", null=True),
        "chair": flag("Whether this wording names the chair."),
        "source": _SOURCE,
        "line": _LINE,
    },
)

EXCHANGE = record(
    "A question, the hand-overs if any, and the answers: ids of turns of the primary witness.",
    {
        "id": text("Id of the exchange."),
        "question": text("The turn that asks."),
        "handovers": many("Turns that only pass the question on.", text("Id of a turn.")),
        "answers": many("Turns that answer, hand-overs left out.", text("Id of a turn.")),
        "topics": many("Ids of topics.", text("Id of a topic.")),
        "subject": nullable(
            record(
                "What the question asks about, in its own words; null where no rule finds them.",
                {
                    "text": text("The words."),
                    "clipped": flag(
                        "Whether more belongs to them that is left out for its length."
                    ),
                    "place": PLACE,
                },
            )
        ),
    },
)

_SAME = "Whether both tell the same; null where one of them does not tell."

JOINED = record(
    "Why a source is taken for a text of the briefing.",
    {
        "source": text("Id of the source."),
        "other": text("Id of the source that it was held against."),
        "by_editors": flag("Whether editors say so."),
        **{
            name: {**flag(f"{_SAME} ({words})"), "type": ["boolean", "null"]}
            for name, words in (
                ("day", "day"),
                ("hour", "hour"),
                ("place", "place"),
                ("host", "host"),
                ("title", "title"),
                ("number", "number in the publisher's series"),
            )
        },
        "people": whole("People named in both."),
        "people_of": whole("People named in the one that names fewer."),
        "text": number(
            "Share of the shorter text, 0 to 1, that stands in the longer one; what the chair says"
            " is not counted."
        ),
    },
)

BRIEFING = record(
    "One briefing with its texts.",
    {
        "slug": text("Permanent id of the briefing."),
        "title": text("Title as printed, or as editors give it where none is."),
        "short_title": text("What lists call it: by editors, else its subject out of the title."),
        "date": date("Day of the event."),
        "time": text("Hour as printed.", null=True),
        "place": text("Where it was held.", null=True),
        "host": text("Who held it.", null=True),
        "series": SERIES,
        "primary": text("Id of the source whose text is the primary one."),
        "participants": many("Participants in each wording.", PARTICIPANT),
        "witnesses": many("Its texts, the primary one first.", WITNESS),
        "exchanges": many("Questions and answers in order.", EXCHANGE),
        "joined": many("Why the other texts are taken for texts of it.", JOINED),
    },
)

_ROLE = choice("What became of it.", get_args(Role))
_RULE = text("Rule that removed it.")
_PASSAGE_ID = text("Id of the passage that it belongs to.")

LINE_PART = record(
    "One of several things on a line.",
    {
        "role": _ROLE,
        "passage": _PASSAGE_ID,
        "rule": _RULE,
        "start": whole("Offset in the line as received, in code points."),
        "end": whole("Offset just after it."),
    },
    optional=("passage", "rule"),
)

LINE = record(
    "One line that is not blank, with its one role.",
    {
        "n": _LINE,
        "role": _ROLE,
        "passage": _PASSAGE_ID,
        "rule": _RULE,
        "repeats": extend(PLACE, {"passage": text("Id of the earlier passage that it repeats.")}),
        "parts": many("What stands on a line that holds several things.", LINE_PART),
    },
    optional=("passage", "rule", "repeats", "parts"),
)

EDITION = record(
    "An earlier edition of a source.",
    {
        "sha256": text("SHA-256 of its bytes.", pattern=r"^[0-9a-f]{64}$"),
        "replaced": date("Day on which a later edition took its place here."),
        "published": date("Day it was published."),
        "url": text("Where it was published.", null=True),
    },
)

SOURCE = record(
    "One document as received.",
    {
        "id": text("Id of the source."),
        "file": text("Name of the file in seeds/."),
        "sha256": text("SHA-256 of its bytes.", pattern=r"^[0-9a-f]{64}$"),
        "kind": choice("What sort of text it is.", get_args(SourceKind)),
        "briefing": _BRIEFING,
        "lines": many("Every line that is not blank, once.", LINE),
        "editions": many("Its earlier editions, oldest first.", EDITION),
    },
)

ROLE_WORDING = extend(
    PLACE,
    {
        "role": text("The role as worded there."),
        "organization": text("The organisation in it.", null=True),
        "date": date("Day of the briefing."),
    },
)

PERSON = record(
    "One person who spoke, is listed, or is reported (after Popolo).",
    {
        "id": text("Permanent id."),
        "name": text("Preferred name."),
        "family_name": text(
            "The part of the name that is the family's; null where nothing tells.", null=True
        ),
        "other_names": many("Other names printed.", text("A name as printed.")),
        "chinese": text("The name in Chinese; null where it is not known.", null=True),
        "chinese_basis": text("Where the Chinese name is attested.", null=True),
        "url": _URL,
        "roles": many("Roles as each source words them.", ROLE_WORDING),
        "turns": many("Turns spoken.", extend(PLACE, {"turn": text("Id of the turn.")})),
        "mentions": many("Where running text names the person.", PLACE),
        "quoted": many(
            "Where an article gives the person's words.",
            extend(PLACE, {"mode": choice("Direct or reported speech.", get_args(Mode))}),
        ),
    },
)

OUTLET = record(
    "One news organisation that asked.",
    {
        "id": text("Permanent id."),
        "name": text("Preferred name."),
        "other_names": many("Other names printed.", text("A name as printed.")),
        "chinese": text("The name in Chinese; null where it is not known.", null=True),
        "chinese_basis": text("Where the Chinese name is attested.", null=True),
        "url": _URL,
        "questions": many("Questions asked.", extend(PLACE, {"turn": text("Id of the turn.")})),
    },
)

TOPIC = record(
    "One subject, with the exchanges, sections and paragraphs under it.",
    {
        "id": text("Permanent id."),
        "title": text("Title."),
        "description": text("What belongs under it."),
        "url": _URL,
        "exchanges": many(
            "Exchanges.",
            record(
                "An exchange.",
                {"briefing": _BRIEFING, "exchange": text("Id of the exchange.")},
            ),
        ),
        "sections": many(
            "Sections of articles.",
            record("A section.", {"briefing": _BRIEFING, "section": text("Id of the section.")}),
        ),
        "passages": many(
            "Paragraphs outside exchanges (of opening statements and of articles), each with the "
            "first words that name the topic; without a span where a heading or editors do.",
            PLACE,
        ),
    },
)
