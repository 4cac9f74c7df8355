"""SQL views: the most common queries, each with its answer as one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: the question that it answers, and its query."""

    name: str
    title: str
    description: str
    query: str

    @property
    def statement(self) -> str:
        """The SQL statement that creates the view."""
        return f'CREATE VIEW "{self.name}" AS\n{self.query.strip()}'


VIEWS: tuple[View, ...] = (
    View(
        "who_said_what_when",
        "Who said what when",
        "Every turn of the fullest text of each briefing, oldest first.",
        """
SELECT date, speaker, role, speaker_kind, does, text, topics, publisher, quality, text_name,
       id AS turn, person, outlet, exchange, briefing, url
FROM turns WHERE primary_text ORDER BY day, briefing, number
""",
    ),
    View(
        "figures_by_indicator",
        "Figures by indicator",
        "What is stated of each indicator, one value for each event and period; comparable says "
        "whether those of one series may be set side by side.",
        """
SELECT indicators.title AS indicator_title, observations.series, observations.comparable,
       observations.first_day, observations.last_day, observations.period,
       observations.comparator, observations.value, observations.high, observations.unit,
       observations.direction, observations.quote, observations.date, observations.speaker,
       observations.role, observations.publisher, observations.quality, observations.text_name,
       observations.indicator, observations.figure, observations.passage, observations.url
FROM observations JOIN indicators ON indicators.id = observations.indicator
WHERE NOT observations.variant
ORDER BY indicators.title, observations.series, coalesce(observations.last_day, observations.day)
""",
    ),
    View(
        "figures_that_differ",
        "Figures that differ between texts of one event",
        "Observations for which another text or passage of the same event gives another value.",
        """
SELECT indicators.title AS indicator_title, one.date, one.quote, one.value, one.text_name,
       other.quote AS other_quote, other.value AS other_value, other.text_name AS other_text_name,
       one.unit, one.period, one.indicator, one.passage, other.passage AS other_passage, one.url
FROM observations AS other
JOIN observations AS one ON one.indicator = other.indicator AND one.figure = other.observation
     AND NOT one.variant
JOIN indicators ON indicators.id = one.indicator
WHERE other.variant AND other.value <> one.value
ORDER BY one.day, indicators.title
""",
    ),
    View(
        "questions_by_outlet",
        "Questions by outlet",
        "Every question, with who asked, what about, and who answered.",
        """
SELECT coalesce(outlets.name, exchanges.speaker) AS asked_by, exchanges.date, exchanges.subject,
       exchanges.text AS question_text, exchanges.answered_by, exchanges.topics,
       exchanges.question_words, exchanges.answer_words, exchanges.quality, exchanges.text_name,
       exchanges.outlet, exchanges.id AS exchange, exchanges.briefing, exchanges.url
FROM exchanges LEFT JOIN outlets ON outlets.id = exchanges.outlet
ORDER BY asked_by IS NULL, asked_by, exchanges.day, exchanges.number
""",
    ),
    View(
        "questions_by_topic",
        "Questions by topic",
        "Every question once for each topic that it is on.",
        """
SELECT topics.title AS topic_title, exchanges.date, exchanges.speaker AS asked_by,
       exchanges.subject, exchanges.answered_by, topics.id AS topic, exchanges.id AS exchange,
       exchanges.briefing, exchanges.url
FROM exchanges, json_each(exchanges.topics) AS one JOIN topics ON topics.id = one.value
ORDER BY topics.title, exchanges.day, exchanges.number
""",
    ),
    View(
        "differences",
        "Where texts differ",
        "Passages that should agree and do not, the weightiest first; what editors dismissed is "
        "left out.",
        """
SELECT type, class, status, title, text, takeaway, text_names, publishers, qualities, passages,
       figures, found_by, weight, id AS discrepancy, url
FROM discrepancies WHERE status <> 'dismissed' ORDER BY weight DESC, id
""",
    ),
    View(
        "sentences_that_differ",
        "Sentences that differ",
        "What two texts of one event say differently in sentences that say the same thing: a row "
        "for each difference.",
        """
SELECT alignments.date, one.value AS differs,
       json_extract(alignments.differs_a, '$[' || one.key || ']') AS words,
       json_extract(alignments.differs_b, '$[' || one.key || ']') AS other_words,
       a_text AS text, b_text AS other_text, a_text_name AS text_name,
       b_text_name AS other_text_name, b_quality AS other_quality, score,
       alignments.id AS alignment, briefing, url
FROM alignments, json_each(alignments.differs) AS one
ORDER BY alignments.day, alignments.id, one.key
""",
    ),
    View(
        "terms_first_and_last",
        "First and last use of each term",
        "When each term is first and last said in the fullest texts, and by whom; a term without a "
        "dated mention is left out.",
        """
WITH used AS (
  SELECT *, row_number() OVER (PARTITION BY term ORDER BY day, position, start) AS first_n,
         row_number() OVER (PARTITION BY term ORDER BY day DESC, position DESC, start DESC)
         AS last_n, count(*) OVER (PARTITION BY term) AS uses
  FROM (SELECT mentions.*, passages.position FROM mentions
        JOIN passages ON passages.id = mentions.passage
        WHERE mentions.kind = 'term' AND mentions.primary_text AND mentions.day IS NOT NULL)
)
SELECT terms.term, terms.chinese, first.date AS first_date, first.speaker AS first_speaker,
       first.passage AS first_passage, last.date AS last_date, last.speaker AS last_speaker,
       last.passage AS last_passage, first.uses, terms.briefings, terms.later_without,
       terms.id, terms.url
FROM terms JOIN used AS first ON first.term = terms.id AND first.first_n = 1
JOIN used AS last ON last.term = terms.id AND last.last_n = 1
ORDER BY terms.term
""",
    ),
    View(
        "announcements",
        "What was announced",
        "Announcements that a reader could look for, oldest first, with who made them.",
        """
SELECT date, speaker, role, text, why, topics, later, publisher, quality, text_name,
       id AS commitment, person, briefing, passage, url
FROM commitments WHERE class = 'announcement' ORDER BY day, briefing, passage, start
""",
    ),
    View(
        "speakers",
        "Who spoke how much",
        "People by the words they spoke in the fullest texts, with the role as worded last.",
        """
WITH spoken AS (
  SELECT person, count(*) AS turns, sum(words) AS words, count(DISTINCT briefing) AS briefings,
         min(day) AS first_day, max(day) AS last_day
  FROM turns WHERE primary_text AND person IS NOT NULL GROUP BY person
), latest AS (
  SELECT person, role, row_number() OVER (PARTITION BY person ORDER BY day DESC, id) AS n
  FROM roles WHERE role IS NOT NULL
)
SELECT people.name, latest.role, spoken.briefings, spoken.turns, spoken.words, spoken.first_day,
       spoken.last_day, people.chinese, people.id, people.url
FROM spoken JOIN people ON people.id = spoken.person
LEFT JOIN latest ON latest.person = spoken.person AND latest.n = 1
ORDER BY spoken.words DESC, people.name
""",
    ),
)
