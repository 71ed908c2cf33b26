"""A question of the evaluation: put by the clock, by a press, or after the one before."""

from __future__ import annotations

from bot.rules.clinic import HELPED, HELPED_SCORES, SCORES, ClinicStep, RatingDraft
from bot.rules.dialog import DialogKind
from bot.words import clinic_day as words
from bot.words.labels import label
from faq.text.said.scale import helped_said, step_said
from handlers.actions import clinic as actions
from handlers.buttons import Rate
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from storage import drafts
from storage.tables import ClinicSession, DialogRow


def ask(
    context: Context, person_id: int, row: ClinicSession, question: int, *, first: bool = False
) -> None:
    """Answered by a button; by words too, unless something else is being asked just now."""
    shown = actions.shown(context, row)
    if question == HELPED:
        said = words.ask_helped(shown)
    else:
        said = words.ask_rating(shown, question=question, first=first)
    context.tell(person_id, said, _keys(row.id, question))
    opened = context.unit.dialogs.open(person_id, now=context.now)
    if not {DialogKind.COMPLAINT, DialogKind.OFFICE} & {*opened} and not _asks_else(
        opened.get(DialogKind.CLINIC)
    ):
        context.unit.dialogs.begin(
            person_id,
            DialogKind.CLINIC,
            now=context.now,
            step=ClinicStep.RATE,
            draft=drafts.write(RatingDraft(row.id, question)),
        )


def _asks_else(row: DialogRow | None) -> bool:
    return row is not None and row.step != ClinicStep.RATE


def _keys(session: int, question: int) -> Keyboard:
    if question == HELPED:
        names = words.HELPED
        return tuple(
            (Key(label(names[score]), Rate(session, question, score)),)
            for score in reversed(HELPED_SCORES)
        )
    keys = [Key(label(words.SCALE[score]), Rate(session, question, score)) for score in SCORES]
    return (tuple(keys[2:]), tuple(keys[:2]))


def score_in(text: str, question: int) -> int | None:
    return helped_said(text) if question == HELPED else step_said(text)
