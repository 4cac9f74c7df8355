SELECT terms.term, count(*) AS mentions, count(DISTINCT mentions.briefing) AS briefings
FROM mentions JOIN terms ON terms.id = mentions.term
WHERE mentions.kind = 'term' AND mentions.primary_text
GROUP BY terms.id
ORDER BY mentions DESC, terms.id
LIMIT 10;
