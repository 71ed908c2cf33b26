"""What speaks for the best class, and how sure that makes us."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from faq.matching.confidence import Confidence, Evidence, probability
from faq.matching.ranking import Ranked
from tests.faq.matching.small import Small

SMALL = Small()
CONFIDENCE = Confidence(SMALL.index, SMALL.exact)
NOTHING = Evidence(
    margin=-1.0, gap=0.0, lead=0.0, near=0.0, covered=0.0, foreign=1.0, length=0.0, short=1.0
)
ALL = Evidence(
    margin=1.0, gap=2.0, lead=2.0, near=2.0, covered=1.0, foreign=0.0, length=1.0, short=0.0
)


def ranked(entry: str, total: float, margin: float = 0.0, near: float = 0.0) -> Ranked:
    return Ranked(SMALL.label(entry), total, margin, near)


def test_all_evidence_is_nearly_certain_and_none_nearly_impossible() -> None:
    assert probability(ALL) > 0.99
    assert probability(NOTHING) < 0.01


@pytest.mark.parametrize("field", ["margin", "gap", "lead", "near", "covered"])
def test_more_evidence_never_makes_less_sure(field: str) -> None:
    more = replace(NOTHING, **{field: getattr(NOTHING, field) + 0.5})
    assert probability(more) > probability(NOTHING)


def test_no_evidence_overflows() -> None:
    assert 0 < probability(replace(NOTHING, margin=-1e9)) < probability(replace(ALL, gap=1e9)) <= 1


def test_what_the_evidence_is_measured_by() -> None:
    asked = SMALL.asked("sandi akun merah")
    places = [ranked("sandi", 1.0, 0.6, 0.8), ranked("tombol", 0.4), ranked("\0", 0.0)]
    evidence = CONFIDENCE.evidence(asked, places)
    assert (evidence.margin, evidence.near) == (0.6, 0.8)
    assert evidence.gap == pytest.approx(0.6)
    assert evidence.lead == pytest.approx(0.8)
    assert evidence.length == pytest.approx(math.log1p(3))
    assert evidence.short == 0.0
    assert CONFIDENCE.of(asked, places) == probability(evidence)


def test_without_a_runner_up_the_gap_is_that_to_surely_not() -> None:
    evidence = CONFIDENCE.evidence(SMALL.asked("sandi"), [ranked("sandi", 0.5)])
    assert evidence.gap == evidence.lead == 1.5
    assert evidence.short == 1.0


def test_coverage_is_by_weight() -> None:
    label = SMALL.label("sandi")
    assert CONFIDENCE.coverage(SMALL.asked("ganti sandi").telling, label) == (1.0, 0.0)
    covered, foreign = CONFIDENCE.coverage(SMALL.asked("sandi merah zzqq").telling, label)
    assert 0 < covered < 1 / 3 < foreign < 0.5  # the rarer word weighs more
    assert CONFIDENCE.coverage(SMALL.asked("kapan").telling, label) == (0.0, 0.0)
