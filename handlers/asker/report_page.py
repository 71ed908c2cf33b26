"""What a report's dialog asks at each step, and the buttons under it."""

from __future__ import annotations

from typing import NamedTuple

from bot.rules.complaint import ALL, BACK, BY_STEPS, TO_CHECK, Step
from bot.rules.privacy.numbers import is_masked
from bot.rules.ticket import Kind
from bot.words import complaint as words
from bot.words import labels
from bot.words.html import Html, paragraphs
from handlers.actions import incident, manners
from handlers.asker import confide, dialog, similar
from handlers.buttons import AddDraft, Cancel, Change, Choose, Send, ShowEntry
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn


class Page(NamedTuple):
    text: Html
    keys: Keyboard


def say(turn: Turn, opened: dialog.OpenReport, *, kindly: bool = False) -> None:
    """`kindly`: the story has just been told, and perhaps in anger."""
    if opened.step is Step.CHECK and opened.draft.story:
        incident.hear_first(turn, opened.draft.story, filing=True)
    asked, keys = page(turn, opened)
    turn.say(manners.kindly(turn, asked) if kindly else asked, keys)


def rewrite(turn: Turn, opened: dialog.OpenReport) -> None:
    """In the message whose button was pressed."""
    turn.edit(*page(turn, opened))


def beside(turn: Turn, opened: dialog.OpenReport, said: Html) -> None:
    """What is asked, below something else."""
    asked, keys = page(turn, opened)
    turn.say(paragraphs(said, asked), keys)


def page(turn: Turn, opened: dialog.OpenReport) -> Page:
    if opened.step is Step.CHECK:
        return _check(opened, similar.to(turn, opened.draft))
    return Page(_asked(opened), _keys(turn, opened))


def _asked(opened: dialog.OpenReport) -> Html:
    draft = opened.draft
    match opened.step:
        case Step.KIND if opened.changes and draft.kind is not None:
            return words.change_kind(draft.kind)
        case Step.KIND:
            return words.ask_kind(story=draft.story, files=len(draft.files))
        case Step.CATEGORY if opened.changes and draft.category is not None:
            return words.change_category(draft.category)
        case Step.CATEGORY:
            assert draft.kind is not None
            return words.ask_category(draft.kind, story=draft.story, files=len(draft.files))
        case Step.STORY if not draft.by_steps:
            return words.ask_words(draft.kind, story=draft.story)
        case Step.STORY:
            assert draft.kind is not None
            if draft.files or draft.story:
                return words.story_has_files(draft.kind, len(draft.files), story=draft.story)
            return words.ask_story(draft.category or "", draft.kind)
        case Step.FILES:
            return words.files_so_far(len(draft.files)) if draft.files else words.ask_files()
        case Step.CHECK:
            raise AssertionError("the check is a page of its own")


def _keys(turn: Turn, opened: dialog.OpenReport) -> Keyboard:
    match opened.step:
        case Step.KIND:
            return _kinds(opened)
        case Step.CATEGORY if opened.changes:
            return _nearest_categories(turn, opened)
        case Step.CATEGORY:
            return all_categories(turn, opened)
        case Step.STORY if not opened.draft.by_steps and opened.draft.kind is None:
            by_steps = Key(labels.BY_STEPS, Choose(opened.key, Step.STORY, BY_STEPS))
            return ((by_steps,), _cancel_row(opened))
        case Step.STORY:
            return (_cancel_row(opened),)
        case Step.FILES:
            return _go_on(opened)
        case Step.CHECK:
            raise AssertionError("the check is a page of its own")


def _check(opened: dialog.OpenReport, like: similar.Similar) -> Page:
    """One tap sends it; whatever was guessed wrongly, or may be answered already, is beside it."""
    entry, ticket = like.entry, like.ticket
    masked = is_masked(opened.draft.story or "")
    if confide.must_ask(opened.draft):
        asked = words.check(opened.draft, masked=masked, asks_abuse=True)
        return Page(asked, (*confide.keys(opened), _cancel_row(opened)))
    keys: list[tuple[Key, ...]] = [
        (Key(labels.SEND, Send(opened.key)), *_cancel_row(opened)),
        (
            Key(labels.CHANGE_KIND, Change(opened.key, Step.KIND)),
            Key(labels.CHANGE_CATEGORY, Change(opened.key, Step.CATEGORY)),
        ),
    ]
    keys += confide.keys(opened)
    if ticket is not None:
        keys.append((Key(labels.add_to(ticket.number), AddDraft(opened.key, ticket.id)),))
    if entry is not None:
        keys.append((Key(labels.label(entry.question), ShowEntry(entry.id)),))
    text = words.check(
        opened.draft,
        masked=masked,
        in_book=entry is not None,
        like=ticket.number if ticket is not None else None,
        as_told=not opened.draft.abuse and confide.is_as_told(opened.draft),
    )
    return Page(text, tuple(keys))


def _kinds(opened: dialog.OpenReport) -> Keyboard:
    keys = [Key(labels.KINDS[kind], Choose(opened.key, opened.step, kind.value)) for kind in Kind]
    return (tuple(keys[:3]), tuple(keys[3:]), _way_out(opened))


def _nearest_categories(turn: Turn, opened: dialog.OpenReport) -> Keyboard:
    titles = turn.resources.categories
    rows = [(_category(opened, titles, title),) for title in opened.draft.near if title in titles]
    every = Key(labels.ALL_CATEGORIES, Choose(opened.key, opened.step, ALL))
    return (*rows, (every,), _way_out(opened))


def all_categories(turn: Turn, opened: dialog.OpenReport) -> Keyboard:
    titles = turn.resources.categories
    keys = [_category(opened, titles, title) for title in titles]
    rows = [tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)]
    return (*rows, _way_out(opened))


def _category(opened: dialog.OpenReport, titles: tuple[str, ...], title: str) -> Key:
    return Key(labels.label(title), Choose(opened.key, opened.step, str(titles.index(title))))


def _go_on(opened: dialog.OpenReport) -> Keyboard:
    go_on = Key(labels.GO_ON, Choose(opened.key, Step.FILES, TO_CHECK))
    return ((go_on, *_cancel_row(opened)),)


def _way_out(opened: dialog.OpenReport) -> tuple[Key, ...]:
    """Of a choice: back to the check that it was made from, or out of the report."""
    if opened.changes:
        return (Key(labels.BACK, Choose(opened.key, opened.step, BACK)),)
    return _cancel_row(opened)


def _cancel_row(opened: dialog.OpenReport) -> tuple[Key, ...]:
    return (Key(labels.CANCEL, Cancel(opened.key)),)
