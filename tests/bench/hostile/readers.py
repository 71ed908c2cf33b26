"""All that meets people's words, found by walking the modules: patterns, and functions of text."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import get_type_hints

import bot
import faq
import handlers
import storage
from bot.simulator.world import accounts
from faq.text import vocabulary
from faq.text.asking import asking
from faq.text.said import ticket_number
from faq.text.small_talk.meaning import CORES
from handlers.actions.group_words import mention
from handlers.incoming import Incoming

Read = Callable[[str], object]

# What reads the book, the settings or our own files: an officer's hand, not a stranger's.
NOT_PEOPLES = (
    *(
        "bot.simulator",
        "bot.papers",
        "bot.data",
        "bot.settings",
        "handlers.operator",
        "faq.importing",
    ),
    *("faq.printing", "faq.book", "storage.backup", "storage.migrations", "storage.schema"),
    *("bot.wire.systemd", "bot.wire.webhook", "bot.wire.methods", "storage.engine"),
)
ROOMS = (bot, faq, handlers, storage)
# Names of parameters by which a function of one text takes people's words.
WORDS = {"text", "message", "question", "word", "token", "typed", "raw", "said", "data", "name"}
# Of a word that was cut before; they are met by way of the whole message as well.
CUT_BEFORE = {"faq.text.stem", "faq.text.typos"}


def modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.startswith(NOT_PEOPLES):
                yield import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Under the name of their module: those kept there, and those made once from word lists."""
    found = {"intent.asking": asking(), "group_question.mention": mention(accounts.BOT_USERNAME)}
    seen: set[str] = set()
    for module in modules():
        for name, value in vars(module).items():
            many = value.values() if isinstance(value, dict) else [value]
            for place, each in enumerate(many):
                if isinstance(each, re.Pattern) and each.pattern not in seen:
                    seen.add(each.pattern)
                    found[f"{module.__name__}.{name}[{place}]"] = each
    for made_of in CORES:
        found[f"intents.txt [{made_of.value}]"] = vocabulary.core(made_of).pattern
    return found


def functions() -> dict[str, Read]:
    """Every public function of one text, and what is spread over several of them."""
    found: dict[str, Read] = {}
    for module in modules():
        for name, value in vars(module).items():
            function = inspect.unwrap(value) if callable(value) else None
            if not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            if (
                module.__name__ not in CUT_BEFORE
                and not name.startswith("_")
                and _of_text(function)
            ):
                found[f"{module.__name__}.{name}"] = function
    return found | BY_HAND


def _of_text(function: Callable[..., object]) -> bool:
    try:
        hints = get_type_hints(function)
    except NameError:
        return False
    needed = [
        parameter
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is parameter.empty
    ]
    return (
        len(needed) == 1
        and needed[0].name in WORDS
        and hints.get(needed[0].name) in {str, str | None}
    )


def _command(text: str) -> object:
    return Incoming(kind="message", chat_id=1, text=text).command(accounts.BOT_USERNAME)


BY_HAND: dict[str, Read] = {
    "Incoming.command": _command,
    "Incoming.command /…": lambda text: _command(f"/{text}"),
    "ticket_number.number_in": ticket_number.number_in,
    "str.casefold": partial(str.casefold),
}
