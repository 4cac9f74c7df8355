"""A release: the whole corpus in one archive, with a version, checksums and a manifest."""
