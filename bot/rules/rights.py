"""Who may do what: one table of roles and acts, for every entry there is. What is not in it is
refused to everybody."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.errors import NotAdmin, NotOfficer, NotSupervisor, OnlySees
from bot.rules.ticket import SELF_DEEDS, Deed, Role


class DeskAct(StrEnum):
    """What is done at the desk beside the deeds to one ticket."""

    SEE = "see"  # cards, the queue, a ticket's history, who is on the desk
    FIGURES = "figures"  # /laporan
    WORK = "work"  # have tickets in hand, follow them, be a deputy
    TEACH = "teach"  # the book
    ALL_TEMPLATES = "all_templates"  # change a colleague's ready answer
    OWN_LEAVE = "own_leave"
    APPOINT = "appoint"  # appoint officers, send them away or on leave
    SENIORS = "seniors"  # appoint and send away those who lead, or see; name who hears of abuse
    CONFIDENTIAL = "confidential"  # read what is for the holder's eyes only
    VOUCH = "vouch"  # say that a NIP is somebody's
    BLOCK = "block"
    ERASE = "erase"
    SURVEY_RESULTS = "survey_results"  # see the surveys, and what came of those that are closed
    SURVEY = "survey"  # open and close one, write what was done about it
    TESTIMONIES = "testimonies"  # read them, and let them be shown
    ANNOUNCE = "announce"  # write to many, and stop it
    APPROVE_NEWS = "approve_news"  # of somebody else
    DROP_NEWS = "drop_news"  # what somebody else has written
    PLAN_NEWS = "plan_news"  # keep the calendar of reminders


Act = Deed | DeskAct

EVERYBODY = frozenset(Role)
WORKS = frozenset({Role.OFFICER, Role.SUPERVISOR, Role.ADMIN})
LEADS = frozenset({Role.SUPERVISOR, Role.ADMIN})
SEES = WORKS | {Role.HEAD}
NOBODY: frozenset[Role] = frozenset()

# A reporter's deeds are for their own tickets alone: see Turn.own_ticket.
MAY: Mapping[Act, frozenset[Role]] = {
    Deed.FILE: EVERYBODY,
    Deed.CONFIRM: EVERYBODY,
    Deed.DISPUTE: EVERYBODY,
    Deed.ANSWER: EVERYBODY,
    Deed.AMEND: EVERYBODY,
    Deed.WITHDRAW: EVERYBODY,
    Deed.RATE: EVERYBODY,
    Deed.LINK: EVERYBODY,  # of what they were asked about
    Deed.UNLINK: EVERYBODY,  # and an officer, by a button of the card
    Deed.LAPSE: NOBODY,  # only the clock
    Deed.VERIFY: WORKS,
    Deed.TAKE: WORKS,
    Deed.RELEASE: WORKS,
    Deed.HAND_OVER: WORKS,
    Deed.REPLY: WORKS,
    Deed.ASK_INFO: WORKS,
    Deed.NOTE: WORKS,
    Deed.CORRECT: WORKS,
    Deed.DEFER: WORKS,
    Deed.RESUME: WORKS,
    Deed.RESOLVE: WORKS,
    Deed.RESOLVE_BY_MERGE: WORKS,
    Deed.RESOLVE_BY_INCIDENT: WORKS,
    Deed.OUT_OF_SCOPE: WORKS,
    Deed.MERGE: WORKS,
    Deed.UNMERGE: WORKS,
    Deed.ABSORB: WORKS,
    Deed.SPLIT: WORKS,
    Deed.JOIN_INCIDENT: WORKS,
    Deed.LEAVE_INCIDENT: WORKS,
    Deed.REOPEN: WORKS,
    Deed.FOLLOW: SEES,
    Deed.UNFOLLOW: SEES,
    DeskAct.SEE: SEES,
    DeskAct.FIGURES: SEES,
    DeskAct.WORK: WORKS,
    DeskAct.TEACH: WORKS,
    DeskAct.ALL_TEMPLATES: frozenset({Role.ADMIN}),
    DeskAct.OWN_LEAVE: WORKS,
    DeskAct.APPOINT: LEADS,
    DeskAct.SENIORS: frozenset({Role.ADMIN}),
    DeskAct.CONFIDENTIAL: LEADS,
    DeskAct.VOUCH: WORKS,
    DeskAct.BLOCK: frozenset({Role.ADMIN}),
    DeskAct.ERASE: LEADS,
    DeskAct.SURVEY_RESULTS: SEES,
    DeskAct.SURVEY: WORKS,
    DeskAct.TESTIMONIES: WORKS,
    DeskAct.ANNOUNCE: WORKS,
    DeskAct.APPROVE_NEWS: WORKS,
    DeskAct.DROP_NEWS: LEADS,
    DeskAct.PLAN_NEWS: frozenset({Role.ADMIN}),
}


def may(role: Role | None, act: Act) -> bool:
    """None: what nobody does, but happens by itself."""
    return act in SELF_DEEDS if role is None else role in MAY.get(act, NOBODY)


def must(role: Role | None, act: Act) -> None:
    """Raises the refusal that says who may: NotOfficer, OnlySees, NotSupervisor or NotAdmin."""
    if may(role, act):
        return
    if role in {None, Role.ASKER}:
        raise NotOfficer
    if role is Role.HEAD:
        raise OnlySees
    raise NotSupervisor if Role.SUPERVISOR in MAY.get(act, NOBODY) else NotAdmin


def is_staff(role: Role) -> bool:
    """Whether they are on the desk in any role: known by name, and neither blocked nor erased."""
    return may(role, DeskAct.SEE)


SENIORS = frozenset({Role.SUPERVISOR, Role.HEAD})


def must_change(by: Role, was: Role, to: Role) -> None:
    """Whether somebody may make another's role this one. Raises what `must` raises."""
    must(by, DeskAct.SENIORS if {was, to} & SENIORS else DeskAct.APPOINT)
