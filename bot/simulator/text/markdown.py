"""Telegram's legacy Markdown, read by its rules, and what it shares with MarkdownV2."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import utf16
from bot.simulator.text.html import Entity
from bot.simulator.text.refusal import ApiError, bad_request

# The longer marks first: "__" is no "_" twice.
MARKS = {
    "```": "pre",
    "__": "underline",
    "||": "spoiler",
    "![": "custom_emoji",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
    "[": "text_link",
}
ENDS = {kind: mark for mark, kind in MARKS.items()} | {"custom_emoji": "]", "text_link": "]"}
_STEP = re.compile(r"(?P<mark>```|[*_`\[])|\\(?P<escaped>[_*`\[])|.", re.DOTALL)
_LANGUAGE = re.compile(r"([^\s`]+(?=\s))?(?:\r\n|\n\r|[\r\n])?")


@dataclass(slots=True)
class Open:
    kind: str
    begin: int
    offset: int
    written: int
    language: str = ""


class Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.entities: list[Entity] = []

    def write(self, text: str) -> None:
        self.out.append(text)
        self.offset += utf16.length(text)

    def mark(self, opened: Open, kind: str, **more: str) -> None:
        size = self.offset - opened.offset
        if size:
            self.entities.append({"type": kind, "offset": opened.offset, "length": size} | more)

    def open_at(self, kind: str, mark: str) -> Open:
        opened = Open(kind, self.at, self.offset, len(self.out))
        self.at += len(mark)
        if kind == "pre" and (found := _LANGUAGE.match(self.source, self.at)) is not None:
            opened.language, self.at = found.group(1) or "", found.end()
        return opened

    def sees(self, mark: str) -> bool:
        return self.source.startswith(mark, self.at)

    def fail(self, what: str, begin: int) -> ApiError:
        place = len(self.source[:begin].encode("utf-8", "replace"))
        return bad_request(f"can't parse entities: {what} at byte offset {place}")

    def done(self) -> tuple[str, list[Entity]]:
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities


def parse(source: str) -> tuple[str, list[Entity]]:
    reader = Reader(source)
    while reader.at < len(source):
        found = _STEP.match(source, reader.at)
        assert found is not None  # its last part takes any character
        if found.group("mark"):
            _read_marked(reader, found.group())
        else:
            reader.write(found.group("escaped") or found.group())
            reader.at = found.end()
    return reader.done()


def _read_marked(reader: Reader, mark: str) -> None:
    opened = reader.open_at(MARKS[mark], mark)
    close = ENDS[opened.kind]
    end = reader.source.find(close, reader.at)
    if end < 0:
        raise reader.fail("Can't find end of the entity starting", opened.begin)
    words = reader.source[reader.at : end]
    reader.write(words)
    reader.at = end + len(close)
    if opened.kind != "text_link":
        reader.mark(opened, opened.kind, **language(opened))
    elif words and reader.sees("("):
        address, _, _ = reader.source[reader.at + 1 :].partition(")")
        reader.mark(opened, "text_link", url=address)
        reader.at += len(address) + 2
    else:
        reader.mark(opened, "text_link", url=words)


def language(opened: Open) -> dict[str, str]:
    return {"language": opened.language} if opened.language else {}
