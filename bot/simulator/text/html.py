"""Telegram's HTML, read by its rules: few tags, four names, and errors that give a byte offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot import utf16
from bot.simulator.text.html_tags import REFERENCE, TAGS, TagReader, referred

Entity = dict[str, Any]

_SPECIAL = re.compile(r"[<&]")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


def parse(source: str) -> tuple[str, list[Entity]]:
    """The bare text and its entities, in the order Telegram lists them."""
    if not _SPECIAL.search(source):
        return source, []
    return _Reader(source).read()


class _Reader(TagReader):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while (special := _SPECIAL.search(self.source, self.at)) is not None:
            self._say(self.source[self.at : special.start()])
            self.at = special.start()
            if special.group() == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._say(self.source[self.at :])
        if self.open:
            tag = self.open[-1].tag
            raise self.refuse(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities

    def _say(self, text: str) -> None:
        if text:
            self.out.append(text)
            self.offset += utf16.length(text)

    def _reference(self) -> None:
        match = REFERENCE.match(self.source, self.at)
        character = referred(match) if match else None
        if match is None or character is None:
            self._say("&")
            self.at += 1
            return
        self._say(character)
        self.at = match.end()

    def _start_tag(self) -> None:
        tag, argument = self.start_tag()
        self.open.append(_Open(tag, argument, self.offset))

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            self.fail("Unexpected end tag", begin)
        found = self.end_tag()
        opened = self.open.pop()
        if found not in {"", opened.tag}:
            raise self.refuse(
                f"Unmatched end tag at byte offset {self.bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        size = self.offset - opened.offset
        entity: Entity = {"type": TAGS[opened.tag], "offset": opened.offset, "length": size}
        if opened.tag == "a":
            entity["url"] = opened.argument or utf16.cut("".join(self.out), opened.offset, size)
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        elif opened.tag == "pre":
            self._adopt_language(entity)
        self.entities.append(entity)

    def _adopt_language(self, pre: Entity) -> None:
        """A code that fills its pre only tells the language; it is no entity of its own."""
        last = self.entities[-1] if self.entities else {}
        place = (pre["offset"], pre["length"])
        if "language" in last and (last["offset"], last["length"]) == place:
            pre["language"] = last["language"]
            self.entities.pop()
