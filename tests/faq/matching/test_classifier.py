"""What is learned of the phrasings, and what keeps it from growing."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from faq.matching import classifier
from faq.matching.classifier import Classifier, KeptApart, order, train
from tests.faq.matching.small import PHRASINGS, Small

Pairs = list[tuple[str, str]]


def trained(small: Small) -> Classifier | None:
    corpus = small.corpus
    apart = KeptApart(corpus.unambiguous, corpus.classes.entries)
    return train(small.examples, corpus.labels.tolist(), len(corpus.classes), apart)


def scores(small: Small, model: Classifier, question: str) -> list[float]:
    return [float(score) for score in model.scores(small.asked(question).blocks)]


def test_each_phrasing_scores_highest_for_its_own_entry() -> None:
    small = Small()
    model = trained(small)
    assert model is not None
    for text, entry in PHRASINGS:
        found = scores(small, model, text)
        assert found.index(max(found)) == small.label(entry)
        assert max(found) > 0


def test_the_same_phrasings_give_the_same_model() -> None:
    first, second = trained(Small()), trained(Small())
    assert first is not None
    assert second is not None
    assert (first.weights == second.weights).all()


def test_weights_kept_in_steps_are_near_to_the_weights() -> None:
    small = Small()
    scale = classifier.Scale(small.examples, len(small.examples), most=10_000)
    exact = np.random.default_rng(1).normal(size=(len(scale.weight), 3)).astype(np.float32)
    blocks = small.asked("ganti sandi akun").blocks
    rows, values = scale.vector(blocks)
    kept = Classifier(scale, exact).scores(blocks)
    assert kept == pytest.approx(values @ exact[rows], abs=1e-3)


def test_nothing_to_tell_apart_has_no_model() -> None:
    assert trained(Small([("satu saja", "a")], ())) is None


def test_too_much_to_keep_has_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier, "MOST_CELLS", 2)
    assert trained(Small()) is None


def test_what_stands_apart_leaves_the_first_classes_as_they_are() -> None:
    """A phrasing in an entry's own words would else pull the entry down."""
    alone, beside = Small(PHRASINGS, ()), Small([*PHRASINGS, ("ganti sandi akun", "lain")], ())
    first = trained(alone)
    labels = beside.corpus.labels.tolist()
    spared = train(beside.examples, labels, 3, KeptApart(len(PHRASINGS), 2))
    mixed = train(beside.examples, labels, 3, KeptApart(len(labels), 3))
    assert first is not None
    assert spared is not None
    assert mixed is not None
    before = scores(alone, first, "ganti sandi akun")
    assert scores(beside, spared, "ganti sandi akun")[:2] == pytest.approx(before, abs=1e-3)
    assert scores(beside, mixed, "ganti sandi akun")[1] < before[1] - 0.1


def test_the_first_examples_come_in_the_order_they_have_alone() -> None:
    alone = list(order(5, 5, 2))
    among = [at for at in order(8, 5, 2) if at < 5]
    assert among == alone
    assert sorted(islice(order(8, 5, 2), 8)) == list(range(8))


def test_many_examples_make_fewer_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(list(order(10, 10, 2))) == 16 * 10
    monkeypatch.setattr(classifier, "MOST_WORK", 10)
    assert len(list(order(10, 10, 2))) == 10
