"""What becomes of dialogs that are open, whichever of them begins or is called off."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from bot.rules.dialog import (
    POLICIES,
    DialogKind,
    called_off,
    ended_by,
    in_order,
    may_begin,
    waiting_under,
)

COMPLAINT, OFFICE, NIP, CLINIC, SURVEY, RATING, REPLY, LOOSE, NOTING, OFFER = (
    DialogKind.COMPLAINT,
    DialogKind.OFFICE,
    DialogKind.NIP,
    DialogKind.CLINIC,
    DialogKind.SURVEY,
    DialogKind.RATING,
    DialogKind.REPLY,
    DialogKind.LOOSE,
    DialogKind.NOTING,
    DialogKind.OFFER,
)
SIZES = range(len(DialogKind) + 1)
SETS = [set(some) for some in chain.from_iterable(combinations(DialogKind, n) for n in SIZES)]

# What begins, and what becomes of each other kind if it is open: it ends, goes on as long as it
# would have, or goes on at least as long as what has begun.
BRIEF = {OFFICE: "ends", NIP: "ends", CLINIC: "ends", SURVEY: "ends", RATING: "ends"}
ASIDE = {OFFER: "ends"}
BEGINS = {
    COMPLAINT: {**BRIEF, **ASIDE, REPLY: "ends", LOOSE: "ends", NOTING: "ends"},
    **{
        kind: {**BRIEF, **ASIDE, REPLY: "goes on", LOOSE: "waits", NOTING: "waits"}
        for kind in (*BRIEF, REPLY)
    },
    LOOSE: {**BRIEF, **ASIDE, REPLY: "goes on", NOTING: "waits"},
    NOTING: {**BRIEF, **ASIDE, REPLY: "goes on", LOOSE: "goes on"},
    OFFER: dict.fromkeys(set(DialogKind) - {OFFER}, "goes on"),
}


@pytest.mark.parametrize("kind", DialogKind)
def test_what_begins_beside_others(kind: DialogKind) -> None:
    for opened in SETS:
        assert may_begin(kind, opened) is (kind is COMPLAINT or COMPLAINT not in opened)
        if may_begin(kind, opened):
            becomes = {other: BEGINS[kind][other] for other in opened - {kind}}
            ends = {of for of, outcome in becomes.items() if outcome == "ends"}
            waits = {of for of, outcome in becomes.items() if outcome == "waits"}
            assert ended_by(kind, opened) == ends
            assert waiting_under(kind, opened) == waits


def test_the_same_order_whatever_is_open() -> None:
    order = [COMPLAINT, OFFICE, NIP, CLINIC, SURVEY, RATING, REPLY, LOOSE, NOTING, OFFER]
    for opened in SETS:
        assert in_order(opened) == [kind for kind in order if kind in opened]


@pytest.mark.parametrize(
    ("opened", "off"),
    [
        (set(), set()),
        ({COMPLAINT}, {COMPLAINT}),
        ({OFFICE}, {OFFICE}),
        ({OFFICE, REPLY, LOOSE}, {OFFICE}),
        ({CLINIC, REPLY, LOOSE}, {CLINIC}),
        ({SURVEY, REPLY}, {SURVEY}),
        ({REPLY}, {REPLY}),
        ({REPLY, LOOSE}, {REPLY, LOOSE}),
        ({LOOSE}, {LOOSE}),
    ],
)
def test_what_is_called_off(opened: set[DialogKind], off: set[DialogKind]) -> None:
    assert called_off(opened) == off


def test_each_kind_has_a_place_of_its_own() -> None:
    assert len({POLICIES[kind].priority for kind in DialogKind}) == len(DialogKind)
