"""What a report shows of itself at the desk: whose it is, and what it says. Pure."""

from __future__ import annotations

from enum import StrEnum

from bot.rules.rights import DeskAct, may
from bot.rules.ticket import DeadlineClass, Role


class Visibility(StrEnum):
    OPEN = "open"
    ANONYMOUS = "anonymous"  # nobody at the desk sees whose it is
    SECRET = "secret"  # only who has it, and who leads the desk, see what it says
    BOTH = "both"

    @property
    def hides_who(self) -> bool:
        return self in {Visibility.ANONYMOUS, Visibility.BOTH}

    @property
    def hides_words(self) -> bool:
        return self in {Visibility.SECRET, Visibility.BOTH}

    @classmethod
    def of(cls, *, anonymous: bool, secret: bool) -> Visibility:
        if anonymous:
            return cls.BOTH if secret else cls.ANONYMOUS
        return cls.SECRET if secret else cls.OPEN


def is_of_abuse(deadline_class: DeadlineClass) -> bool:
    """No group hears of it."""
    return deadline_class is DeadlineClass.SUPERVISORY


def hides_words(visibility: Visibility, deadline_class: DeadlineClass) -> bool:
    """Whether no group may read what a ticket says."""
    return visibility.hides_words or is_of_abuse(deadline_class)


HIDES_WORDS = tuple(each for each in Visibility if each.hides_words)
HIDES_WHO = tuple(each for each in Visibility if each.hides_who)


def may_read(
    visibility: Visibility,
    deadline_class: DeadlineClass,
    *,
    role: Role,
    has_it: bool,
    hears_abuse: bool,
) -> bool:
    """Whether somebody of the desk may read what a ticket says. A report of abuse is for those an
    admin named, and for nobody else, whoever leads the desk."""
    if is_of_abuse(deadline_class):
        return may(role, DeskAct.WORK) and hears_abuse
    if not visibility.hides_words:
        return may(role, DeskAct.SEE)
    return may(role, DeskAct.CONFIDENTIAL) or (has_it and may(role, DeskAct.WORK))
