from __future__ import annotations

from faq.text.lexicon import SPELLINGS, lexicon, pairs


def test_no_spelling_means_two_things() -> None:
    seen: dict[str, str] = {}
    for standard, forms in pairs(SPELLINGS, "everywhere"):
        for form in forms:
            assert seen.setdefault(form, standard) == standard, form


def test_small_talk_spells_only_what_it_reads_otherwise() -> None:
    """One table: what is read so in every message is not told twice."""
    told = pairs(SPELLINGS, "small talk")
    forms = [(form, standard) for standard, forms in told for form in forms]
    assert len(forms) > 1_000
    anywhere = lexicon().slang
    assert [
        form for form, meant in forms if anywhere.get((*form.split(),)) == (*meant.split(),)
    ] == []


def test_stop_words_hold_no_negation() -> None:
    assert not lexicon().stop & {"tidak", "belum", "bukan", "jangan", "kada"}
