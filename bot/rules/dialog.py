"""Several dialogs with one person at a time: which of them is given the next message, and what
becomes of the others when one begins or is called off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class DialogKind(StrEnum):
    """What an open dialog is about."""

    COMPLAINT = "complaint"  # a report is being written
    OFFICE = "office"  # a short question of ours
    NIP = "nip"  # which NIP is theirs
    CLINIC = "clinic"  # a short question about Coaching Clinic
    SURVEY = "survey"  # a question of a survey; what was answered is kept elsewhere
    RATING = "rating"  # how satisfied somebody was with a ticket
    REPLY = "reply"  # plain words belong to a ticket
    NOTING = "noting"  # an officer noted a report down, and is asked how it came
    OFFER = "offer"  # what was last offered by buttons, and may be taken by words
    LOOSE = "loose"  # files that came without a report; kept in case one is begun


@dataclass(frozen=True)
class Policy:
    """What one kind does to the others, and they to it."""

    priority: int  # of all that are open, the highest is given the next message
    lasts: timedelta  # unless whoever begins it says how long
    exclusive: bool = False  # ends all others when it begins, and none begins beside it
    brief: bool = False  # ends when another begins; afterwards what it interrupted goes on
    kept_below: bool = False  # waits at least as long as what is begun over it
    aside: bool = False  # no dialog: it ends nothing, is not called off, and is heard elsewhere


POLICIES: dict[DialogKind, Policy] = {
    DialogKind.COMPLAINT: Policy(priority=8, lasts=timedelta(days=7), exclusive=True),
    DialogKind.OFFICE: Policy(priority=7, lasts=timedelta(hours=1), brief=True),
    DialogKind.NIP: Policy(priority=6, lasts=timedelta(hours=1), brief=True),
    DialogKind.CLINIC: Policy(priority=5, lasts=timedelta(hours=1), brief=True),
    DialogKind.SURVEY: Policy(priority=4, lasts=timedelta(hours=1), brief=True),
    DialogKind.RATING: Policy(priority=3, lasts=timedelta(days=1), brief=True),
    DialogKind.REPLY: Policy(priority=2, lasts=timedelta(hours=24)),
    DialogKind.NOTING: Policy(priority=0, lasts=timedelta(hours=8), kept_below=True),
    DialogKind.OFFER: Policy(priority=-1, lasts=timedelta(minutes=30), brief=True, aside=True),
    DialogKind.LOOSE: Policy(priority=1, lasts=timedelta(hours=1), kept_below=True),
}


def in_order(opened: Collection[DialogKind]) -> list[DialogKind]:
    """Whichever is given the next message comes first."""
    return sorted(opened, key=lambda kind: POLICIES[kind].priority, reverse=True)


def may_begin(kind: DialogKind, opened: Collection[DialogKind]) -> bool:
    return not any(POLICIES[other].exclusive for other in _others(kind, opened))


def ended_by(kind: DialogKind, opened: Collection[DialogKind]) -> set[DialogKind]:
    """What is over once this kind begins, or goes a step on."""
    if POLICIES[kind].aside:
        return set()
    return {
        other
        for other in _others(kind, opened)
        if POLICIES[kind].exclusive or POLICIES[other].brief
    }


def waiting_under(kind: DialogKind, opened: Collection[DialogKind]) -> set[DialogKind]:
    """What goes on below it, and is not to be over before it."""
    return {
        other
        for other in _others(kind, opened) - ended_by(kind, opened)
        if POLICIES[other].kept_below and POLICIES[other].priority < POLICIES[kind].priority
    }


def called_off(opened: Collection[DialogKind]) -> set[DialogKind]:
    """What somebody means who wants no more of it: a short question alone, else everything."""
    first = in_order(opened)[:1]
    return set(first) if any(POLICIES[kind].brief for kind in first) else set(opened)


def _others(kind: DialogKind, opened: Collection[DialogKind]) -> set[DialogKind]:
    return set(opened) - {kind}
