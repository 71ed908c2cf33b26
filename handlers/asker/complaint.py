"""/lapor: kind, category, story, files, check, Kirim. Each step is a row no restart loses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.errors import ChoiceWanted, StaleButton
from bot.rules.complaint import Draft, File, Heard, Step, add_file, advance, next_step
from bot.rules.ticket import Kind
from bot.words import asker, labels
from handlers.actions import reporter
from handlers.actions import ticket as actions
from handlers.asker import dialog
from handlers.buttons import Cancel, Choose, Key, Keyboard, Send
from handlers.turn import Turn
from storage.refs import RELAY
from storage.tickets import number_of

ALBUM_SETTLES = timedelta(seconds=1.2)  # parts of one album come as updates of their own


def start(turn: Turn, draft: Draft | None = None) -> None:
    """A new report; one left unfinished is given up. Files sent just before belong to it."""
    draft = replace(draft or Draft(), files=_loose_files(turn))
    opened = dialog.Open(next_step(draft), draft, dialog.new_key())
    dialog.keep(turn, opened)
    turn.toast()
    _prompt(turn, opened)


def hold_file(turn: Turn, file: File) -> None:
    """A file outside any report, kept a while in case it becomes one."""
    draft = add_file(Draft(files=_loose_files(turn)), file)
    dialog.keep(turn, dialog.Open(Step.KIND, draft, dialog.new_key()), dialog.LOOSE)


def _loose_files(turn: Turn) -> tuple[File, ...]:
    loose = dialog.of(turn, dialog.LOOSE)
    return loose.draft.files if loose else ()


def hear(turn: Turn, opened: dialog.Open) -> None:
    """Words, files or anything else while a report is under way."""
    heard = turn.heard
    step, draft = advance(
        opened.step,
        opened.draft,
        Heard(text=heard.text, file=heard.file, other=heard.other, message_id=heard.message_id),
        turn.house.categories,
    )
    after = replace(opened, step=step, draft=draft)
    dialog.keep(turn, after)
    if step is Step.FILES and opened.step is Step.FILES:
        _acknowledge(turn, after)
    elif step is Step.STORY and heard.file is not None:
        turn.say(
            asker.story_has_files(len(draft.files)),
            coalesce=_album_key(turn),
            delay=ALBUM_SETTLES,
        )
    else:
        _prompt(turn, after)


def choose(turn: Turn) -> None:
    """A button of the dialog."""
    pressed = turn.button(Choose)
    opened = _matching(turn, pressed.key)
    if opened.step != pressed.step:
        raise StaleButton
    step, draft = advance(
        opened.step, opened.draft, Heard(choice=pressed.choice), turn.house.categories
    )
    after = replace(opened, step=step, draft=draft)
    dialog.keep(turn, after)
    turn.toast()
    turn.edit(asker.chosen(_choice_made(opened.step, draft)))
    _prompt(turn, after)


def send(turn: Turn) -> None:
    """ "Kirim". Pressed twice it is still one ticket, and says which."""
    pressed = turn.button(Send)
    known = turn.unit.tickets.by_draft(pressed.key, reporter_id=turn.person.id)
    if known is not None:
        turn.toast(asker.filed_already_toast(number_of(known)))
        return
    opened = _matching(turn, pressed.key)
    if opened.step is not Step.CHECK:
        raise StaleButton
    ticket = actions.file(turn, opened.draft, opened.key)
    turn.unit.dialogs.drop(turn.person.id)
    turn.toast()
    turn.edit(asker.check(opened.draft, sent=True))
    days = turn.house.deadlines[ticket.kind]
    words = asker.filed(number_of(ticket), days=days, kind=ticket.kind)
    turn.say(words, ticket=ticket, purpose=RELAY)


def cancel_button(turn: Turn) -> None:
    pressed = turn.button(Cancel)
    _matching(turn, pressed.key)
    turn.unit.dialogs.drop(turn.person.id)
    turn.toast()
    turn.edit(asker.cancelled())


def cancel(turn: Turn) -> None:
    """/batal: always works, whatever is under way."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    if row is None:
        turn.say(asker.nothing_to_cancel())
        return
    words = asker.reply_ended(row.key) if row.kind == reporter.REPLY_DIALOG else asker.cancelled()
    turn.unit.dialogs.drop(turn.person.id)
    turn.say(words)


def edited(turn: Turn, opened: dialog.Open) -> None:
    """The story was corrected in place before it was sent."""
    if turn.heard.message_id != opened.draft.story_message or turn.heard.text is None:
        return
    _, draft = advance(
        Step.STORY,
        opened.draft,
        Heard(text=turn.heard.text, message_id=turn.heard.message_id),
        turn.house.categories,
    )
    after = replace(opened, draft=draft)
    dialog.keep(turn, after)
    if opened.step is Step.CHECK:
        _prompt(turn, after)


def _matching(turn: Turn, key: str) -> dialog.Open:
    opened = dialog.of(turn)
    if opened is None or opened.key != key:
        raise StaleButton
    return opened


def _choice_made(step: Step, draft: Draft) -> str:
    match step:
        case Step.KIND if draft.kind is not None:
            return labels.KINDS[draft.kind]
        case Step.CATEGORY if draft.category is not None:
            return draft.category
        case Step.FILES:
            return asker.files_done(len(draft.files))
    raise ChoiceWanted


def _acknowledge(turn: Turn, opened: dialog.Open) -> None:
    """One answer for a whole album: the waiting message is rewritten as parts come in."""
    if turn.heard.file is None:
        turn.say(asker.words_added(), _go_on(opened))
        return
    turn.say(
        asker.files_so_far(len(opened.draft.files)),
        _go_on(opened),
        coalesce=_album_key(turn),
        delay=ALBUM_SETTLES,
    )


def _album_key(turn: Turn) -> str:
    return f"files:{turn.person.id}"


def _prompt(turn: Turn, opened: dialog.Open) -> None:
    draft = opened.draft
    match opened.step:
        case Step.KIND:
            turn.say(asker.ask_kind(), _kinds(opened))
        case Step.CATEGORY:
            assert draft.kind is not None
            turn.say(asker.ask_category(draft.kind), _categories(turn, opened))
        case Step.STORY:
            turn.say(asker.ask_story(draft.category or ""), (_cancel_row(opened),))
        case Step.FILES:
            turn.say(asker.ask_files(), _go_on(opened))
        case Step.CHECK:
            keys = (Key(labels.SEND, Send(opened.key)), *_cancel_row(opened))
            turn.say(asker.check(draft), (keys,))


def _kinds(opened: dialog.Open) -> Keyboard:
    keys = [Key(labels.KINDS[kind], Choose(opened.key, opened.step, kind.value)) for kind in Kind]
    return (tuple(keys[:3]), tuple(keys[3:]), _cancel_row(opened))


def _categories(turn: Turn, opened: dialog.Open) -> Keyboard:
    keys = [
        Key(labels.label(title), Choose(opened.key, opened.step, str(place)))
        for place, title in enumerate(turn.house.categories)
    ]
    rows = [tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)]
    return (*rows, _cancel_row(opened))


def _go_on(opened: dialog.Open) -> Keyboard:
    go_on = Key(labels.GO_ON, Choose(opened.key, Step.FILES, "check"))
    return ((go_on, *_cancel_row(opened)),)


def _cancel_row(opened: dialog.Open) -> tuple[Key, ...]:
    return (Key(labels.CANCEL, Cancel(opened.key)),)
