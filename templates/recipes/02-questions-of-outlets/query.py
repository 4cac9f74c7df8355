import pandas as pd

exchanges = pd.read_parquet("tables/exchanges.parquet")
outlets = pd.read_parquet("tables/outlets.parquet")[["id", "name"]]
asked = exchanges.merge(outlets, left_on="outlet", right_on="id")
answer = (
    asked.groupby(["outlet", "name"], as_index=False)
    .agg(questions=("briefing", "size"), briefings=("briefing", "nunique"))
    .sort_values(["questions", "name"], ascending=[False, True])[["name", "questions", "briefings"]]
)
