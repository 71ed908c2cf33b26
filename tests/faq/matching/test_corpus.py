"""Which number means what, and in which order the phrasings stand."""

from __future__ import annotations

from faq.matching.corpus import AMBIGUOUS, OUT_OF_SCOPE, Corpus
from tests.faq.matching.small import FOREIGN, PHRASINGS, ambiguous


def test_entries_come_first_then_out_of_scope_then_disambiguations() -> None:
    one = ambiguous("hilang", "mana hilang")
    corpus = Corpus(PHRASINGS, FOREIGN, [one])
    classes = corpus.classes
    assert classes.ids == ("tombol", "sandi", OUT_OF_SCOPE, AMBIGUOUS + "apa-hilang")
    assert corpus.labels.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert corpus.texts[-2:] == ["hilang", "mana hilang"]
    assert (corpus.of_entries, corpus.unambiguous) == (4, 6)
    assert [classes.is_entry(label) for label in range(4)] == [True, True, False, False]
    assert (classes.out_of_scope, classes.ambiguous) == (2, frozenset({3}))
    assert [classes.disambiguation(label) for label in range(4)] == [None, None, None, one]


def test_a_disambiguation_may_have_an_entrys_id() -> None:
    corpus = Corpus([("hilang", "apa-hilang")], (), [ambiguous("mana hilang")])
    assert corpus.labels.tolist() == [0, 1]
    assert corpus.classes.is_entry(0)
    assert corpus.classes.disambiguation(0) is None


def test_like_topics_are_one_class_and_keep_their_names() -> None:
    corpus = Corpus((), FOREIGN)
    assert corpus.labels.tolist() == [0, 0]
    assert corpus.topics == ("dapur", "cuti")
