import pandas as pd

mentions = pd.read_parquet("tables/mentions.parquet")
terms = pd.read_parquet("tables/terms.parquet")[["id", "term"]]
used = mentions[(mentions.kind == "term") & mentions.primary_text]
counted = used.groupby("term", as_index=False).agg(
    mentions=("id", "size"), briefings=("briefing", "nunique")
)
answer = (
    counted.rename(columns={"term": "id"})
    .merge(terms, on="id")
    .sort_values(["mentions", "id"], ascending=[False, True])[["term", "mentions", "briefings"]]
    .head(10)
)
