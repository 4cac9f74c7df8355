"""Work that is done once: results kept by what they were made of, made on all processors.

`store` keeps results on disk by a key; `keys` makes keys; `executing` spreads tasks over processes
or machines; `shelf` shows kept texts as sequences that are loaded when they are looked at.
"""
