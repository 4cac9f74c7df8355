import pandas as pd

turns = pd.read_parquet("tables/turns.parquet")
people = pd.read_parquet("tables/people.parquet")[["id", "name"]]
spoken = turns[turns.primary_text].merge(people, left_on="person", right_on="id")
answer = (
    spoken.groupby(["person", "name"], as_index=False)
    .agg(turns=("words", "size"), words=("words", "sum"))
    .sort_values(["words", "name"], ascending=[False, True])[["name", "turns", "words"]]
)
