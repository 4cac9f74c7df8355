"""Small faults put into a copy of the program, one at a time: do the unit tests notice?

`make mutate` tries the modules that differ from `main`; `pyproject.toml` says which tests look
after which stage. Mutants that no test can notice stand in `equivalent.yml`, each with a reason.
"""
