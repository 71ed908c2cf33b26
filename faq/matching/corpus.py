"""All phrasings with what each means: the entries', then those out of scope, then those that may
mean several entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from faq.book.disambiguation import Disambiguation

OUT_OF_SCOPE = "\0"
"""The id of all that is known not to be in the book. It is one class: apart, like topics would
argue with each other."""
AMBIGUOUS = "\1"
"""Begins the ids of disambiguations, so that no entry has them too."""


class Classes:
    """What a message may mean, by number: an entry, out of scope, or a disambiguation."""

    def __init__(
        self, ids: Iterable[str], entries: int, disambiguation: Mapping[str, Disambiguation]
    ) -> None:
        """The first `entries` ids are entries."""
        self.ids = tuple(ids)
        self.entries = entries
        self._disambiguation = disambiguation

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def label_of(self) -> dict[str, int]:
        return {id_: label for label, id_ in enumerate(self.ids)}

    def is_entry(self, label: int) -> bool:
        return label < self.entries

    @cached_property
    def out_of_scope(self) -> int | None:
        return self.label_of.get(OUT_OF_SCOPE)

    @cached_property
    def ambiguous(self) -> frozenset[int]:
        return frozenset(at for at, id_ in enumerate(self.ids) if id_ in self._disambiguation)

    def disambiguation(self, label: int) -> Disambiguation | None:
        return self._disambiguation.get(self.ids[label])


class Corpus:
    """Needed only while a matcher is built."""

    def __init__(
        self,
        phrasings: Iterable[tuple[str, str]],
        out_of_scope: Iterable[tuple[str, str]] = (),
        disambiguation: Iterable[Disambiguation] = (),
    ) -> None:
        """Pairs of a phrasing and its entry's id, and of a question and its topic."""
        of_entries, foreign = list(phrasings), list(out_of_scope)
        ambiguous = {AMBIGUOUS + one.id: one for one in disambiguation}
        pairs = [
            *of_entries,
            *((text, OUT_OF_SCOPE) for text, _ in foreign),
            *((text, each) for each, one in ambiguous.items() for text in one.phrasings),
        ]
        number = {each: at for at, each in enumerate(dict.fromkeys(id_ for _, id_ in pairs))}
        self.texts = [text for text, _ in pairs]
        self.labels = np.array([number[id_] for _, id_ in pairs], np.int32)
        """The class of each text."""
        self.classes = Classes(number, len({entry for _, entry in of_entries}), ambiguous)
        self.topics = tuple(topic for _, topic in foreign)
        """Of each text that is out of scope."""
        self.of_entries = len(of_entries)
        """The first so many texts are the entries', and as many as there are topics follow."""

    @property
    def unambiguous(self) -> int:
        """How many texts stand before those of the disambiguations."""
        return self.of_entries + len(self.topics)
