""" "Minta Coaching Clinic": topic, office, Kirim. Each step is a row no restart loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.errors import StaleButton
from bot.rules.clinic import MOST_LETTERS, MOST_REQUESTS, ClinicStep, Part, RequestDraft
from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.rules.letters import has_words
from bot.rules.privacy.numbers import mask
from bot.rules.purpose import Purpose, Subject
from bot.words import clinic_request as words
from bot.words import labels
from faq.text.small_talk.meaning import as_answer, intent
from handlers.actions.job_answers import Say, answering, nothing_more
from handlers.asker import dialog, profile
from handlers.asker import office as office_
from handlers.buttons import (
    AcceptRequest,
    AskTopic,
    DeclineRequest,
    DropRequest,
    RequestOffice,
    RequestOffices,
    SendRequest,
)
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage import drafts
from storage.jobs import arguments_of
from storage.tables import DialogRow, JobKind, JobRow

STEPS = {ClinicStep.TOPIC, ClinicStep.OFFICE, ClinicStep.CHECK}
LATELY = timedelta(days=90)
MOST_OFFERED = 6
OFTEN = 3  # questions, before a topic is said to be asked often


def pressed(turn: Turn) -> None:
    turn.toast()
    begin(turn)


def begin(turn: Turn) -> None:
    if dialog.of(turn) is not None:
        turn.say(words.report_first())
    elif turn.unit.clinic_requests.count_open(turn.person.id) >= MOST_REQUESTS:
        turn.say(words.too_many_requests(most=MOST_REQUESTS))
    else:
        key = dialog.new_key()
        _keep(turn, ClinicStep.TOPIC, key, RequestDraft(office=turn.person.office or ""))
        turn.ask_for(JobKind.CLINIC_TOPICS, f"topics:{turn.person.id}", {"key": key})


def topics(context: Context, job: JobRow) -> list[Say]:
    """What to choose from: what their office asked of late, then the book's chapters."""
    person = context.unit.people.get(job.asker_id or 0)
    if person is None:
        return [nothing_more]
    key: str = arguments_of(job)["key"]
    office = person.office or ""
    since = context.now - LATELY
    asked = context.unit.questions.entries_of_office(office, since=since) if office else []
    book = context.resources.book
    chapters = Counter[int]()
    for entry_id, times in asked:
        entry = book.get(entry_id)
        if entry is not None:
            chapters[entry.chapter] += times
    often = [number for number, times in chapters.most_common(3) if times >= OFTEN]
    order = [*often, *(each.number for each in book.chapters if each.number not in often)]
    titles = {each.number: each.title for each in book.chapters}
    rows = tuple(
        (Key(labels.label(titles[number]), AskTopic(key, number)),)
        for number in order[:MOST_OFFERED]
    )
    said = words.ask_topic(office=office, often=bool(often))
    extra, chat_id = answering(job, reply=False), person.id

    def say(context: Context) -> None:
        context.tell(chat_id, said, rows, extra=extra)

    return [say]


def topic_pressed(turn: Turn) -> None:
    button = turn.button(AskTopic)
    row = _matching(turn, button.key)
    chapter = turn.resources.book.chapter(button.number)
    if chapter is None:
        raise StaleButton
    turn.toast()
    _go_on(turn, row.key or "", replace(_wanted(row), topic=chapter.title))


def turn_page(turn: Turn) -> None:
    """From the question the list is a message of its own; from the list it is another page."""
    pressed = turn.button(RequestOffices)
    _matching(turn, pressed.key)
    rows, pages = office_.page_of(
        turn.resources.offices.names,
        pressed.page,
        pick=partial(RequestOffice, pressed.key),
        turn_to=partial(RequestOffices, pressed.key),
    )
    turn.toast()
    turn.say(words.which_office(pressed.page + 1, pages), rows)


def office_pressed(turn: Turn) -> None:
    pressed = turn.button(RequestOffice)
    wanted = _wanted(_matching(turn, pressed.key))
    name = office_.at_place(turn.resources.offices.names, pressed.place, pressed.mark)
    if not wanted.topic:
        raise StaleButton
    turn.toast()
    turn.take_buttons_away()
    _go_on(turn, pressed.key, replace(wanted, office=name))


def send(turn: Turn) -> None:
    """Pressed twice it is still one."""
    key = turn.button(SendRequest).key
    if turn.unit.clinic_requests.by_key(key, person_id=turn.person.id) is not None:
        turn.toast(words.request_sent_toast())
        return
    row = _matching(turn, key)
    turn.toast()
    turn.take_buttons_away()
    _send(turn, row)


def drop(turn: Turn) -> None:
    _matching(turn, turn.button(DropRequest).key)
    turn.toast()
    dialog.end(turn, DialogKind.CLINIC)
    turn.edit(words.request_dropped())


def heard(turn: Turn, row: DialogRow) -> bool:
    """What is written while it is being asked; False where that is about something else."""
    text = " ".join(turn.incoming.own_text.split())
    said, wanted = intent(text), _wanted(row)
    unreadable = row.step != ClinicStep.TOPIC and not wanted.topic
    if turn.incoming.file is not None or said in profile.WISHES or unreadable:
        dialog.end(turn, DialogKind.CLINIC)
        return False
    if as_answer(text, Situation.STORY).intent is Intent.CANCEL or said is Intent.NO:
        dialog.end(turn, DialogKind.CLINIC)
        turn.say(words.request_dropped())
        return True
    if row.step == ClinicStep.CHECK:
        meant = as_answer(text, Situation.CHECK).intent
        if meant is Intent.YES or text.casefold() == labels.SEND.casefold():
            _send(turn, row)
        else:
            turn.say(words.check(topic=wanted.topic, office=wanted.office), _check(row.key or ""))
        return True
    most = MOST_LETTERS[Part.TOPIC] if row.step == ClinicStep.TOPIC else profile.MOST_OFFICE
    if not has_words(text) or len(text) > most or said is not None:
        turn.say(words.text_wanted(most=most))
        return True
    text = mask(text)
    if row.step == ClinicStep.TOPIC:
        _go_on(turn, row.key or "", replace(wanted, topic=text))
    else:
        found = turn.resources.offices.read(text)
        after = replace(wanted, office=found.name or text)
        _go_on(turn, row.key or "", after, like=found.like)
    return True


def _go_on(turn: Turn, key: str, wanted: RequestDraft, *, like: Sequence[str] = ()) -> None:
    """`like`: listed offices that the one they wrote may be."""
    if not wanted.office:
        _keep(turn, ClinicStep.OFFICE, key, wanted)
        rows = _offices(turn, key)
        turn.say(words.ask_office(wanted.topic, offered=bool(rows)), rows)
        return
    _keep(turn, ClinicStep.CHECK, key, wanted)
    pick = partial(RequestOffice, key)
    rows = office_.nearly(turn.resources.offices.names, like, pick=pick)
    said = words.check(topic=wanted.topic, office=wanted.office, or_else=bool(rows))
    turn.say(said, (*rows, *_check(key)))


def _offices(turn: Turn, key: str) -> Keyboard:
    """As under the receipt of a report: a few stand there, of more the list is opened."""
    named = turn.resources.offices.names
    if len(named) > office_.FEW:
        return ((Key(labels.CHOOSE_OFFICE, RequestOffices(key, 0)),),)
    pick = partial(RequestOffice, key)
    return office_.each_row(named, pick=pick, first=0, most=office_.FEW)


def _check(key: str) -> Keyboard:
    return ((Key(labels.SEND, SendRequest(key)), Key(labels.CANCEL, DropRequest(key))),)


def _send(turn: Turn, row: DialogRow) -> None:
    wanted = _wanted(row)
    if not wanted.topic or not wanted.office:
        raise StaleButton
    dialog.end(turn, DialogKind.CLINIC)
    if turn.unit.clinic_requests.count_open(turn.person.id) >= MOST_REQUESTS:
        turn.say(words.too_many_requests(most=MOST_REQUESTS))
        return
    made = turn.unit.clinic_requests.add(
        key=row.key or "",
        person_id=turn.person.id,
        office=wanted.office,
        topic=wanted.topic,
        now=turn.now,
    )
    turn.say(words.request_sent(number=made.id, topic=made.topic, office=made.office))
    if turn.desk_chat is not None:
        told = words.request(
            made.id,
            name=turn.person.name,
            office=made.office,
            topic=made.topic,
            asked=made.asked_at,
            zone=turn.resources.zone,
        )
        turn.tell(
            turn.desk_chat,
            told,
            ((Key(labels.ACCEPT, AcceptRequest(made.id)), _decline(made.id)),),
            subject=Subject(Purpose.REQUEST, made.id),
            quotes=True,
            prompted_id=turn.person.id,
        )


def _decline(number: int) -> Key:
    return Key(labels.DECLINE, DeclineRequest(number))


def _keep(turn: Turn, step: ClinicStep, key: str, wanted: RequestDraft) -> None:
    turn.unit.dialogs.begin(
        turn.person.id,
        DialogKind.CLINIC,
        now=turn.now,
        step=step,
        key=key,
        draft=drafts.write(wanted),
    )


def _wanted(row: DialogRow) -> RequestDraft:
    """Empty where another release wrote it otherwise."""
    try:
        return drafts.read_request(row.draft)
    except drafts.Unreadable:
        return RequestDraft()


def _matching(turn: Turn, key: str) -> DialogRow:
    row = dialog.open_now(turn).get(DialogKind.CLINIC)
    if row is None or row.key != key:
        raise StaleButton
    return row
