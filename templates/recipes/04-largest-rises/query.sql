SELECT value, quote, subject, speaker
FROM figures
WHERE primary_text AND kind = 'change' AND unit = '%' AND direction = 'increase'
ORDER BY value DESC, id
LIMIT 10;
