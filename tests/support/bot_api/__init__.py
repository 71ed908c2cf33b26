"""The Bot API as data: what a method takes, what a type is made of, and whether a value fits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]
ARRAY = "Array of "
PLAIN: Mapping[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "InputFile": (str,),
}
UPLOAD = "attach://"


@cache
def spec() -> Json:
    read: Json = json.loads((Path(__file__).parent / "10.1.json").read_text("utf-8"))
    return read


def split(field: str) -> tuple[bool, list[str]]:
    """Whether it must be there, and of which types it may be."""
    return not field.startswith("?"), field.removeprefix("?").split("|")


def problems_of_call(method: str, params: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with a call, by the letter of the documentation."""
    known = spec()["methods"].get(method)
    if known is None:
        yield f"no method {method}"
    else:
        yield from _of_fields(known["fields"], params, method)


def problems(value: object, kinds: list[str], where: str) -> list[str]:
    """Those of the type that fits best; none where one fits."""
    found = [list(_of_type(value, kind, where)) for kind in kinds]
    return min(found, key=len)


def _of_type(value: object, kind: str, where: str) -> Iterator[str]:
    if kind.startswith(ARRAY):
        if not isinstance(value, list):
            yield f"{where}: no array"
            return
        for place, each in enumerate(value):
            yield from problems(each, [kind.removeprefix(ARRAY)], f"{where}[{place}]")
    elif kind in PLAIN:
        truth = isinstance(value, bool) and kind != "Boolean"
        if truth or not isinstance(value, PLAIN[kind]):
            yield f"{where}: {value!r} is no {kind}"
    else:
        yield from _of_object(value, kind, where)


def _of_object(value: object, kind: str, where: str) -> Iterator[str]:
    known = spec()["types"].get(kind)
    if known is None:
        yield f"{where}: {kind} is not known"
    elif "is" in known:
        yield from problems(value, known["is"], where)
    elif not isinstance(value, dict):
        yield f"{where}: no {kind}"
    else:
        for name, fixed in spec()["constants"].get(kind, {}).items():
            if value.get(name) != fixed:
                yield f"{where}.{name}: must be {fixed}"
        yield from _of_fields(known["fields"], value, where)


def _of_fields(fields: Json, value: Mapping[str, object], where: str) -> Iterator[str]:
    for name in value.keys() - fields.keys():
        yield f"{where}: {name} is not known"
    for name, field in fields.items():
        needed, kinds = split(field)
        if name in value:
            yield from problems(value[name], kinds, f"{where}.{name}")
        elif needed:
            yield f"{where}: {name} is missing"


def made(kind: str, *, full: bool, depth: int = 0) -> Any:
    """A value of that type, with what it must have, or with all that it can have."""
    if kind.startswith(ARRAY):
        one = kind.removeprefix(ARRAY)
        sorts = spec()["types"].get(one, {}).get("is", [one])
        few = sorts if full and depth < 2 else sorts[:1]
        return [made(each, full=full, depth=depth + 1) for each in few]
    if kind in _VALUES:
        return _VALUES[kind]
    known = spec()["types"][kind]
    if "is" in known:
        return made(known["is"][0], full=full, depth=depth + 1)
    fixed = spec()["constants"].get(kind, {})
    value: Json = {}
    for name, field in known["fields"].items():
        needed, kinds = split(field)
        if name in fixed:
            value[name] = fixed[name]
        elif name in _BY_NAME:
            if needed or full:
                value[name] = _BY_NAME[name]
        elif needed or (full and depth < 2 and name not in _ENDLESS):
            value[name] = made(kinds[0], full=full, depth=depth + 1)
    return value


_VALUES: Json = {"Integer": 7, "Float": 1.5, "String": "kata", "Boolean": True, "True": True}
_ENDLESS = {"reply_to_message", "pinned_message", "external_reply", "message", "chat_full_info"}
_PERSON = {"id": 4711, "is_bot": False, "first_name": "Orang"}
_BY_NAME: Json = {
    "date": 1_795_000_000,
    "user": _PERSON,
    "from": _PERSON,
    "chat": {"id": -1009999, "type": "supergroup", "title": "Grup"},
    "sender_chat": {"id": -1009998, "type": "channel", "title": "Kanal"},
    "file_id": "AgACAgUAAx",
}
