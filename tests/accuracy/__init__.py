"""How right the program is on real texts, held against what a reader wrote down before it ran."""
