"""The book's small Markdown, read once for the chat, the PDF and the page.

Paragraphs, lists that may hold lists, subheadings, **bold**, `code`, links to entries and to the
web; whatever else Markdown knows is letters here. The tokens of blocks are markdown-it's own.
Within a line a mark is one token, since marks hold no marks: `text`, `strong`, `code_inline`,
`entry` (href: its id), `link` (href: its address; info: "auto" where it was typed bare),
`unlinked` (href: what is never made clickable; markup: as it was typed), and `softbreak`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ENTRY = "entry:"
ADDRESS = re.compile(r"(https?://[^\s<>\"'“”()]*[^\s<>\"'“”().,;:!?])")
ESCAPED = re.compile(r"\\(?P<letter>[`*\[#+•-])")
BOLD = re.compile(r"\*\*(?P<text>[^*]+)\*\*")
LINK = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)")
SUBHEADING = re.compile(r"#{3,}[^\S\n]*(?P<text>.*)")
BULLET = re.compile(r"^(?P<indent>[^\S\n]*)[-*+•](?=[^\S\n]+\S)", re.MULTILINE)
ITEM = re.compile(r"(?:\d{1,3}[.)]|-)[^\S\n]+\S")
# What would be read as a mark: at a line's start, behind a backslash, or anywhere.
READ_AS_MARK = re.compile(r"(?:^[^\S\n]*|\\)(?=[-+#•])|(?=[`*\[])", re.MULTILINE)
DEEPEST = 16
"""Of lists in lists; at its own limit of 20, markdown-it leaves text out."""


def source(markdown: str) -> str:
    """The text whose lines the tokens count: tidy at its ends, and with one sign for bullets."""
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"\r\n?", "\n", markdown).strip())
    return BULLET.sub(r"\g<indent>-", "\n".join(line.rstrip() for line in text.split("\n")))


def blocks(markdown: str) -> list[Token]:
    return PARSER.parse(source(markdown))


def flowing(markdown: str) -> list[Token]:
    """Of text that is wrapped by hand in its file: only a blank line ends a paragraph."""
    parts = re.split(r"\n\s*\n", markdown)
    return blocks("\n\n".join(" ".join(part.split()) for part in parts))


def plain(line: str) -> str:
    """The line without its marks, as one would read it aloud."""
    marks = PARSER.inline.parse(line, PARSER, {}, [])
    return "".join(mark.markup if mark.type == "unlinked" else mark.content for mark in marks)


def linked(markdown: str) -> Iterator[str]:
    """The ids of the entries that a text leads to."""
    for block in blocks(markdown):
        for token in block.children or ():
            if token.type == "entry":
                yield str(token.attrs["href"])


def as_letters(text: str) -> str:
    """Markdown that shows these very letters."""
    return READ_AS_MARK.sub(r"\g<0>\\", "\n".join(text.splitlines()))


def _parser() -> MarkdownIt:
    """What the book has of CommonMark, partly narrower: there, `**"Kirim"**lah` is not bold,
    `_` is a mark, a backslash makes a letter of every sign, and a link may have a title."""
    made = MarkdownIt("zero")
    made.core.ruler.disable("normalize")  # source() has done it
    made.core.ruler.at("inline", _lines)
    made.core.ruler.push("addresses", _addresses)
    made.block.ruler.enable("list")
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.block.ruler.before("list", "subheading", _subheading, {"alt": ["paragraph"]})
    made.block.ruler.before("list", "margin", _margin, {"alt": ["paragraph"]})
    made.block.ruler.before("list", "no item", _no_item, {"alt": ["list"]})
    made.inline.ruler.enable(["escape", "backticks", "emphasis", "link"])
    made.inline.ruler.at("escape", _rule(ESCAPED, _letter))
    made.inline.ruler.at("emphasis", _rule(BOLD, _strong))
    made.inline.ruler.at("link", _rule(LINK, _link))
    made.parse("-")  # now, while one thread does: it compiles its rules at the first text
    return made


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A marker counts only at its line's start: "- - -" is no list in lists."""
    start = state.bMarks[line]
    before = state.src[start : start + state.tShift[line]]
    if before.strip() or state.level > DEEPEST or not _is_item(state, line):
        return False
    return silent or list_block(state, line, end, False)


def _no_item(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """Ends a list at what only looks like its next item, such as "2026." and nothing more."""
    return silent and not _is_item(state, line)


def _is_item(state: StateBlock, line: int) -> bool:
    return bool(ITEM.match(state.src, state.bMarks[line] + state.tShift[line]))


def _margin(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A line that begins at the margin doesn't go on with the item above."""
    return silent and state.blkIndent > 0 and state.sCount[line] == 0


def _subheading(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    found = SUBHEADING.match(state.src, state.bMarks[line])
    if found and not silent:
        state.push("heading_open", "h4", 1)
        inline = state.push("inline", "", 0)
        inline.content, inline.map = found["text"], [line, line + 1]
        state.push("heading_close", "h4", -1)
        state.line = line + 1
    return bool(found)


def _lines(state: StateCore) -> None:
    """A mark ends with its line, so each is read by itself. `margins` keeps what stood before it,
    a list's marker and all; a bullet that opens no list is shown as one nonetheless."""
    rows = state.src.split("\n")
    for block in state.tokens:
        if block.type != "inline" or block.map is None:
            continue
        block.children, block.meta["margins"] = [], []
        for number, line in enumerate(block.content.split("\n"), block.map[0]):
            text = line.strip()
            margin = rows[number].removesuffix(text)
            block.meta["margins"].append(margin)
            if number > block.map[0]:
                block.children.append(Token("softbreak", "br", 0))
            shown = text if margin.strip() else re.sub(r"^-\s+", "• ", text)
            block.children += state.md.inline.parse(shown, state.md, state.env, [])


def _addresses(state: StateCore) -> None:
    for block in state.tokens:
        block.children = block.children and [
            part for token in block.children for part in _with_addresses(token)
        ]


def _with_addresses(token: Token) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    for place, part in enumerate(ADDRESS.split(token.content)):
        if place % 2:
            yield Token("link", "a", 0, content=part, attrs={"href": part}, info="auto")
        elif part:
            yield Token("text", "", 0, content=part)


def _rule(
    pattern: re.Pattern[str], push: Callable[[StateInline, re.Match[str]], None]
) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos)
        if found and not silent:
            push(state, found)
        state.pos = found.end() if found else state.pos
        return bool(found)

    return rule


def _letter(state: StateInline, found: re.Match[str]) -> None:
    state.push("text_special", "", 0).content = found["letter"]


def _strong(state: StateInline, found: re.Match[str]) -> None:
    state.push("strong", "b", 0).content = found["text"]


def _link(state: StateInline, found: re.Match[str]) -> None:
    target = found["target"]
    if target.startswith(ENTRY):
        kind, target = "entry", target.removeprefix(ENTRY)
    else:
        kind = "link" if ADDRESS.fullmatch(target) else "unlinked"
    token = state.push(kind, "a", 0)
    token.content, token.attrs, token.markup = found["label"], {"href": target}, found[0]


PARSER = _parser()
