"""What a new list changes about the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.roster.people import Employee, State

MANY_GONE = 20  # people; with a share as large the file is perhaps of one office only
SHARE_GONE = 5  # a fifth


@dataclass(frozen=True)
class Changes:
    """Each once, under what matters most of it."""

    new: tuple[Employee, ...] = ()
    moved: tuple[tuple[Employee, Employee], ...] = ()  # before, now
    altered: tuple[tuple[Employee, Employee], ...] = ()
    back: tuple[Employee, ...] = ()
    left: tuple[Employee, ...] = ()  # pensioned or gone, says the list
    departed: tuple[Employee, ...] = ()  # missing in it
    same: int = 0
    before: int = 0  # how many were active

    @property
    def nothing(self) -> bool:
        some = (self.new, self.moved, self.altered, self.back, self.left, self.departed)
        return not any(some)

    @property
    def empties(self) -> bool:
        """So many would be gone that it is perhaps no list of all."""
        gone = len(self.departed)
        return gone >= MANY_GONE and gone * SHARE_GONE >= self.before


def compare(before: Mapping[str, Employee], now: Mapping[str, Employee]) -> Changes:
    new: list[Employee] = []
    moved: list[tuple[Employee, Employee]] = []
    altered: list[tuple[Employee, Employee]] = []
    back: list[Employee] = []
    left: list[Employee] = []
    same = 0
    for nip, employee in now.items():
        was = before.get(nip)
        active_until_now = was is None or was.state is State.ACTIVE
        if active_until_now and employee.state is State.LEFT:
            left.append(employee)
        elif was is None:
            new.append(employee)
        elif was.state is not State.ACTIVE and employee.state is State.ACTIVE:
            back.append(employee)
        elif was.office != employee.office:
            moved.append((was, employee))
        elif was != employee:
            altered.append((was, employee))
        else:
            same += 1
    gone = (was for nip, was in before.items() if nip not in now)
    return Changes(
        new=tuple(new),
        moved=tuple(moved),
        altered=tuple(altered),
        back=tuple(back),
        left=tuple(left),
        departed=tuple(was for was in gone if was.state is State.ACTIVE),
        same=same,
        before=sum(each.state is State.ACTIVE for each in before.values()),
    )


def kept(
    before: Mapping[str, Employee], now: Mapping[str, Employee], at: datetime
) -> Iterable[Employee]:
    """All that stand in the list from now on: who is missing in the new one stays, as departed."""
    for nip, employee in now.items():
        was = before.get(nip)
        if employee.state is State.ACTIVE:
            yield employee
        else:
            yield replace(employee, left_at=(was.left_at if was else None) or at)
    for nip, was in before.items():
        if nip not in now:
            gone = was.state is State.ACTIVE
            yield replace(was, state=State.DEPARTED, left_at=at) if gone else was
