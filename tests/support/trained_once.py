"""The classifier's weights, learned once a run for the same examples.

A quarter of the tests' own time went into learning the same few books again; what is learned from
equal examples is equal (`tests/faq/matching` looks at that, and learns each time).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256

import pytest

from faq.matching import classifier
from faq.matching.classifier import Floats, KeptApart, Vectors

KEPT = 8
"""Weights of so many books; each has some ten megabytes."""


@contextmanager
def trained_once() -> Iterator[None]:
    learn = classifier.descend
    known: dict[bytes, Floats] = {}

    def remembered(
        vectors: Vectors, labels: Sequence[int], classes: int, apart: KeptApart
    ) -> Floats:
        said = repr((vectors.ends, vectors.width, labels, classes, apart)).encode()
        end = vectors.ends[-1]
        key = sha256(said + vectors.rows[:end].tobytes() + vectors.values[:end].tobytes()).digest()
        if key not in known:
            while len(known) >= KEPT:
                known.pop(next(iter(known)))
            known[key] = learn(vectors, labels, classes, apart)
            known[key].flags.writeable = False
        known[key] = known.pop(key)  # the newest last
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(classifier, "descend", remembered)
        yield
