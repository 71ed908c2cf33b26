"""/jawaban: the desk's own ready answers are added, looked at, changed and taken away."""

from __future__ import annotations

import re

from bot.rules.letters import has_words
from bot.rules.privacy.asking import refuse_asking
from bot.rules.privacy.numbers import mask
from bot.rules.rights import DeskAct, may
from bot.rules.templates import LONGEST_TEXT, LONGEST_TITLE, MOST_TEMPLATES, read
from bot.words import labels
from bot.words import ready_answers as words
from bot.words.html import Html
from handlers.buttons import (
    AskTemplateCategory,
    RemoveTemplate,
    SetTemplateCategory,
    ShowTemplate,
    TemplatePage,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import TemplateRow

ON_A_PAGE = 8
IN_A_ROW = 2
_DEED = re.compile(r"(tambah|ubah|hapus)\b\s*(.*)", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"(\d{1,9})\b[\s:.]*(.*)", re.DOTALL)


def command(turn: Turn, said: str) -> None:
    found = _DEED.match(said)
    if found is None:
        turn.say(*_page(turn, 0))
    elif found[1].lower() == "tambah":
        _add(turn, found[2])
    else:
        numbered = _NUMBERED.match(found[2])
        row = turn.unit.templates.get(int(numbered[1])) if numbered else None
        if row is None or numbered is None:
            turn.say(words.unknown())
        elif not _may_change(turn, row):
            by = turn.unit.people.get(row.by_id)
            turn.say(words.not_yours(by.name if by is not None else ""))
        elif found[1].lower() == "ubah":
            _change(turn, row, numbered[2])
        else:
            turn.unit.templates.remove(row)
            turn.say(words.removed(row.title))


def _add(turn: Turn, said: str) -> None:
    written = read(said, _answered(turn))
    title, text = mask(written.title), mask(written.text)
    known = turn.unit.templates.titled(title)
    if (refused := _refused(title, text)) is not None:
        turn.say(refused)
    elif known is not None:
        turn.say(words.known_already(known.id, known.title))
    elif turn.unit.templates.count() >= MOST_TEMPLATES:
        turn.say(words.too_many(MOST_TEMPLATES))
    else:
        row = turn.unit.templates.add(
            title=title, text=text, category=None, by=turn.person.id, now=turn.now
        )
        turn.say(words.saved(title), _categories(turn, row))


def _change(turn: Turn, row: TemplateRow, said: str) -> None:
    text = mask(said.strip() or (_answered(turn) or "").strip())
    if (refused := _refused(row.title, text)) is not None:
        turn.say(refused)
    else:
        row.text = text
        turn.say(words.changed(row.title))


def _answered(turn: Turn) -> str | None:
    """What somebody wrote, or what of our own words is quoted: a whole card is no answer."""
    pointed = turn.incoming.pointed
    if pointed is None or (pointed.ours and not pointed.quoted):
        return None
    return pointed.words


def _refused(title: str, text: str) -> Html | None:
    """Raises SecretAsked."""
    if not has_words(title) or not has_words(text):
        return words.incomplete()
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        return words.too_long()
    refuse_asking(text)
    return None


def _may_change(turn: Turn, row: TemplateRow) -> bool:
    return row.by_id == turn.person.id or may(turn.person.role, DeskAct.ALL_TEMPLATES)


def turn_page(turn: Turn) -> None:
    pressed = turn.button(TemplatePage)
    turn.toast()
    turn.edit(*_page(turn, pressed.page))


def _page(turn: Turn, page: int) -> tuple[Html, Keyboard]:
    total = turn.unit.templates.count()
    page = min(page, max(0, total - 1) // ON_A_PAGE)
    rows = turn.unit.templates.page(first=page * ON_A_PAGE, most=ON_A_PAGE)
    keys = [Key(labels.numbered(row.id, row.title), ShowTemplate(row.id)) for row in rows]
    pages = []
    if page:
        pages.append(Key(labels.PREVIOUS_PAGE, TemplatePage(page - 1)))
    if (page + 1) * ON_A_PAGE < total:
        pages.append(Key(labels.NEXT_PAGE, TemplatePage(page + 1)))
    said = words.templates([_shown(turn, row) for row in rows], total=total)
    return said, (*_rows(keys), *((tuple(pages),) if pages else ()))


def show(turn: Turn) -> None:
    pressed = turn.button(ShowTemplate)
    row = _of_button(turn, pressed.template)
    if row is not None:
        turn.toast()
        change = (
            Key(labels.SET_CATEGORY, AskTemplateCategory(row.id)),
            Key(labels.REMOVE, RemoveTemplate(row.id)),
        )
        mine = (change,) if _may_change(turn, row) else ()
        turn.edit(words.template(_shown(turn, row)), (*mine, (Key(labels.BACK, TemplatePage(0)),)))


def ask_category(turn: Turn) -> None:
    pressed = turn.button(AskTemplateCategory)
    row = _changeable(turn, pressed.template)
    if row is not None:
        turn.toast()
        turn.edit(words.saved(row.title), _categories(turn, row))


def set_category(turn: Turn) -> None:
    pressed = turn.button(SetTemplateCategory)
    row = _changeable(turn, pressed.template)
    if row is not None and pressed.place <= len(turn.resources.categories):
        place = pressed.place
        row.category = turn.resources.categories[place - 1] if place else None
        turn.toast()
        turn.edit(words.for_category(row.title, row.category))


def remove(turn: Turn) -> None:
    pressed = turn.button(RemoveTemplate)
    row = _changeable(turn, pressed.template)
    if row is not None:
        turn.must_show_what_was_pressed()
        turn.unit.templates.remove(row)
        turn.toast()
        turn.edit(words.removed(row.title))


def _changeable(turn: Turn, template_id: int) -> TemplateRow | None:
    row = _of_button(turn, template_id)
    if row is not None and not _may_change(turn, row):
        turn.toast(words.not_yours_toast(), alert=True)
        return None
    return row


def _of_button(turn: Turn, template_id: int) -> TemplateRow | None:
    row = turn.unit.templates.get(template_id)
    if row is None:
        turn.toast(words.gone_toast())
    return row


def _shown(turn: Turn, row: TemplateRow) -> words.Template:
    by = turn.unit.people.get(row.by_id)
    return words.Template(row.id, row.title, row.category, row.text, by.name if by else None)


def _categories(turn: Turn, row: TemplateRow) -> Keyboard:
    keys = [
        Key(labels.label(title), SetTemplateCategory(row.id, place))
        for place, title in enumerate(turn.resources.categories, start=1)
    ]
    return ((Key(labels.EVERY_CATEGORY, SetTemplateCategory(row.id, 0)),), *_rows(keys))


def _rows(keys: list[Key]) -> Keyboard:
    return tuple(tuple(keys[at : at + IN_A_ROW]) for at in range(0, len(keys), IN_A_ROW))
