import pandas as pd

found = pd.read_parquet("tables/discrepancies.parquet")
ruled = found[(found["class"] == "fact") & (found.status == "confirmed")]
answer = ruled.sort_values(["type", "id"])[["type", "id", "title"]]
