"""Rules, words, papers, the wire and the simulator: nothing in here knows the rooms above."""

from __future__ import annotations

import sys

# python-telegram-bot imports httpx, and httpx its command-line tool with rich, pygments and click
# where they are installed: 5 MB of memory that a bot has no use for.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # Python's way of hiding one
