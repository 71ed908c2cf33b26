"""The order of the classes: by the classifier, by the nearest phrasings, by the very words."""

from __future__ import annotations

import pytest

from faq.matching.classifier import Classifier, KeptApart, train
from faq.matching.ranking import Ranked, Ranking
from tests.faq.matching.small import PHRASINGS, Small, ambiguous


def ranking(small: Small, *, classified: bool = True) -> Ranking:
    corpus = small.corpus
    apart = KeptApart(corpus.unambiguous, corpus.classes.entries)
    model: Classifier | None = None
    if classified:
        model = train(small.examples, corpus.labels.tolist(), len(corpus.classes), apart)
    return Ranking(corpus, model, small.index, small.exact)


def ids(small: Small, found: list[Ranked]) -> list[str]:
    return [small.corpus.classes.ids[one.label] for one in found]


@pytest.mark.parametrize("classified", [True, False])
def test_the_entry_meant_leads(classified: bool) -> None:
    small = Small()
    by = ranking(small, classified=classified)
    for text, entry in PHRASINGS:
        found = by.ranked(small.asked(text), 2)
        assert ids(small, found)[0] == entry
        totals = [one.total for one in found]
        assert totals == sorted(totals, reverse=True)


def test_so_many_entries_are_given_and_what_stands_among_them() -> None:
    small = Small(out_of_scope=[("tombol hijau hilang rusak", "lain")])
    by = ranking(small)
    asked = small.asked("tombol hijau hilang rusak")
    assert by.ranked(asked, 1)[0].label == small.corpus.classes.out_of_scope
    assert ids(small, by.ranked(asked, 1))[1:] == ["tombol"]
    assert len(by.ranked(asked, 99)) == 3


def test_the_very_words_of_a_phrasing_lead_whatever_was_learned() -> None:
    """One phrasing against a crowd in nearly the same words."""
    crowd = [(f"tombol merah rusak {n}", "ramai") for n in range(30)]
    small = Small([*crowd, ("tombol merah rusak", "sendiri")], ())
    (first, second, *_) = ranking(small).ranked(small.asked("tombol merah rusak"), 2)
    assert small.corpus.classes.ids[first.label] == "sendiri"
    assert first.total - second.total == pytest.approx(0.95)


def test_further_phrasings_count_less_than_the_nearest() -> None:
    one = Small([("sandi", "a"), ("tombol", "b")], ())
    four = Small([*((f"sandi{'!' * n}", "a") for n in range(4)), ("tombol", "b")], ())
    alone = ranking(one).likeness(one.asked("sandi"))
    many = ranking(four).likeness(four.asked("sandi"))
    assert alone.tolist() == pytest.approx([1.0, 0.0])
    assert many.tolist() == pytest.approx([1.0 + 0.6 + 0.36, 0.0])


def test_disambiguations_take_no_place_from_the_entries() -> None:
    one = ambiguous(*(f"sandi hilang {n}" for n in range(80)))
    small, without = Small(disambiguation=[one]), Small()
    asked = "sandi akun hilang"
    with_it = ranking(small).likeness(small.asked(asked)).tolist()
    assert small.corpus.classes.disambiguation(3) is not None
    entries = ranking(without).likeness(without.asked(asked)).tolist()
    assert [like > 0 for like in with_it[:3]] == [like > 0 for like in entries[:3]]


def test_a_question_in_unknown_words_is_like_nothing() -> None:
    small = Small()
    assert not ranking(small).likeness(small.asked("zzqq")).any()
    assert ranking(small, classified=False).ranked(small.asked("zzqq"), 3) == []
