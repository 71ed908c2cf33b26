"""The small words by what they mean: `faq/lists/intents.txt`, read once."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from types import MappingProxyType

from faq.text.lexicon import lines

FILE = "intents.txt"
BESIDE = "+"
PLACEHOLDERS = {"KATA": r"\w+", "ANGKA": r"\d+"}
WHOM = "ORANG"  # anybody of the section of that name
ANYTHING = "…"
FAR = 200  # letters between two words of one core: what is said at once is no longer


@cache
def sections(file: str = FILE) -> MappingProxyType[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in lines(file):
        if line.startswith("["):
            section = line.strip("[] ")
        else:
            found[section].append(line)
    return MappingProxyType({section: tuple(held) for section, held in found.items()})


@cache
def words(section: str, file: str = FILE) -> tuple[str, ...]:
    return tuple(word for line in sections(file)[section] for word in line.split())


@cache
def word_set(section: str, file: str = FILE) -> frozenset[str]:
    """Its words, whose order tells nothing."""
    return frozenset(words(section, file))


@cache
def phrases(section: str, file: str = FILE) -> frozenset[str]:
    return frozenset(part.strip() for line in sections(file)[section] for part in line.split(","))


@cache
def one_of(section: str, file: str = FILE) -> str:
    """Any of its phrases as a part of a pattern, the longest first: "kirim*" begins a word."""
    forms = sorted(phrases(section, file), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(word, forms))})"


@cache
def core(section: str, file: str = FILE) -> re.Pattern[str]:
    """What makes a message one of these, wherever it stands in it."""
    kept = (line for line in sections(file)[section] if not line.startswith(BESIDE))
    return re.compile("|".join(map(pattern, kept)))


def around_core(section: str, text: str) -> str | None:
    """What else is said; None where the core is not in it."""
    found = core(section).search(text)
    return None if found is None else f"{text[: found.start()]} {text[found.end() :]}"


@cache
def beside(section: str) -> frozenset[str]:
    """What may stand beside the core."""
    told = (line for line in sections()[section] if line.startswith(BESIDE))
    return frozenset(word for line in told for word in line.removeprefix(BESIDE).split())


def pattern(line: str) -> str:
    """One core as a regular expression: `^ a/b (c) d_e` is `^(?:a|b)(?: (?:c))? (?:d e)`."""
    made, glue = "", r"\b"
    for token in line.split():
        if token in ("^", "$"):
            made, glue = made + token, ""
        elif token == ANYTHING:
            made, glue = made + rf"\b.{{0,{FAR}}}", r"\b"
        elif token.startswith("("):
            made += f"(?:{glue}{either(token.strip('()'))})?"
        else:
            made, glue = made + glue + either(token), " "
    return made if made.endswith(("$", r"\w*)")) else made + r"\b"


def either(token: str) -> str:
    return f"(?:{'|'.join(map(word, token.split('/')))})"


def word(form: str) -> str:
    if form in PLACEHOLDERS:
        return PLACEHOLDERS[form]
    if form == WHOM:
        called = "|".join(map(word, words("whom")))
        return f"(?:(?:{'|'.join(words('address'))}) )?(?:{called})"
    spaced = re.escape(form.removesuffix("*")).replace("_", " ")
    return spaced + r"\w*" if form.endswith("*") else spaced
