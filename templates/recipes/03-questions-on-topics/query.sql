SELECT topics.title, count(*) AS questions
FROM exchanges, json_each(exchanges.topics) AS topic
JOIN topics ON topics.id = topic.value
GROUP BY topics.id
ORDER BY questions DESC, topics.title;
