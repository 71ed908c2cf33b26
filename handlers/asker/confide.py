"""At the check of a report: who may see whose it is, and what it says; and whether it goes to
those who are named for abuse of authority instead of the group."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.rules.complaint import Draft, Step
from bot.words import labels
from faq.text.abuse import may_be_abuse
from faq.text.report_confiding import Confided, confided
from handlers.asker import dialog
from handlers.buttons import Choose
from handlers.keyboard import Key, Keyboard


class Choice(StrEnum):
    ANONYMOUS = "anonymous"
    SECRET = "secret"
    ABUSE = "abuse"
    USUAL = "usual"  # no abuse: to the group, as all others


def must_ask(draft: Draft) -> bool:
    """Its words sound like abuse of authority, and nobody has said whether it is."""
    return draft.abuse is None and may_be_abuse(draft.story or "")


def chosen(draft: Draft, choice: str) -> Draft | None:
    """The draft after one of these was pressed; None for other buttons' choices."""
    match choice:
        case Choice.ANONYMOUS:
            return replace(draft, anonymous=not draft.anonymous)
        case Choice.SECRET:
            return replace(draft, secret=not draft.secret)
        case Choice.ABUSE:
            return replace(draft, abuse=True)
        case Choice.USUAL:
            return replace(draft, abuse=False)
    return None


def said(draft: Draft, text: str) -> Draft | None:
    """The same by words; None where they wish nothing of it."""
    match confided(text):
        case Confided.ANONYMOUS:
            return replace(draft, anonymous=True)
        case Confided.SECRET:
            return replace(draft, secret=True)
    return None


def keys(opened: dialog.OpenReport) -> Keyboard:
    """Below the check's own; a report of abuse is secret anyhow."""
    draft = opened.draft
    if must_ask(draft):
        return (
            (_key(opened, Choice.ABUSE, labels.SUPERVISORY),),
            (_key(opened, Choice.USUAL, labels.NO_SUPERVISORY),),
        )
    anonymous = _key(opened, Choice.ANONYMOUS, labels.ticked(labels.ANONYMOUS, draft.anonymous))
    if draft.abuse:
        return ((anonymous, _key(opened, Choice.USUAL, labels.NO_SUPERVISORY)),)
    secret = _key(opened, Choice.SECRET, labels.ticked(labels.SECRET, draft.secret))
    return ((anonymous, secret), (_key(opened, Choice.ABUSE, labels.SUPERVISORY),))


def _key(opened: dialog.OpenReport, choice: Choice, label: labels.Label) -> Key:
    return Key(label, Choose(opened.key, Step.CHECK, choice.value))
