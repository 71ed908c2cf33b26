"""Every sentence the bot can say: whole with any value, and on one page to be proof-read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import utf16
from bot.simulator.text import html
from bot.words import complaint, labels, menu, ticket
from tests.words.samples import ADDRESS, HOSTILE, Maker, functions, said

PAGE = Path(__file__).with_name("said.md")
MOST = 4096  # Telegram's limit, in UTF-16 units after the markup is read
MOST_TOAST = 200
MOST_PLACEHOLDER = 64
ENGLISH = re.compile(
    r"\b(?:the|you|your|please|sorry|error|failed|success|cancel|cancelled|submit|send|sent|open"
    r"|closed|close|ticket|and|or|not|with|from|report|reply|help|welcome|thanks|thank|file|files"
    r"|already|button|press|click|user|message|none|null|true|false|unknown|invalid)\b",
    re.IGNORECASE,
)
SPEAKING = dict(functions())


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("speak", SPEAKING.values(), ids=SPEAKING)
def test_a_sentence_stays_whole_with_any_value(speak: Callable[..., Any], words: str) -> None:
    answer = Maker(words).call(speak)
    for message in said(answer):
        text, _ = html.parse(message)
        assert utf16.length(text) <= MOST
        assert "None" not in text
        if words and "\n\n\n" not in words:
            assert "\n\n\n" not in text


@pytest.mark.parametrize("speak", SPEAKING.values(), ids=SPEAKING)
def test_a_sentence_is_indonesian_and_has_no_holes(speak: Callable[..., Any]) -> None:
    for message in variants(speak):
        text, _ = html.parse(message)
        assert text.strip()
        assert not ENGLISH.search(re.sub(r"/\w+|\b[A-Z_]{4,}\b", "", text)), text
        assert "\n\n\n" not in text
        assert not re.search(r" {2}| [,.;:!?]|\(\)|\bnull\b", text), text


@pytest.mark.parametrize("name", [name for name in SPEAKING if name.endswith("_toast")])
def test_a_note_over_a_button_fits(name: str) -> None:
    for words in HOSTILE.values():
        assert utf16.length(str(Maker(words).call(SPEAKING[name]))) <= MOST_TOAST


@pytest.mark.parametrize("name", [name for name in SPEAKING if name.endswith("_placeholder")])
def test_a_placeholder_fits(name: str) -> None:
    assert len(SPEAKING[name]()) <= MOST_PLACEHOLDER


def test_what_people_wrote_is_shown_as_they_wrote_it() -> None:
    """Markup in a name or a story is letters, in every sentence that carries it."""
    words = HOSTILE["markup"]
    for name, speak in SPEAKING.items():
        for message in said(Maker(words).call(speak)):
            text, entities = html.parse(message)
            links = {entity["url"] for entity in entities if entity["type"] == "text_link"}
            assert links <= {ADDRESS}, name
            assert "&lt;" not in text, name


def test_the_page_of_all_sentences_is_up_to_date(request: pytest.FixtureRequest) -> None:
    page = written()
    if request.config.getoption("update_said"):
        PAGE.write_text(page, encoding="utf-8")
    known = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    assert known == page, "a sentence changed; read it, then: pytest tests/words --update-said"


def written() -> str:
    """One page for the desk to proof-read in one sitting."""
    parts = ["# Semua kalimat bot", "", "Dibuat oleh tests/words dengan nilai contoh."]
    chapter = ""
    for name, speak in SPEAKING.items():
        module, _, sentence = name.partition(".")
        if module != chapter:
            parts += ["", f"## {module}"]
            chapter = module
        for message in variants(speak):
            text = "\n".join(f"    {line}".rstrip() for line in message.splitlines())
            parts += ["", f"### {sentence}", "", text]
    parts += ["", "## cerita", "", *_telling()]
    parts += ["", "## tombol", "", *_labels(), "", "## menu", "", *_menu(), "", "## tiket", ""]
    parts += [f"- {ticket.SIGN[status]} {words}" for status, words in ticket.STATUS.items()]
    parts += [f"- {words}" for words in ticket.STATUS_TO_REPORTER.values()]
    parts += [f"- {words}" for words in ticket.DEED.values()]
    parts += [f"- {words}" for words in ticket.DEED_TO_REPORTER.values()]
    return "\n".join(parts) + "\n"


def variants(speak: Callable[..., Any]) -> list[str]:
    """With every yes-or-no at yes, and at no where that makes a difference."""
    both = [message for yes in (True, False) for message in said(Maker(None, yes=yes).call(speak))]
    return list(dict.fromkeys(both))


def _telling() -> list[str]:
    return [f"- {kind.asked} {kind.helped}" for kind in complaint.STORY_PROMPTS.values()]


def _labels() -> list[str]:
    named = [
        word for name, word in vars(labels).items() if name.isupper() and isinstance(word, str)
    ]
    return [f"- {word}" for word in (*named, *labels.KINDS.values())]


def _menu() -> list[str]:
    return [f"- /{command} – {words}" for command, words in (*menu.PRIVATE, *menu.DESK)]
