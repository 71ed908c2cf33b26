"""Telegram's two Markdowns, read by its rules: the legacy one, and MarkdownV2, where marks nest
and what is no mark must be escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import utf16
from bot.simulator.text.entity import Entity, in_order
from bot.simulator.text.refusal import ApiError, bad_request

# The longer marks first: "__" is no "_" twice.
_MARKS = {
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
_ENDS = {kind: mark for mark, kind in _MARKS.items()} | {"custom_emoji": "]", "text_link": "]"}
_LEGACY_STEP = re.compile(r"(?P<mark>```|[*_`\[])|\\(?P<escaped>[_*`\[])|.", re.DOTALL)
_LANGUAGE = re.compile(r"([^\s`]+(?=\s))?(?:\r\n|\n\r|[\r\n])?")
_ENTITY_NAMES = {"text_link": "TextUrl", "custom_emoji": "CustomEmoji", "blockquote": "BlockQuote"}
_RESERVED = "_*[]()~`>#+-=|{}.!\n"
_ESCAPED = re.compile(r"\\([\x01-\x7e])")
_ADDRESS = re.compile(r"((?:\\[\x01-\x7e]|[^)])*)\)")
_EMOJI = re.compile(r"tg://emoji\?id=(\d+)")


def parse_legacy(source: str) -> tuple[str, list[Entity]]:
    return _LegacyReader(source).read()


def parse_v2(source: str) -> tuple[str, list[Entity]]:
    return _V2Reader(source).read()


@dataclass(slots=True)
class _Open:
    kind: str
    begin: int
    offset: int
    written: int
    language: str = ""


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.entities: list[Entity] = []

    def write(self, text: str) -> None:
        self.out.append(text)
        self.offset += utf16.length(text)

    def mark(self, opened: _Open, kind: str, **more: str) -> None:
        """Whatever was written since the mark was opened becomes an entity."""
        if opened.language:
            more["language"] = opened.language
        size = self.offset - opened.offset
        if size:
            self.entities.append({"type": kind, "offset": opened.offset, "length": size} | more)

    def open_at(self, kind: str, mark: str) -> _Open:
        opened = _Open(kind, self.at, self.offset, len(self.out))
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
        return "".join(self.out), in_order(self.entities)


class _LegacyReader(_Reader):
    """Marks do not nest: what stands between two of them is text as it is."""

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            found = _LEGACY_STEP.match(self.source, self.at)
            assert found is not None  # its last part takes any character
            if found.group("mark"):
                self._read_marked(found.group())
            else:
                self.write(found.group("escaped") or found.group())
                self.at = found.end()
        return self.done()

    def _read_marked(self, mark: str) -> None:
        opened = self.open_at(_MARKS[mark], mark)
        close = _ENDS[opened.kind]
        end = self.source.find(close, self.at)
        if end < 0:
            raise self.fail("Can't find end of the entity starting", opened.begin)
        words = self.source[self.at : end]
        self.write(words)
        self.at = end + len(close)
        if opened.kind != "text_link":
            self.mark(opened, opened.kind)
        elif words and self.sees("("):
            address, _, _ = self.source[self.at + 1 :].partition(")")
            self.mark(opened, "text_link", url=address)
            self.at += len(address) + 2
        else:
            self.mark(opened, "text_link", url=words)


class _V2Reader(_Reader):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.open: list[_Open] = []
        self.quoting = False
        self.line_begins = True

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            self._step(self.source[self.at])
        if self.quoting:
            self._end_quote()
        if self.open:
            raise self._endless(self.open[-1])
        return self.done()

    def _step(self, here: str) -> None:
        verbatim = self.open and self.open[-1].kind in {"code", "pre"}
        if (escaped := _ESCAPED.match(self.source, self.at)) is not None:
            self._write_one(escaped.group(1), len(escaped.group()))
        elif here not in ("`" if verbatim else _RESERVED):
            self._write_one(here)
        elif self.quoting and here == "\n" and not self.source.startswith(">", self.at + 1):
            self._end_quote()
        elif self.open and self._closes(self.open[-1].kind):
            self._close(self.open.pop())
        elif here == "\n":
            self._write_one(here)
        elif here == ">" and self.line_begins:
            self._begin_quote()
        else:
            self._begin(here)

    def _write_one(self, character: str, taken: int = 1) -> None:
        self.write(character)
        self.at += taken
        if character != "\r":
            self.line_begins = character == "\n"

    def _closes(self, kind: str) -> bool:
        if kind == "blockquote" or (kind == "italic" and self.sees("__")):
            return False
        return self.sees(_ENDS[kind])

    def _begin(self, here: str) -> None:
        for mark, kind in _MARKS.items():
            if self.sees(mark):
                self.open.append(self.open_at(kind, mark))
                return
        why = f"Character '{here}' is reserved and must be escaped with the preceding '\\'"
        raise bad_request(f"can't parse entities: {why}")

    def _close(self, opened: _Open) -> None:
        self.at += len(_ENDS[opened.kind])
        if opened.kind == "text_link":
            words = "".join(self.out[opened.written :])
            self.mark(opened, "text_link", url=self._address("a URL") if self.sees("(") else words)
        elif opened.kind == "custom_emoji":
            found = _EMOJI.match(self._address("a custom emoji URL") if self.sees("(") else "")
            if found is None:
                why = "Custom emoji entity must contain a tg://emoji URL"
                raise bad_request(f"can't parse entities: {why}")
            self.mark(opened, "custom_emoji", custom_emoji_id=found.group(1))
        else:
            self.mark(opened, opened.kind)

    def _address(self, what: str) -> str:
        found = _ADDRESS.match(self.source, self.at + 1)
        if found is None:
            raise self.fail(f"Can't find end of {what}", self.at + 1)
        self.at = found.end()
        return _ESCAPED.sub(r"\1", found.group(1))

    def _begin_quote(self) -> None:
        """A ">" before each of its lines; only the first opens it."""
        if not self.quoting:
            self.open.append(_Open("blockquote", self.at, self.offset, len(self.out)))
        self.quoting = True
        self.at += 1

    def _end_quote(self) -> None:
        """With its last line; "||" at the very end lets the reader unfold it."""
        last = self.open.pop()
        kind = "blockquote"
        if last.kind == "spoiler" and self.source[last.begin : self.at].rstrip("\r") == "||":
            kind, last = "expandable_blockquote", self.open.pop()
        if last.kind != "blockquote":
            raise self._endless(last)
        self.quoting = False
        if self.at < len(self.source):
            self._write_one("\n")
        self.mark(last, kind)

    def _endless(self, opened: _Open) -> ApiError:
        kind = "pre_code" if opened.language else opened.kind
        name = _ENTITY_NAMES.get(kind) or "".join(word.capitalize() for word in kind.split("_"))
        return self.fail(f"Can't find end of {name} entity", opened.begin)
