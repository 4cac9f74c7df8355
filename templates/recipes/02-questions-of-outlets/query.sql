SELECT outlets.name, count(*) AS questions, count(DISTINCT exchanges.briefing) AS briefings
FROM exchanges JOIN outlets ON outlets.id = exchanges.outlet
GROUP BY outlets.id
ORDER BY questions DESC, outlets.name;
