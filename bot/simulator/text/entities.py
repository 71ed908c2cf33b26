"""From what a caller sends to what is shown: clean text and entities that fit it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot import utf16
from bot.simulator.text import given_entities, html, markdown
from bot.simulator.text.entity import Entity, in_order
from bot.simulator.text.refusal import bad_request

MAX_ENTITIES = 100
_MONOSPACE = {"code", "pre"}
_SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_PARSERS = {
    "html": html.parse,
    "markdown": markdown.parse_legacy,
    "markdownv2": markdown.parse_v2,
}

# Telegram turns control characters into blanks and drops what reverses or breaks lines.
_REPLACED = dict.fromkeys([*range(10), 11, 12, *range(14, 32)], " ") | dict.fromkeys(
    [13, *range(0x2028, 0x202F)], None
)
_UNCLEAN = re.compile(r"[\x00-\x09\x0b-\x1f\u2028-\u202e]")

_DETECTED = re.compile(
    r"(?P<url>(?:https?://|\bwww\.)[^\s<>\"]+[^\s<>\".,;:!?)\]'»]"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|id|info|me|io)(?![\w.-]*\w)(?:/[^\s<>\"]*[^\s<>\".,;:!?)])?)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,8}\b)"
    r"|(?P<bot_command>(?<![\w/<>.:@-])/\w{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_MAY_BE_DETECTED = re.compile(r"[./@#]")


def clean(text: str) -> str:
    text = utf16.without_surrogates(text)
    return text.translate(_REPLACED) if _UNCLEAN.search(text) else text


def formatted(text: str, parse_mode: str, marks: Any) -> tuple[str, list[Entity]]:
    """The shown text, trimmed, and its entities; a parse_mode wins over entities given as JSON."""
    text = clean(text)
    mode = parse_mode.lower()
    if text and mode not in {"", "none"}:
        if mode not in _PARSERS:
            raise bad_request("unsupported parse_mode")
        text, entities = _PARSERS[mode](text)
    else:
        entities = given_entities.checked(marks, text)
    text, entities = _trimmed(text, entities)
    if entities:
        entities = _properly_nested(entities)
    return text, _with_detected(text, entities)[:MAX_ENTITIES]


def typed(text: str) -> tuple[str, list[Entity]]:
    """What a person typed: no markup, but commands, addresses and mentions are noticed."""
    text = clean(text).strip()
    return text, _with_detected(text, [])


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    shown = text.strip()
    if len(shown) == len(text) and not entities:
        return text, entities
    lead = utf16.length(text[: len(text) - len(text.lstrip())])
    end = utf16.length(shown)
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > begin:
            kept.append(entity | {"offset": begin, "length": stop - begin})
    return shown, kept


def _properly_nested(entities: list[Entity]) -> list[Entity]:
    """Code holds nothing else, bold and its kin stop around it, links need a real address."""
    fixed = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _MONOSPACE]
    result: list[Entity] = []
    for entity in entities:
        if entity["type"] == "text_link":
            entity = _with_whole_address(entity)  # noqa: PLW2901 (the same entity, its address completed)
        if entity["type"] == "code":
            entity.pop("language", None)
        if entity["type"] and not (entity["type"] in _MONOSPACE and _inside(entity, fixed)):
            result.extend(_split_around(entity, fixed))
    return in_order(result)


def _inside(entity: Entity, fixed: list[tuple[int, int]]) -> bool:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    outer = [(a, b) for a, b in fixed if a <= begin and end <= b]
    return entity["type"] == "code" and (len(outer) > 1 or outer[0] != (begin, end))


def _split_around(entity: Entity, fixed: list[tuple[int, int]]) -> Iterable[Entity]:
    if entity["type"] not in _SPLITTABLE:
        return [entity]
    pieces = [(entity["offset"], entity["offset"] + entity["length"])]
    for a, b in fixed:
        pieces = (
            [
                piece
                for begin, end in pieces
                for piece in ((begin, min(end, a)), (max(begin, b), end))
                if piece[0] < piece[1]
            ]
            if any(begin < b and a < end for begin, end in pieces)
            else pieces
        )
    return [entity | {"offset": begin, "length": end - begin} for begin, end in pieces]


def _with_whole_address(entity: Entity) -> Entity:
    """With a complete address; an empty type when there is none to go to."""
    url = str(entity.get("url", "")).strip()
    if re.match(r"tg://user\?id=\d+$", url):
        return entity
    if not re.match(r"[a-z][a-z0-9+.-]*:", url, re.IGNORECASE):
        url = f"http://{url}"
    if not re.match(r"(?:https?|ftp|ton|tg)://[^\s/?#]+", url) or (
        url.startswith("http") and "." not in url and "localhost" not in url
    ):
        return entity | {"type": ""}
    if re.fullmatch(r"https?://[^/?#]+", url):
        url += "/"
    return entity | {"url": url}


def _with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    if not _MAY_BE_DETECTED.search(text):
        return entities
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in entities
        if e["type"] not in _SPLITTABLE and not e["type"].endswith("blockquote")
    ]
    found = []
    plain = text.isascii()
    for match in _DETECTED.finditer(text):
        begin = match.start() if plain else utf16.length(text[: match.start()])
        size = utf16.length(match.group())
        if not any(begin < b and a < begin + size for a, b in taken):
            found.append({"type": match.lastgroup, "offset": begin, "length": size})
    if not found:
        return entities
    return in_order([*entities, *found])
