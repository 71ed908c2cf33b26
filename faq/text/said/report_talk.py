"""What is said of the report that is being written, instead of what it tells."""

from __future__ import annotations

from enum import StrEnum

from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import only_polite
from faq.text.vocabulary import around_core

LONGEST = 9  # words; whoever writes more tells something


class ReportTalk(StrEnum):
    SENT_YET = "report sent yet"
    UNSEEN = "report unseen"
    AGAIN = "report again"
    GONE = "report gone"


ONLY_ASKED = frozenset({ReportTalk.SENT_YET, ReportTalk.UNSEEN})
"""Stated, these may be told of anything: "sudah dikirim", "ketahuan atasan"."""


def report_talk(message: str) -> ReportTalk | None:
    said = plain(message)
    text = " ".join(said)
    if not said or len(said) > LONGEST:
        return None
    for each in ReportTalk:
        rest = around_core(each, text)
        if rest is None or not only_polite(rest, each):
            continue
        if _may_be(each, message, alone=not rest.strip()):
            return each
    return None


def _may_be(talk: ReportTalk, message: str, *, alone: bool) -> bool:
    if talk not in ONLY_ASKED or asks(message):
        return True
    return talk is ReportTalk.SENT_YET and alone  # "no tiket"
