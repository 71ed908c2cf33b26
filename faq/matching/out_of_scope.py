"""What people also ask and this book does not answer: known, so that the bot keeps silent."""

from __future__ import annotations

from faq.matching.corpus import Corpus
from faq.matching.examples import Asked
from faq.matching.inverted_index import InvertedIndex
from faq.text.lexicon import lines


def out_of_scope() -> tuple[tuple[str, str], ...]:
    """Pairs of a question and its topic, such as `cuti`."""
    found: list[tuple[str, str]] = []
    topic = ""
    for line in lines("out_of_scope.txt"):
        if line.startswith("["):
            topic = line.strip("[] ")
        else:
            found.append((line, topic))
    return tuple(found)


class OutOfScopeTopics:
    """The topics that a matcher knows and the book has nothing about."""

    def __init__(self, corpus: Corpus, index: InvertedIndex) -> None:
        self.topics = corpus.topics
        self.before = corpus.of_entries
        self.index = index

    def __bool__(self) -> bool:
        return bool(self.topics)

    def topic(self, asked: Asked) -> str:
        """What a question is about, for the log and the desk; of the nearest phrasing."""
        numbers, cosines = self.index.similar(asked.terms)
        likely = dict(zip(cosines.tolist(), numbers.tolist(), strict=True))
        places = (at - self.before for _, at in sorted(likely.items(), reverse=True))
        return next((self.topics[at] for at in places if 0 <= at < len(self.topics)), "")
