import pandas as pd

observations = pd.read_parquet("tables/observations.parquet")
own = observations[observations.comparable & ~observations.variant]
periods = own.groupby(["indicator", "series"], dropna=False).figure.transform("size")
answer = own[periods > 1].sort_values(
    ["indicator", "series", "first_day", "figure"], na_position="first"
)[["indicator", "series", "first_day", "value", "unit"]]
