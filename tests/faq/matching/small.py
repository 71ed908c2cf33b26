"""A matcher's parts over a few phrasings, each built as a matcher builds it."""

from __future__ import annotations

from collections.abc import Iterable

from faq.book.disambiguation import Disambiguation
from faq.matching.corpus import Corpus
from faq.matching.exact import ExactIndex
from faq.matching.examples import Asked, Examples, Numbering
from faq.matching.inverted_index import InvertedIndex
from faq.text.features import features

PHRASINGS = [
    ("tombol hijau hilang", "tombol"),
    ("tombol merah rusak", "tombol"),
    ("sandi akun hilang", "sandi"),
    ("ganti sandi akun", "sandi"),
]
FOREIGN = [("resep soto hilang", "dapur"), ("cuti tahunan", "cuti")]


def ambiguous(*phrasings: str) -> Disambiguation:
    return Disambiguation("apa-hilang", "Apa yang hilang", ("sandi", "tombol"), phrasings, 1, 2)


class Small:
    def __init__(
        self,
        phrasings: Iterable[tuple[str, str]] = PHRASINGS,
        out_of_scope: Iterable[tuple[str, str]] = FOREIGN,
        disambiguation: Iterable[Disambiguation] = (),
    ) -> None:
        self.corpus = Corpus(phrasings, out_of_scope, disambiguation)
        self.examples = Examples(self.corpus.texts)
        self.numbering = Numbering(self.examples.vocabulary)
        self.index = InvertedIndex(self.examples, self.corpus.unambiguous)
        self.exact = ExactIndex(self.corpus, self.examples)

    def asked(self, question: str) -> Asked:
        return Asked(features(question), self.numbering)

    def label(self, id_: str) -> int:
        return self.corpus.classes.ids.index(id_)
