"""What an id looks like, and new ones out of somebody's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
LONGEST_ID = 40
"""Together with what it does and a question's number, a button has room for 64 bytes."""


def new_id(text: str, taken: Container[str]) -> str:
    """Of the text's own words, and not one that is taken."""
    wanted = made = slug(text)
    count = 1
    while made in taken:
        count += 1
        tail = f"-{count}"
        made = wanted[: LONGEST_ID - len(tail)].rstrip("-") + tail
    return made


def slug(text: str) -> str:
    """As many of its words as fit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    made = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        if made and len(made) + 1 + len(word) > LONGEST_ID:
            break
        made = f"{made}-{word}" if made else word[:LONGEST_ID]
    return made or "entri"
