"""What the book does not answer: its list and its topics."""

from __future__ import annotations

from faq.matching.out_of_scope import OutOfScopeTopics, out_of_scope
from tests.faq.matching.small import Small


def test_every_question_of_the_list_has_a_topic() -> None:
    listed = out_of_scope()
    assert len({topic for _, topic in listed}) > 10
    assert all(text and topic for text, topic in listed)
    assert ("berapa hari jatah cuti tahunan pns", "cuti") in listed


def test_the_topic_is_that_of_the_nearest() -> None:
    small = Small()
    foreign = OutOfScopeTopics(small.corpus, small.index)
    assert foreign.topic(small.asked("soto")) == "dapur"
    assert foreign.topic(small.asked("cuti berapa hari")) == "cuti"
    assert foreign.topic(small.asked("tombol merah")) == ""
    assert foreign


def test_an_index_of_its_own_knows_none() -> None:
    small = Small(out_of_scope=())
    assert not OutOfScopeTopics(small.corpus, small.index)
