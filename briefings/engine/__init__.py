"""Avoids repeated work: results cached by their inputs, tasks distributed over processors.

`store` keeps results on disk by key; `keys` computes keys; `executing` distributes tasks over
processes or machines; `shelf` presents stored texts as lazy sequences.
"""
