import pandas as pd

figures = pd.read_parquet("tables/figures.parquet")
rises = figures[
    figures.primary_text
    & (figures.kind == "change")
    & (figures.unit == "%")
    & (figures.direction == "increase")
]
answer = rises.sort_values(["value", "id"], ascending=[False, True])[
    ["value", "quote", "subject", "speaker"]
].head(10)
