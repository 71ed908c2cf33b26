"""MarkdownV2, read by Telegram's rules: marks nest, and what is no mark must be escaped."""

from __future__ import annotations

import re

from bot.simulator.text.html import Entity
from bot.simulator.text.markdown import ENDS, MARKS, Open, Reader, language
from bot.simulator.text.refusal import ApiError, bad_request

_NAMES = {"text_link": "TextUrl", "custom_emoji": "CustomEmoji", "blockquote": "BlockQuote"}
_RESERVED = "_*[]()~`>#+-=|{}.!\n"
_ESCAPED = re.compile(r"\\([\x01-\x7e])")
_ADDRESS = re.compile(r"((?:\\[\x01-\x7e]|[^)])*)\)")
_EMOJI = re.compile(r"tg://emoji\?id=(\d+)")


def parse(source: str) -> tuple[str, list[Entity]]:
    return _Nested(source).read()


class _Nested(Reader):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.open: list[Open] = []
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
            self._say(escaped.group(1), len(escaped.group()))
        elif here not in ("`" if verbatim else _RESERVED):
            self._say(here)
        elif self.quoting and here == "\n" and not self.source.startswith(">", self.at + 1):
            self._end_quote()
        elif self.open and self._closes(self.open[-1].kind):
            self._close(self.open.pop())
        elif here == "\n":
            self._say(here)
        elif here == ">" and self.line_begins:
            self._begin_quote()
        else:
            self._begin(here)

    def _say(self, character: str, taken: int = 1) -> None:
        self.write(character)
        self.at += taken
        if character != "\r":
            self.line_begins = character == "\n"

    def _closes(self, kind: str) -> bool:
        if kind == "blockquote" or (kind == "italic" and self.sees("__")):
            return False
        return self.sees(ENDS[kind])

    def _begin(self, here: str) -> None:
        for mark, kind in MARKS.items():
            if self.sees(mark):
                self.open.append(self.open_at(kind, mark))
                return
        why = f"Character '{here}' is reserved and must be escaped with the preceding '\\'"
        raise bad_request(f"can't parse entities: {why}")

    def _close(self, opened: Open) -> None:
        self.at += len(ENDS[opened.kind])
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
            self.mark(opened, opened.kind, **language(opened))

    def _address(self, what: str) -> str:
        found = _ADDRESS.match(self.source, self.at + 1)
        if found is None:
            raise self.fail(f"Can't find end of {what}", self.at + 1)
        self.at = found.end()
        return _ESCAPED.sub(r"\1", found.group(1))

    def _begin_quote(self) -> None:
        """A ">" before each of its lines; only the first opens it."""
        if not self.quoting:
            self.open.append(Open("blockquote", self.at, self.offset, len(self.out)))
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
            self._say("\n")
        self.mark(last, kind)

    def _endless(self, opened: Open) -> ApiError:
        kind = "pre_code" if opened.language else opened.kind
        name = _NAMES.get(kind) or "".join(word.capitalize() for word in kind.split("_"))
        return self.fail(f"Can't find end of {name} entity", opened.begin)
