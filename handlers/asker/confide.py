"""At the check of a report: who may see whose it is, and what it says; and whether it goes to
those who are named for abuse of authority instead of the group."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.rules.complaint import Draft, Step
from bot.rules.visibility import Visibility, hides_words
from bot.words import labels
from faq.text.said.abuse import may_be_abuse
from faq.text.said.distress import in_distress
from faq.text.said.report_confiding import Confided, Wishes, confided, not_wished, wished_in
from faq.text.said.report_way import Way, way_named
from handlers import pointing
from handlers.asker import dialog
from handlers.buttons import Choose
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Ticket


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


def said(opened: dialog.OpenReport, text: str) -> Draft | None:
    """The same by words; None where they wish nothing of it."""
    draft = opened.draft
    if opened.step is Step.CHECK and (way := _way(draft, text)) is not None:
        return chosen(draft, way)
    if denied := not_wished(text):
        return replace(
            draft,
            anonymous=draft.anonymous and Confided.ANONYMOUS not in denied,
            secret=draft.secret and Confided.SECRET not in denied,
        )
    wishes = confided(text)
    return kept(draft, wishes) if wishes else None


def _way(draft: Draft, text: str) -> Choice | None:
    """Which way it goes, where that is asked or was answered otherwise."""
    if way_named(text, asked=True) is None:  # else a whole story is read for nearly all words
        return None
    match way_named(text, asked=must_ask(draft)):
        case Way.SUPERVISORY:
            return Choice.ABUSE
        case Way.USUAL if must_ask(draft) or draft.abuse:
            return Choice.USUAL
    return None


def heeding(turn: Turn, before: Draft, draft: Draft) -> Draft:
    """What was just told may ask for silence; what was told before has been undone, if it was."""
    if draft.story == before.story:
        return draft
    return heeded(draft, pointing.told(turn, turn.incoming.text))


def heeded(draft: Draft, told: str | None) -> Draft:
    """What somebody asks for among other things is never forgotten, and who wants to die is not
    told of to everybody: they can still undo it."""
    wishes = wished_in(told or "")
    return kept(draft, wishes | {Confided.SECRET} if in_distress(told or "") else wishes)


def kept(draft: Draft, wishes: Wishes) -> Draft:
    return replace(
        draft,
        anonymous=draft.anonymous or Confided.ANONYMOUS in wishes,
        secret=draft.secret or Confided.SECRET in wishes,
    )


def is_as_told(draft: Draft) -> bool:
    """Whether something of it is kept because the story asks for it."""
    wishes = wished_in(draft.story or "")
    unnamed = draft.anonymous and Confided.ANONYMOUS in wishes
    return unnamed or (draft.secret and Confided.SECRET in wishes)


def covers(ticket: Ticket, draft: Draft) -> bool:
    """Whether what the draft hides is hidden on the ticket as well."""
    of_draft = visibility(draft)
    named = of_draft.hides_who and not ticket.visibility.hides_who
    read = of_draft.hides_words and not hides_words(ticket.visibility, ticket.deadline_class)
    return not (named or read)


def visibility(draft: Draft) -> Visibility:
    return Visibility.of(anonymous=draft.anonymous, secret=draft.secret or draft.abuse is True)


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
