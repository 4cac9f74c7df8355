SELECT people.name, count(*) AS turns, sum(turns.words) AS words
FROM turns JOIN people ON people.id = turns.person
WHERE turns.primary_text
GROUP BY people.id
ORDER BY words DESC, people.name;
