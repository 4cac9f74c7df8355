import pandas as pd

commitments = pd.read_parquet("tables/commitments.parquet")
announced = commitments[commitments["class"] == "announcement"]
answer = (
    announced.groupby(["date", "speaker"], dropna=False, as_index=False)
    .agg(announcements=("id", "size"))
    .sort_values(["date", "announcements", "speaker"], ascending=[True, False, True])
)
