"""How checkers are started that run on Java."""

from __future__ import annotations

# Each runs for seconds: optimising its code would take longer than running it.
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
