-- Parquet は、ダウンロードせずにそのまま読めます。
SELECT m.title, count(*) AS actions
FROM 'https://keikaku.example/data/nodes.parquet' AS n
JOIN 'https://keikaku.example/data/municipalities.parquet' AS m ON n.municipality = m.id
WHERE n.kind = 'action'
GROUP BY m.title
ORDER BY actions DESC, m.title;
