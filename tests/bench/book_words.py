"""Writes the words that the book uses: whoever tells a secret rarely tells it in them.

python -m tests.bench.book_words
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from pathlib import Path

from bot.rules.privacy.phrases import is_bound
from bot.rules.privacy.secret_words import ORDINARY

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "bot" / "rules" / "privacy" / "book_words.py"
LEAST = 2  # times
_WORD = re.compile(r"(?<!\w)[a-z]{3,24}(?!\w)")
_HEAD = '''"""Words of the book (`python -m tests.bench.book_words`): hardly any secret."""

from __future__ import annotations

from bot.rules.privacy.secret_words import words

BOOK = words(
    """
'''


def written() -> str:
    counted = Counter[str]()
    for file in sorted((ROOT / "faq" / "manual").glob("*.md")):
        counted.update(_WORD.findall(file.read_text(encoding="utf-8").lower()))
    often = [word for word, times in counted.items() if times >= LEAST]
    words = sorted(word for word in often if word not in ORDINARY and not is_bound(word))
    lines = textwrap.fill(" ".join(words), 99, initial_indent="    ", subsequent_indent="    ")
    return f'{_HEAD}{lines}\n    """\n)\n'


if __name__ == "__main__":
    MODULE.write_text(written(), encoding="utf-8")
