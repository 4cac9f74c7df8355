SELECT passages.text_name, passages.line, passages.url
FROM passages_fts JOIN passages ON passages.rowid = passages_fts.rowid
JOIN texts ON texts.id = passages.text_id
WHERE passages_fts MATCH 'safe' AND texts.kind = 'article'
ORDER BY passages.id;
