SELECT type, id, title
FROM discrepancies
WHERE class = 'fact' AND status = 'confirmed'
ORDER BY type, id;
