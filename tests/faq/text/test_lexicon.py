from __future__ import annotations

from faq.text.lexicon import lexicon, pairs


def test_no_spelling_means_two_things() -> None:
    seen: dict[str, str] = {}
    for standard, forms in pairs("slang.txt"):
        for form in forms:
            assert seen.setdefault(form, standard) == standard, form


def test_stop_words_hold_no_negation() -> None:
    assert not lexicon().stop & {"tidak", "belum", "bukan", "jangan", "kada"}
