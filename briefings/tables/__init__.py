"""The corpus as flat tables: one row one thing, with who, when, on what and how good in the row.

`catalogue` has the one description of all tables, from which everything else is made: CSV files,
Parquet files, a SQLite file, `datapackage.json`, and what Datasette shows.
"""
