import pandas as pd

sentences = pd.read_parquet("tables/sentences.parquet")
answer = (
    sentences[sentences.primary_text]
    .groupby("speaker_kind", as_index=False)
    .agg(sentences=("id", "size"), words=("words", "sum"), longest=("words", "max"))
    .sort_values("speaker_kind")
)
