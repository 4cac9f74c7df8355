SELECT speaker_kind, count(*) AS sentences, sum(words) AS words, max(words) AS longest
FROM sentences
WHERE primary_text AND speaker_kind IS NOT NULL
GROUP BY speaker_kind
ORDER BY speaker_kind;
