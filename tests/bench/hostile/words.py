"""What an attacker would write: one thing again and again, as long as a message may be."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from re import _parser as parser  # type: ignore[attr-defined]  # the only way into a pattern
from typing import Any

LONGEST = 4_096  # Bot API: a message
# Each again and again; what makes a pattern give up at the end is put behind it.
REPEATED = (
    *(" ", "\t", "\n", "\r\n", " \n", "\u00a0", "\u3000", "a", "A", "á", "1", "1 ", "1.", "1-"),
    *("12345678 ", "0", "08", "62", "+62", "+(62)", "(", ")", "()", "[", "[]", "[[]", "{", "{}"),
    *("<", "<b>", "</b>", "<a ", "&lt;", "*", "**", "**a", "_", "`", "`a`", '"', '"a', "'", "\\"),
    *(".", "..", "…", "-", "--", "a-", "-a", "a'", "a.", "a.b", "a.b.", "a@", "@", "@a", "a@b."),
    *("@bot ", " @", "/", "//", "/a", "/a ", "://", "http://", "https://a", "www.", "a:b", "#"),
    *("aa", "ab", "aaa ", "aab", "di kan nya ", "berkah", "kah", "meng", "akan", "nya", "apakah "),
    *("PAK ", "EK-2026-", "EK ", "ek-", "EK-2026-1", "2026", "satu ", "tidak ", "mau lapor "),
    *("mau bicara dengan ", "terima kasih ", "tolong ", "password ", "password: ", "kode otp "),
    *("otp", "kata sandi saya ", "pin ", "sandi: ", "\u0301", "e\u0301", "a\u0301\u0302\u0303"),
    *("\u202e", "\u200f", "\u200d", "\u200b", "\u3164", "\u2066a", "ش", "שלום ", "漢", "ไทย"),
    *(
        "👩\u200d👩\u200d👧\u200d👦",
        "🏴\U000e0067\U000e0062",
        "👍🏽",
        "🇮🇩",
        "\ufe0f",
        "ﷺ",
        "ﬃ",
        "İ",
        "ß",
    ),
    *("\U000e0041", "\u2028", "\u1160", "\ud83d", "\x00", "\x1b[", "?", "!", "? ", ",", ", ", ";"),
)
ENDS = ("", "!", "x", "\n", " .@ selesai", "1")
SEEDS = 40  # messages thrown together by dice


def long(part: str, length: int, end: str = "") -> str:
    """Exactly so long, the end included."""
    room = length - len(end)
    return (part * (room // len(part) + 1))[:room] + end


def messages(length: int = LONGEST) -> Iterator[tuple[str, str]]:
    """What is said of it, and the message."""
    for part in REPEATED:
        for end in ENDS:
            yield f"{part!a}…{end!a}", long(part, length, end)
    for seed in range(SEEDS):
        dice = random.Random(seed)
        parts = [dice.choice(REPEATED) * dice.randint(1, 4) for _ in range(length)]
        yield f"dice {seed}", "".join(parts)[:length]
    yield "all different words", different(length)


def different(length: int) -> str:
    """No word twice, none known: whoever looks each up looks for long."""
    dice = random.Random(5)
    words = (
        "".join(dice.choices("abdegiklmnoprstu", k=dice.randint(4, 9))) for _ in range(length)
    )
    return " ".join(words)[:length]


def made_for(pattern: re.Pattern[str], length: int = LONGEST) -> Iterator[tuple[str, str]]:
    """Again and again what this one looks for, and every beginning of it."""
    for part in beginnings(pattern):
        for end in ("", "!"):
            yield f"{part!a}…{end!a}", long(part, length, end)


def beginnings(pattern: re.Pattern[str]) -> list[str]:
    examples = dict.fromkeys(_example(pattern, choice) for choice in range(3))
    return list(
        dict.fromkeys(
            example[:end] for example in examples for end in range(1, min(len(example), 40) + 1)
        )
    )


def _example(pattern: re.Pattern[str], choice: int) -> str:
    return "".join(_some(parser.parse(pattern.pattern, pattern.flags), choice)) or " "


def _some(parsed: object, choice: int) -> Iterator[str]:
    """Of each branch another one at each choice, of each repetition one more than the least."""
    for name, given in parsed:  # type: ignore[attr-defined]
        match str(name):
            case "BRANCH":
                yield from _some(given[1][choice % len(given[1])], choice)
            case "SUBPATTERN":
                yield from _some(given[-1], choice)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, held = given
                for _ in range(min(int(least) + choice, int(most), 20)):
                    yield from _some(held, choice)
            case sign:
                yield _sign(sign, given, choice)


def _sign(name: str, given: object, choice: int) -> str:
    """Nothing for what stands at no letter: borders of words, looks around."""
    match name, given:
        case "LITERAL", int():
            return chr(given)
        case "NOT_LITERAL", int():
            return "a" if given != ord("a") else "b"
        case "ANY", _:
            return "a"
        case "IN", list():
            return _letter(given, choice)
    return ""


def _letter(members: list[tuple[object, Any]], choice: int) -> str:
    """One that the set holds."""
    named = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a"}
    found = []
    for name, given in members:
        match str(name):
            case "LITERAL":
                found.append(chr(given))
            case "RANGE":
                found.append(chr(given[0]))
            case "CATEGORY":
                found.append(named.get(str(given), "-"))
            case "NEGATE":
                return next(sign for sign in "a 1-.bé" if not _holds(members, sign))
    return found[choice % len(found)] if found else "a"


def _holds(members: list[tuple[object, Any]], sign: str) -> bool:
    tests: dict[str, Callable[[str], bool]] = {
        "CATEGORY_SPACE": str.isspace,
        "CATEGORY_DIGIT": str.isdigit,
    }
    tests["CATEGORY_WORD"] = lambda each: each.isalnum() or each == "_"
    for name, given in members:
        match str(name):
            case "LITERAL" if ord(sign) == given:
                return True
            case "RANGE" if given[0] <= ord(sign) <= given[1]:
                return True
            case "CATEGORY":
                kind = str(given)
                if kind in tests and tests[kind](sign):
                    return True
                if kind.startswith("CATEGORY_NOT_"):
                    positive = tests.get(kind.replace("NOT_", ""))
                    if positive is not None and not positive(sign):
                        return True
    return False
