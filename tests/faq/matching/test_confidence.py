"""What speaks for the best class, and how sure that makes us."""

from __future__ import annotations

import math

import pytest

from faq.matching.answers import Answers
from faq.matching.confidence import Confidence, ConfidenceEvidence, probability
from faq.matching.ownership import Ownership
from faq.matching.ranking import Ranked
from tests.faq.matching.small import Small

SMALL = Small()
ANSWERS = Answers(
    [("Tombol hijau ada di bawah menu Profil.", "tombol"), ("Dihapus", "gone")],
    SMALL.corpus.classes.label_of,
)
OWNERSHIP = Ownership(SMALL.corpus, SMALL.index)
CONFIDENCE = Confidence(SMALL.corpus.classes, SMALL.index, SMALL.exact, ANSWERS, OWNERSHIP)
NOTHING = ConfidenceEvidence(
    0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, elsewhere=0.0, length=0.0, short=1.0
)
ALL = ConfidenceEvidence(2.0, 2.0, 2.0, 2.0, 1.0, 0.0, 0.0, elsewhere=0.0, length=1.0, short=0.0)


def ranked(entry: str, total: float, margin: float = 0.0, near: float = 0.0) -> Ranked:
    return Ranked(SMALL.label(entry), total, margin, near)


@pytest.mark.parametrize("alone", [False, True])
def test_all_evidence_is_nearly_certain_and_none_nearly_impossible(alone: bool) -> None:
    assert probability(ALL, alone=alone) > 0.99
    assert probability(NOTHING, alone=alone) < 0.01


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("field", ["gap", "out_of_scope", "lead", "near", "covered", "answered"])
def test_more_evidence_never_makes_less_sure(field: str, alone: bool) -> None:
    more = NOTHING._replace(**{field: getattr(NOTHING, field) + 0.5})
    assert probability(more, alone=alone) >= probability(NOTHING, alone=alone)
    less = ALL._replace(foreign=1.0)
    assert probability(less, alone=alone) <= probability(ALL, alone=alone)


def test_no_evidence_overflows() -> None:
    assert 0 < probability(NOTHING._replace(gap=-1e9)) < probability(ALL._replace(gap=1e9)) <= 1


def test_what_the_evidence_is_measured_by() -> None:
    asked = SMALL.asked("sandi akun merah")
    places = [ranked("sandi", 1.0, 0.6, 0.8), ranked("tombol", 0.4), ranked("\0", 0.0)]
    evidence = CONFIDENCE.evidence(asked, places)
    assert (evidence.out_of_scope, evidence.near) == (1.0, 0.8)
    assert evidence.gap == pytest.approx(0.6)
    assert evidence.lead == pytest.approx(0.8)
    assert evidence.length == pytest.approx(math.log1p(3))
    assert evidence.short == 0.0
    assert CONFIDENCE.of(asked, places) == probability(evidence)


def test_without_a_runner_up_the_gap_is_that_to_surely_not() -> None:
    evidence = CONFIDENCE.evidence(SMALL.asked("sandi"), [ranked("sandi", 0.5)])
    assert evidence.gap == evidence.lead == 1.5
    assert evidence.short == 1.0


def test_out_of_scope_is_behind_the_last_where_it_is_not_seen() -> None:
    asked = SMALL.asked("sandi")
    evidence = CONFIDENCE.evidence(asked, [ranked("sandi", 1.5), ranked("tombol", 1.0)])
    assert evidence.out_of_scope == 0.5
    evidence = CONFIDENCE.evidence(asked, [ranked("sandi", 1.5), ranked("\0", -9.0)])
    assert evidence.out_of_scope == 2.0


def test_coverage_is_by_weight() -> None:
    label = SMALL.label("sandi")
    assert CONFIDENCE.coverage(SMALL.asked("ganti sandi"), label) == (1.0, 0.0, 0.0, 0.0)
    covered, answered, foreign, elsewhere = CONFIDENCE.coverage(
        SMALL.asked("sandi merah zzqq"), label
    )
    assert 0 < covered < 1 / 3 < foreign < 0.5  # the rarer word weighs more
    assert answered == elsewhere == 0.0
    assert CONFIDENCE.coverage(SMALL.asked("kapan"), label) == (0.0, 0.0, 0.0, 0.0)


def test_the_answer_explains_words_that_no_phrasing_has() -> None:
    asked = SMALL.asked("tombol profil")
    covered, answered, *_ = CONFIDENCE.coverage(asked, SMALL.label("tombol"))
    assert covered > 0
    assert covered + answered == pytest.approx(1.0)
    assert CONFIDENCE.coverage(asked, SMALL.label("sandi"))[1] == 0.0


def test_words_that_are_oftener_out_of_scope_stand_elsewhere() -> None:
    label = SMALL.label("sandi")
    assert CONFIDENCE.coverage(SMALL.asked("sandi soto"), label).elsewhere == pytest.approx(
        0.5, abs=0.2
    )
    assert CONFIDENCE.coverage(SMALL.asked("sandi hijau hilang"), label).elsewhere == 0.0
