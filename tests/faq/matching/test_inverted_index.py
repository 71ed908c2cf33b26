"""The nearest phrasings, and how far the index reads for them."""

from __future__ import annotations

import numpy as np
import pytest

from faq.matching import inverted_index
from tests.faq.matching.small import Small


def nearest(small: Small, question: str) -> list[tuple[str, float]]:
    numbers, cosines = small.index.similar(small.asked(question).terms)
    order = np.argsort(-cosines, kind="stable")
    return [
        (small.corpus.texts[number], round(cosine, 3))
        for number, cosine in zip(numbers[order].tolist(), cosines[order].tolist(), strict=True)
    ]


def test_the_same_words_are_nearest_of_all() -> None:
    (text, cosine), *others = nearest(Small(), "ganti sandi akun")
    assert (text, cosine) == ("ganti sandi akun", 1.0)
    assert [text for text, _ in others] == ["sandi akun hilang"]


def test_unknown_words_count_as_a_miss() -> None:
    (_, alone), *_ = nearest(Small(), "ganti sandi akun")
    (text, beside), *_ = nearest(Small(), "ganti sandi akun zzqq")
    assert text == "ganti sandi akun"
    assert beside < alone
    assert nearest(Small(), "zzqq") == []
    assert nearest(Small(), "") == []


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    small = Small()
    rare, common, unknown = small.index.idf(small.asked("resep hilang zzqq").stems).tolist()
    assert common < rare < unknown


def test_only_counted_phrasings_make_a_word_common() -> None:
    texts = [("tombol hijau", "a"), ("tombol merah", "b"), ("tombol biru", "b")]
    small = Small(texts, ())
    fewer = inverted_index.InvertedIndex(small.examples, 1)
    (term,) = small.asked("tombol").stems
    assert (small.index.common[term], fewer.common[term]) == (3, 1)
    assert fewer.posting(term).tolist() == [0, 1, 2]


def test_common_words_add_only_to_what_rarer_ones_brought_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [("tombol merah", "a"), *((f"tombol nomor {n}", "b") for n in range(50))]
    small = Small(texts, ())
    assert len(nearest(small, "tombol merah")) == 51
    monkeypatch.setattr(inverted_index, "MOST_POSTINGS", 10)
    assert [text for text, _ in nearest(small, "tombol merah")] == ["tombol merah"]
    monkeypatch.setattr(inverted_index, "MOST_CANDIDATES", 5)
    assert len(nearest(small, "tombol")) == 5
