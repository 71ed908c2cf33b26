"""The table of roles and acts, cell by cell, as somebody would draw it on paper."""

from __future__ import annotations

import pytest

from bot.errors import NotAdmin, NotOfficer, NotSupervisor, OnlySees, Refusal
from bot.rules.rights import MAY, Act, DeskAct, is_staff, may, must, must_change
from bot.rules.ticket import SELF_DEEDS, Deed, Role

PAPER = """
                    asker officer supervisor admin head
see                 -     x       x          x     x
figures             -     x       x          x     x
work                -     x       x          x     -
teach               -     x       x          x     -
all_templates       -     -       -          x     -
vouch               -     x       x          x     -
own_leave           -     x       x          x     -
appoint             -     -       x          x     -
seniors             -     -       -          x     -
confidential        -     -       x          x     -
block               -     -       -          x     -
erase               -     -       x          x     -
survey_results      -     x       x          x     x
survey              -     x       x          x     -
testimonies         -     x       x          x     -
announce            -     x       x          x     -
approve_news        -     x       x          x     -
drop_news           -     -       x          x     -
plan_news           -     -       -          x     -
file                x     x       x          x     x
confirm             x     x       x          x     x
dispute             x     x       x          x     x
answer              x     x       x          x     x
amend               x     x       x          x     x
withdraw            x     x       x          x     x
rate                x     x       x          x     x
link                x     x       x          x     x
unlink              x     x       x          x     x
verify              -     x       x          x     -
take                -     x       x          x     -
release             -     x       x          x     -
hand_over           -     x       x          x     -
reply               -     x       x          x     -
ask_info            -     x       x          x     -
note                -     x       x          x     -
correct             -     x       x          x     -
defer               -     x       x          x     -
resume              -     x       x          x     -
resolve             -     x       x          x     -
resolve_by_merge    -     x       x          x     -
resolve_by_incident -     x       x          x     -
out_of_scope        -     x       x          x     -
merge               -     x       x          x     -
unmerge             -     x       x          x     -
absorb              -     x       x          x     -
split               -     x       x          x     -
join_incident       -     x       x          x     -
leave_incident      -     x       x          x     -
reopen              -     x       x          x     -
follow              -     x       x          x     x
unfollow            -     x       x          x     x
lapse               -     -       -          -     -
"""
REFUSALS: dict[Role, tuple[type[Refusal], ...]] = {
    Role.ASKER: (NotOfficer,),
    Role.HEAD: (OnlySees,),
    Role.OFFICER: (NotSupervisor, NotAdmin),
    Role.SUPERVISOR: (NotAdmin,),
    Role.ADMIN: (NotAdmin,),  # what nobody may
}


ACTS: dict[str, Act] = {act.value: act for act in (*Deed, *DeskAct)}


def _cells() -> list[tuple[Act, Role, bool]]:
    heading, *rows = (line.split() for line in PAPER.strip().splitlines())
    return [
        (ACTS[row[0]], Role(role), mark == "x")
        for row in rows
        for role, mark in zip(heading, row[1:], strict=True)
    ]


def test_nobody_does_by_themselves_what_does_not_happen_by_itself() -> None:
    for act in ACTS.values():
        if act in SELF_DEEDS:
            must(None, act)
        else:
            with pytest.raises(NotOfficer):
                must(None, act)


def test_the_paper_has_every_cell() -> None:
    assert len(ACTS) == len(DeskAct) + len(Deed)
    assert len(_cells()) == (len(DeskAct) + len(Deed)) * len(Role)
    assert {act for act, _, _ in _cells()} == MAY.keys()


@pytest.mark.parametrize(("act", "role", "allowed"), _cells())
def test_a_cell(act: Act, role: Role, allowed: bool) -> None:
    assert may(role, act) is allowed
    if allowed:
        must(role, act)
    else:
        with pytest.raises(REFUSALS[role]):
            must(role, act)


def test_what_is_not_in_the_table_nobody_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rules.rights.MAY", {})
    assert not any(may(role, act) for role in Role for act in (*Deed, *DeskAct))


def test_staff_are_all_but_askers() -> None:
    assert [role for role in Role if not is_staff(role)] == [Role.ASKER]


# By whom, from what, to what: who may make somebody what.
@pytest.mark.parametrize(
    ("by", "was", "to", "refused"),
    [
        (Role.ADMIN, Role.ASKER, Role.OFFICER, None),
        (Role.ADMIN, Role.OFFICER, Role.SUPERVISOR, None),
        (Role.ADMIN, Role.SUPERVISOR, Role.ASKER, None),
        (Role.ADMIN, Role.ASKER, Role.HEAD, None),
        (Role.SUPERVISOR, Role.ASKER, Role.OFFICER, None),
        (Role.SUPERVISOR, Role.OFFICER, Role.ASKER, None),
        (Role.SUPERVISOR, Role.OFFICER, Role.SUPERVISOR, NotAdmin),
        (Role.SUPERVISOR, Role.SUPERVISOR, Role.OFFICER, NotAdmin),
        (Role.SUPERVISOR, Role.HEAD, Role.ASKER, NotAdmin),
        (Role.SUPERVISOR, Role.ASKER, Role.HEAD, NotAdmin),
        (Role.OFFICER, Role.ASKER, Role.OFFICER, NotSupervisor),
        (Role.OFFICER, Role.OFFICER, Role.SUPERVISOR, NotAdmin),
        (Role.HEAD, Role.ASKER, Role.OFFICER, OnlySees),
        (Role.ASKER, Role.ASKER, Role.OFFICER, NotOfficer),
    ],
)
def test_who_may_make_somebody_what(
    by: Role, was: Role, to: Role, refused: type[Refusal] | None
) -> None:
    if refused is None:
        must_change(by, was, to)
    else:
        with pytest.raises(refused):
            must_change(by, was, to)
