"""The single tags of Telegram's HTML: their names, their attributes, character references."""

from __future__ import annotations

import re
from typing import NoReturn

from bot.simulator.text.refusal import bad_request

TAGS = {
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
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([a-zA-Z]+));?")
_TAG_NAME = re.compile(r"[^\s\0>]*")
_ATTRIBUTE = re.compile(r"[^\s\0=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACE = re.compile(r"[\s\0]*")


def referred(match: re.Match[str]) -> str | None:
    """The character a reference stands for; None leaves it as it is written."""
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return NAMED.get(name)
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if number == 0 or number >= 0x10FFFF or 0xD800 <= number < 0xE000:
        return None
    return chr(number)


class TagReader:
    """Reads tags at a place that moves on; knows nothing of text and nesting."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def start_tag(self) -> tuple[str, str]:
        """Name and argument, such as the address of a link."""
        begin = self.at
        tag = self._take(_TAG_NAME, begin + 1).lower()
        if self.at >= len(self.source):
            self.fail("Unclosed start tag", begin)
        if tag not in TAGS:
            self.fail(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        self.at += 1
        if tag == "span" and argument != "tg-spoiler":
            self.fail('Tag "span" must have class "tg-spoiler"', begin)
        return tag, argument

    def end_tag(self) -> str:
        """The name, which may be empty."""
        begin = self.at
        found = self._take(_TAG_NAME, begin + 2).lower()
        self._take(_SPACE, self.at)
        if self._here() != ">":
            self.fail("Unclosed end tag", begin)
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
            self.fail(f'Unclosed start tag "{tag}"', begin)
        if not name:
            self.fail(f'Empty attribute name in the tag "{tag}"', begin)
        if self._here() != "=":
            return name, None
        self._take(_SPACE, self.at + 1)
        value = self._quoted(begin) if self._here() in {'"', "'"} else self._token()
        if self._here() == "":
            self.fail("Unclosed start tag", begin)
        return name, value

    def _token(self) -> str:
        begin = self.at
        token = self._take(_TOKEN, begin).lower()
        if self._here() not in {"", ">"} and not self._here().isspace():
            self.fail("Unexpected end of name token", begin)
        return token

    def _quoted(self, begin: int) -> str:
        end = self.source.find(self._here(), self.at + 1)
        if end < 0:
            self.fail("Unclosed start tag", begin)
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return REFERENCE.sub(lambda found: referred(found) or found.group(), raw)

    def _take(self, pattern: re.Pattern[str], begin: int) -> str:
        match = pattern.match(self.source, begin)
        assert match is not None  # every pattern here also matches nothing
        self.at = match.end()
        return match.group()

    def _here(self) -> str:
        return self.source[self.at : self.at + 1]

    def bytes(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))

    def fail(self, what: str, begin: int) -> NoReturn:
        raise self.refuse(f"{what} at byte offset {self.bytes(begin)}")

    def refuse(self, what: str) -> Exception:
        return bad_request(f"can't parse entities: {what}")


def _argument(tag: str, name: str, value: str | None) -> str:
    """What an attribute means to its tag; the others are read and forgotten."""
    if tag == "blockquote" and name == "expandable":
        return "expandable"
    if value is None:
        return ""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id"), ("span", "class")}:
        return value
    if (tag, name) == ("code", "class"):
        return value.removeprefix("language-") if value.startswith("language-") else ""
    return ""
