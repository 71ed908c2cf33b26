"""Telegram's HTML, read by its rules: few tags, four names, and errors that give a byte offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from bot import utf16
from bot.simulator.text.entity import Entity, in_order
from bot.simulator.text.refusal import ApiError, bad_request

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_TOLD = {("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix"), ("span", "class")}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([a-zA-Z]+));?")
_TAG_NAME = re.compile(r"[^\s\0>]*")
_ATTRIBUTE = re.compile(r"[^\s\0=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACE = re.compile(r"[\s\0]*")


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


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while (special := _SPECIAL.search(self.source, self.at)) is not None:
            self._write(self.source[self.at : special.start()])
            self.at = special.start()
            if special.group() == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._write(self.source[self.at :])
        if self.open:
            tag = self.open[-1].tag
            raise self._refusal(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return "".join(self.out), in_order(self.entities)

    def _write(self, text: str) -> None:
        if text:
            self.out.append(text)
            self.offset += utf16.length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.source, self.at)
        character = _character(match) if match else None
        if match is None or character is None:
            self._write("&")
            self.at += 1
            return
        self._write(character)
        self.at = match.end()

    def _start_tag(self) -> None:
        tag, argument = self._read_start_tag()
        self.open.append(_Open(tag, argument, self.offset))

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            self._fail("Unexpected end tag", begin)
        found = self._read_end_tag()
        opened = self.open.pop()
        if found not in {"", opened.tag}:
            raise self._refusal(
                f"Unmatched end tag at byte offset {self._byte_offset(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        size = self.offset - opened.offset
        entity: Entity = {"type": _TAGS[opened.tag], "offset": opened.offset, "length": size}
        if opened.tag == "a":
            entity["url"] = opened.argument or utf16.cut("".join(self.out), opened.offset, size)
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "tg-time":
            entity["unix_time"] = int(opened.argument or 0)
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

    # Single tags

    def _read_start_tag(self) -> tuple[str, str]:
        """Name and argument, such as the address of a link."""
        begin = self.at
        tag = self._take(_TAG_NAME, begin + 1).lower()
        if self.at >= len(self.source):
            self._fail("Unclosed start tag", begin)
        if tag not in _TAGS:
            self._fail(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        self.at += 1
        if tag == "span" and argument != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "tg-time" and not (argument.isascii() and argument.isdigit()):
            self._fail('Tag "tg-time" must have a valid "unix" value', begin)
        return tag, argument

    def _read_end_tag(self) -> str:
        """The name, which may be empty."""
        begin = self.at
        found = self._take(_TAG_NAME, begin + 2).lower()
        self._take(_SPACE, self.at)
        if self._here() != ">":
            self._fail("Unclosed end tag", begin)
        self.at += 1
        return found

    def _attribute(self, tag: str, begin: int) -> tuple[str, str | None] | None:
        """The next attribute of the tag; None when the tag closes."""
        self._take(_SPACE, self.at)
        if self._here() == ">":
            return None
        name = self._take(_ATTRIBUTE, self.at).lower()
        self._take(_SPACE, self.at)
        if self._here() == "":
            self._fail(f'Unclosed start tag "{tag}"', begin)
        if not name:
            self._fail(f'Empty attribute name in the tag "{tag}"', begin)
        if self._here() != "=":
            return name, None
        self._take(_SPACE, self.at + 1)
        value = self._quoted(begin) if self._here() in {'"', "'"} else self._token()
        if self._here() == "":
            self._fail("Unclosed start tag", begin)
        return name, value

    def _token(self) -> str:
        begin = self.at
        token = self._take(_TOKEN, begin).lower()
        if self._here() not in {"", ">"} and not self._here().isspace():
            self._fail("Unexpected end of name token", begin)
        return token

    def _quoted(self, begin: int) -> str:
        end = self.source.find(self._here(), self.at + 1)
        if end < 0:
            self._fail("Unclosed start tag", begin)
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return _REFERENCE.sub(lambda found: _character(found) or found.group(), raw)

    def _take(self, pattern: re.Pattern[str], begin: int) -> str:
        match = pattern.match(self.source, begin)
        assert match is not None  # every pattern here also matches nothing
        self.at = match.end()
        return match.group()

    def _here(self) -> str:
        return self.source[self.at : self.at + 1]

    def _byte_offset(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))

    def _fail(self, what: str, begin: int) -> NoReturn:
        raise self._refusal(f"{what} at byte offset {self._byte_offset(begin)}")

    def _refusal(self, what: str) -> ApiError:
        return bad_request(f"can't parse entities: {what}")


def _character(match: re.Match[str]) -> str | None:
    """The character a reference stands for; None leaves it as it is written."""
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name)
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if number == 0 or number >= 0x10FFFF or 0xD800 <= number < 0xE000:
        return None
    return chr(number)


def _argument(tag: str, name: str, value: str | None) -> str:
    """What an attribute means to its tag; the others are read and forgotten."""
    if tag == "blockquote" and name == "expandable":
        return "expandable"
    if value is None:
        return ""
    if (tag, name) in {
        ("a", "href"),
        ("tg-emoji", "emoji-id"),
        ("tg-time", "unix"),
        ("span", "class"),
    }:
        return value
    if (tag, name) == ("code", "class"):
        return value.removeprefix("language-") if value.startswith("language-") else ""
    return ""
