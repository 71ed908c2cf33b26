"""Pasted formatting as blocks: what the Bot API calls a RichMessage, from a few marks."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]

_BOLD = re.compile(r"\*([^*\n]+)\*")


def rich_block(text: str) -> Json:
    """A paragraph, a heading after "# ", or a list where every line begins with "- "."""
    lines = text.strip().split("\n")
    if lines[0].startswith("# "):
        return {"type": "heading", "size": 2, "text": rich_text(lines[0][2:])}
    if all(line.startswith("- ") for line in lines):
        items = [{"label": "•", "blocks": [rich_block(line[2:])]} for line in lines]
        return {"type": "list", "items": items}
    return {"type": "paragraph", "text": rich_text("\n".join(lines))}


def rich_text(text: str) -> Any:
    """A string, or where something is bold, an array."""
    parts = _BOLD.split(text)
    if len(parts) == 1:
        return text
    return [
        {"type": "bold", "text": part} if place % 2 else part
        for place, part in enumerate(parts)
        if part
    ]


def shown(rich: Json) -> str:
    """Its words, for the page and a transcript."""
    return "\n".join(filter(None, map(_words, rich.get("blocks", []))))


def _words(block: Any) -> str:
    if isinstance(block, str):
        return block
    if isinstance(block, list):
        return "".join(map(_words, block))
    items = [f"{item['label']} {shown(item)}" for item in block.get("items", [])]
    return "\n".join([*items, _words(block.get("text", ""))]).strip("\n")
