SELECT date, speaker, count(*) AS announcements
FROM commitments
WHERE class = 'announcement'
GROUP BY date, speaker
ORDER BY date, announcements DESC, speaker;
