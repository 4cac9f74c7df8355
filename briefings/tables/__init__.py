"""The corpus as flat tables: each row is one thing, with its speaker, date, topic and text quality.

`catalogue` has the single description of all tables. CSV files, Parquet files, the SQLite file,
`datapackage.json` and Datasette's metadata are generated from it.
"""
