SELECT type, title, takeaway
FROM discrepancies
WHERE class = 'fact' AND status = 'confirmed'
ORDER BY type, id;
