import pandas as pd

passages = pd.read_parquet("tables/passages.parquet")
texts = pd.read_parquet("tables/texts.parquet")
articles = texts[texts.kind == "article"].id
held = passages[
    passages.text_id.isin(articles) & passages.text.str.contains(r"\bsafe\b", case=False)
]
answer = held.sort_values("id")[["text_name", "line", "url"]]
