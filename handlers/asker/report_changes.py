"""At the check: another kind or category than was guessed, pressed or said."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import StaleButton
from bot.rules.complaint import ALL, BACK, Draft, Step, guessed, next_step
from bot.rules.intent import Intent
from faq.matching.results import Silence
from faq.text.said.report_change import change_wanted
from faq.text.small_talk.meaning import place
from handlers.asker import dialog, report_page
from handlers.buttons import Change
from handlers.turn import Turn

FEW, FEW_BY_STEPS = 6, 2  # words by which a category is called; more are part of the story
ASK = frozenset({Step.KIND, Step.CATEGORY})


def pressed(turn: Turn) -> None:
    """ "Ubah jenis", "Ubah tentang": asked in the place of the check."""
    change = turn.button(Change)
    opened = dialog.matching(turn, change.key)
    if change.step not in ASK or not opened.draft.is_told or opened.draft.by_steps:
        raise StaleButton
    turn.toast()
    if opened.step is Step.CHECK or opened.changes:
        after = replace(opened, step=Step(change.step))
        dialog.keep(turn, after)
        report_page.rewrite(turn, after)


def chosen(turn: Turn, opened: dialog.OpenReport, choice: str) -> bool:
    """What a button asks for that names neither a kind nor a category; False where it does."""
    if not opened.changes or choice not in {BACK, ALL}:
        return False
    turn.toast()
    if choice == ALL:
        asked = report_page.page(turn, opened).text
        turn.edit(asked, report_page.all_categories(turn, opened))
    else:
        after = replace(opened, step=Step.CHECK)
        dialog.keep(turn, after)
        report_page.rewrite(turn, after)
    return True


def said(turn: Turn, opened: dialog.OpenReport, meant: Intent | None) -> dialog.OpenReport | None:
    """The report after what was typed; None where that is no change of it."""
    text = turn.incoming.own_text
    if opened.changes and meant in {Intent.NO, Intent.CANCEL}:  # the change, not the report
        return replace(opened, step=Step.CHECK)
    change = change_wanted(text)
    if change is not None and not change.said_to_change and not _asks_for_kind(opened, text):
        change = None
    if change is not None and change.kind is not None:
        return _after(opened, replace(opened.draft, kind=change.kind, own_kind=True))
    name = change.name if change is not None else ""
    names_one = change is None and meant is None and len(text.split()) <= _few(opened)
    if opened.step is Step.CATEGORY and names_one:
        name = text
    category = _called(turn, opened, name) if name else None
    if category is not None:
        return _after(opened, replace(opened.draft, category=category, own_category=True))
    if change is None or not _is_checked(opened):
        return None
    return replace(opened, step=change.step)


def _is_checked(opened: dialog.OpenReport) -> bool:
    return opened.step is Step.CHECK or opened.changes


def _asks_for_kind(opened: dialog.OpenReport, text: str) -> bool:
    """Where a kind alone is an answer; a number only where the kinds are shown."""
    if opened.step is Step.KIND:
        return True
    return opened.step is Step.CHECK and not any(sign.isdigit() for sign in text)


def _few(opened: dialog.OpenReport) -> int:
    """By steps what is written early may as well be the story's beginning."""
    return FEW if opened.changes else FEW_BY_STEPS


def _after(opened: dialog.OpenReport, draft: Draft) -> dialog.OpenReport:
    if _is_checked(opened):
        return replace(opened, step=Step.CHECK, draft=draft)
    step = opened.step if opened.step is Step.FILES else next_step(draft)
    return replace(opened, step=step, draft=draft)


def _called(turn: Turn, opened: dialog.OpenReport, name: str) -> str | None:
    """By its place among those offered, by its name, or by what belongs to it ("absen")."""
    at, near = place(name), opened.draft.near
    if at is not None and opened.changes:
        return near[at] if -1 <= at < len(near) else None
    titles = turn.resources.categories
    words_ = name.casefold()
    found = [each for each in titles if words_ == each.casefold()] or [
        each for each in titles if words_ in each.casefold()
    ]
    if len(found) == 1:
        return found[0]
    if not found and isinstance(turn.resources.matcher.find(name), Silence):
        return None
    likely = turn.resources.filing.categories(name)
    return next((each for each in likely if not found or each in found), None)


def retold(turn: Turn, opened: dialog.OpenReport, draft: Draft) -> dialog.OpenReport:
    """With other words the story may tell enough, and is not asked for any more."""
    step = next_step(draft) if opened.step is Step.STORY else opened.step
    return with_guess(turn, replace(opened, step=step, draft=draft))


def with_guess(turn: Turn, opened: dialog.OpenReport) -> dialog.OpenReport:
    """What nobody has chosen follows the story as it is now."""
    draft = opened.draft
    if draft.by_steps or not draft.is_told:
        return opened
    return replace(opened, draft=fitted(turn, draft))


def fitted(turn: Turn, draft: Draft) -> Draft:
    return guessed(draft, turn.resources.filing.guess(draft.story or ""))
