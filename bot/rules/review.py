"""Which questions an officer should see again, and which of them only in company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

AGAIN = timedelta(minutes=10)
"""Who asks the same matter once more so soon was not helped."""
COMPLAINED = timedelta(minutes=30)
"""Who files a ticket so soon after an answer was not helped either."""
MANY_NEW = 0.45
"""Share of a question's weight in words that its entry has nowhere,"""
HARDLY_EXPLAINED = 0.4
"""where it is less like each of the entry's wordings than this."""
HARDLY_TAUGHT = 0.3
"""An entry of the desk's has few wordings, and is asked for rightly in quite other words."""
LIKE_OPEN = 0.2
NEARER_OPEN = 0.68
"""How like it is to what was left open, and what part that is of its likeness to its entry."""
FEWEST_WORDS = 2
"""What says less counts only where somebody else said it as well."""
FEWEST_FAINT = 2


@dataclass(frozen=True)
class Signs:
    """What speaks against the answer to one question."""

    asker: int
    words: int
    """That tell what it is about."""
    left_open: bool = False
    """Silence, "tidak membantu", "bukan itu", or a ticket that grew out of it."""
    denied: bool = False
    """Somebody said so themselves."""
    asked_again: bool = False
    complained: bool = False
    offered_in_vain: bool = False
    new: float = 0.0
    """Many new words around a confident answer;"""
    explained: float = 1.0
    """how like it is to the wordings of what it was answered with;"""
    taught: bool = False
    """whether that is the desk's own entry;"""
    elsewhere: float = 0.0
    """and to questions that were left open."""

    @property
    def strong(self) -> bool:
        hardly = HARDLY_TAUGHT if self.taught else HARDLY_EXPLAINED
        strange = self.new >= MANY_NEW and self.explained < hardly
        return self.left_open or self.asked_again or self.complained or strange

    @property
    def faint(self) -> bool:
        """Looked at only together with others."""
        astray = self.elsewhere >= LIKE_OPEN and self.elsewhere >= NEARER_OPEN * self.explained
        return self.strong or self.offered_in_vain or astray

    @property
    def in_company(self) -> bool:
        """Noise says nothing of those beside it, unless somebody denied that it was answered."""
        return self.faint and (self.words > 0 or self.denied)


def worth_a_look(group: Sequence[Signs]) -> bool:
    """Whether an officer is shown questions that ask the same."""
    if any(each.denied for each in group):
        return True
    told = [each for each in group if each.words]
    if max((each.words for each in told), default=0) < FEWEST_WORDS:
        told = told if len({each.asker for each in told}) > 1 else []
    if any(each.strong for each in told):
        return True
    return len({each.asker for each in told if each.faint}) >= FEWEST_FAINT
