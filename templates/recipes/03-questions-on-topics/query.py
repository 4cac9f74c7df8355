import pandas as pd

exchanges = pd.read_parquet("tables/exchanges.parquet")
topics = pd.read_parquet("tables/topics.parquet")[["id", "title"]]
about = exchanges[["topics"]].explode("topics").merge(topics, left_on="topics", right_on="id")
answer = (
    about.groupby(["id", "title"], as_index=False)
    .agg(questions=("topics", "size"))
    .sort_values(["questions", "title"], ascending=[False, True])[["title", "questions"]]
)
