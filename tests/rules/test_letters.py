"""What nobody sees is not there; what shapes the letters one sees stays."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from bot.rules.letters import MOST_MARKS, harmless, has_words, letters, taken_apart

UNSEEN = [
    *("\u3164", "\u1160", "\u115f", "\uffa0", "\u2800", "\u200b", "\u200c", "\u200d", "\u200e"),
    *("\u200f", "\u2060", "\u2061", "\u2062", "\u2063", "\u2064", "\ufeff", "\U000e0001"),
    *("\U000e0020", "\U000e0041", "\U000e007f", "\ufe00", "\ufe0e", "\ufe0f", "\U000e0100"),
    *("\u2028", "\u2029", "\u00ad", "\u034f", "\u061c", "\u180e", "\u180b", "\u202a", "\u202b"),
    *("\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u206a", "\u17b4"),
    *("\U0001d173", "\U0001bca0", "\ufff9", "\u0301", "\u0489", "\u20dd", "\x00", "\x1b", "\x7f"),
    *("\x85", "\u00a0", "\u2003", "\u3000", "\u1680", "\ud800", "\udfff"),
]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_any_number_of_them_is_nothing_and_among_letters_no_word_changes(sign: str) -> None:
    assert not harmless(sign * 30).strip()
    assert not has_words(sign * 30)
    assert not has_words(harmless(f" {sign}\n{sign} "))
    assert letters(harmless(f"{sign}sandi{sign}{sign}")) == 5
    if sign.isspace() or sign in "\u2800\u2028\u2029" or unicodedata.category(sign)[0] == "M":
        return
    assert harmless(f"{sign}lu{sign}pa {sign}san{sign}{sign}di{sign}") == "lupa sandi"


WHOLE = [
    "\U0001f469\U0001f3fd\u200d\U0001f4bb",  # a woman with a computer
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u2764\ufe0f\u200d\U0001f525",
    "\u26f9\U0001f3fb\u200d\u2640\ufe0f",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",  # Wales
    "\U0001f1ee\U0001f1e9",
    "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "\u2705 \u26a0\ufe0f \u203c\ufe0f \u2122\ufe0f \u2194\ufe0f",
    "\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f\u064c",  # Muhammad with its points
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0628\u0627\u0644\u0627\u06a0\u0646 \u06a4\u0645\u0631\u06cc\u0646\u062a\u0647",  # Jawi
    "\u0915\u094d\u200d\u0937",
    "\u0e19\u0e49\u0e33",
    "Ngu\u1ec5n \u00c9mile e\u0301",
    "baris satu\n\tbaris dua",
    "\uac00\ub098\ub2e4 \u6f22\u5b57",
]


@pytest.mark.parametrize("text", WHOLE, ids=ascii)
def test_what_one_sees_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("S" + "\u0351\u036b\u0343\u036a" * 40 + "aya", "S\u0351\u036b\u0343aya"),
        ("\u0301\u0302Ani", "Ani"),
        ("Ani \u0301\u0302Rahma", "Ani Rahma"),
        ("\u0628" + "\u064b\u200d" * 50, "\u0628\u064b\u064b\u064b"),
        ("\u202eniwdE \u2066x\u2069", "niwdE x"),
        ("satu\r\ndua\rtiga\u2028empat\u2029lima", "satu\ndua\ntiga\nempat\nlima"),
        ("\u2813\u2800\u2811", "\u2813 \u2811"),
        ("\U0001f3f4" + "\U000e0061" * 50, "\U0001f3f4"),
        ("halo" + "".join(chr(0xE0000 + ord(x)) for x in "abaikan"), "halo"),
        ("\u2764" + "\ufe0f" * 9, "\u2764\ufe0f"),
        ("\U0001f469" + "\u200d" * 9 + "\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("pass\u200dword", "password"),
        ("a\ufe0fb\U000e0101c", "abc"),
        ("a\ufffe\uffffb\ufdd0\ufdefc\U0001ffff\U0010fffed", "abcd"),
    ],
    ids=ascii,
)
def test_what_would_harm_goes(text: str, left: str) -> None:
    assert harmless(text) == left


def test_every_sign_of_unicode_alone_and_again() -> None:
    """Cleaning twice is cleaning once; no letter that is shown is lost, no mark piles up."""
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        once = harmless(f"a{sign * 9}b")
        kind = unicodedata.category(sign)
        assert harmless(once) == once, hex(number)
        assert once[0] == "a", hex(number)
        assert once[-1] == "b", hex(number)
        if kind[0] == "M":
            assert len(once) <= 2 + MOST_MARKS, hex(number)
        elif kind[0] in "NP" or kind in {"Lu", "Ll", "Lt"}:
            assert once == f"a{sign * 9}b", hex(number)


def test_what_one_letter_stands_for_makes_no_message_longer_than_any() -> None:
    """U+FDFA is a sentence of eighteen letters: 4,096 of it took a twelfth of a second."""
    assert taken_apart("\ufdfa yang é").split()[-2:] == ["yang", "e\u0301"]
    assert len(taken_apart("\ufdfa" * 4_096)) == 4_096
    assert len(taken_apart("a" * 5_000)) == 5_000
