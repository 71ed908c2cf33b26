"""/lapor: kind, category, story, files, check, Kirim. Each step is a row no restart loses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.errors import ChoiceWanted, StaleButton, StoryTooShort, TooManyFiles
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.complaint import (
    BY_STEPS,
    DialogInput,
    Draft,
    File,
    ReportContent,
    Step,
    add_caption,
    add_file,
    add_words,
    advance,
    next_step,
    take_along,
    tells_enough,
)
from bot.rules.dialog import DialogKind
from bot.rules.intent import NOTHING, Intent, Mood, ReplyMeaning, Situation
from bot.rules.privacy.numbers import mask
from bot.rules.purpose import Purpose
from bot.rules.reading_hours import reading
from bot.rules.ticket import Kind
from bot.words import complaint as words
from bot.words import labels, refusals
from bot.words import manners as manner_words
from bot.words.html import Html
from faq.text.language import plain
from faq.text.said.distress import in_distress
from faq.text.said.putting_right import puts_right
from faq.text.said.report_change import by_steps
from faq.text.said.report_wish import Reported
from faq.text.small_talk.meaning import as_answer
from handlers import pointing
from handlers.actions import card, manners
from handlers.actions import ticket as actions
from handlers.asker import (
    adding,
    calling_off,
    confide,
    dialog,
    office,
    report_changes,
    report_page,
    report_said,
)
from handlers.buttons import AddToTicket, Choose, Send
from handlers.keyboard import Key
from handlers.turn import Turn

MOST_OFFERED = 10  # open tickets to which something may be added
ASKED = {Step.FILES: Situation.ATTACH, Step.CHECK: Situation.CHECK}
# What may be said in few words, and told of in a story: "jam layanan … sampai malam".
TOLD_OF = {Intent.HOURS, Intent.ADDRESS, Intent.WHO, Intent.WAITING, Intent.INSULT}
FEW, FEW_BESIDE = 4, 6  # words, where the story is asked for, and later
ALBUM_SETTLES = timedelta(seconds=1.2)  # parts of one album come as updates of their own


def start(turn: Turn, draft: Draft | None = None) -> None:
    """A new report, with the files sent just before; or the one whose story is already told."""
    turn.toast()
    opened, draft = dialog.of(turn), draft or Draft()
    if opened is None and _has_too_many(turn, draft.story):
        return
    if opened is not None and _is_begun_by(turn, opened, draft):
        return
    if opened is not None and (opened.draft.story or opened.draft.files):
        turn.say(words.still_open())
    else:
        asked = opened is not None and opened.step is Step.STORY  # its buttons still do
        opened = _begun(turn, draft, opened.key if opened is not None and asked else None)
    report_page.say(turn, opened)


def _is_begun_by(turn: Turn, opened: dialog.OpenReport, draft: Draft) -> bool:
    """The first of two quick taps on the same button has begun it, and it is asked about."""
    asked = opened.draft.question
    same = opened.step is Step.STORY if asked is None else asked == draft.question
    return same and turn.tapped_again(opened.kept_at)


def command(turn: Turn, text: str) -> None:
    """/lapor, alone or with words behind it, which are the story's beginning or its next line;
    as a caption, with a file too."""
    incoming, opened = turn.incoming, dialog.of(turn)
    fresh = opened is None or replace(opened.draft, by_steps=False) == Draft()
    if opened is None and (text or incoming.file) and _has_too_many(turn, text, incoming.file):
        return
    if not text and incoming.file is None:
        start(turn)
    elif fresh and incoming.file is None and not as_answer(text, Situation.STORY).kinds:
        _comforted(turn)
        told = pointing.told(turn, text)
        start(turn, Draft(story=told, story_message=incoming.message_id))
    else:
        turn.incoming = replace(incoming, text=text or None)
        hear(turn, opened or _begun(turn, Draft()))


def begin(turn: Turn, wished: Reported) -> None:
    """By words: with what it is about, if that was told, and who is not to hear of it."""
    if dialog.of(turn) is not None or not wished.wishes:
        command(turn, wished.matter)
    elif not _has_too_many(turn, wished.matter):
        told = wished.matter or None
        message = None if told is None else turn.incoming.message_id
        draft = confide.kept(Draft(story=told, story_message=message), wished.wishes)
        _confided(turn, _begun(turn, draft))


def _has_too_many(turn: Turn, text: str | None = None, sent: File | None = None) -> bool:
    """Of open tickets; then it is said which, and what was just told can be added to one."""
    most, mine = turn.resources.limits.open_tickets, turn.own_open_tickets()
    if len(mine) < most:
        return False
    told = dialog.loose(turn) if sent is None else add_file(dialog.loose(turn), sent)
    told = add_caption(told, DialogInput(text=text, message_id=turn.incoming.message_id))
    if text or sent is not None:
        dialog.keep_loose(turn, told)
    shown = mine[:MOST_OFFERED]
    rows = [(ticket.number, ticket.status, ticket.story) for ticket in shown]
    keys = [(Key(labels.add_to(ticket.number), AddToTicket(ticket.id)),) for ticket in shown]
    turn.say(words.too_many_open(rows, most=most, kept=told != ReportContent()), tuple(keys))
    return True


def _begun(turn: Turn, draft: Draft, key: str | None = None) -> dialog.OpenReport:
    loose = dialog.loose(turn)
    if draft.story is not None and draft.story in mask(loose.story or ""):
        draft = replace(draft, story=None)  # a caption that was also asked of the book
    draft = take_along(draft, loose)
    draft = confide.heeded(draft, draft.story)
    opened = dialog.OpenReport(next_step(draft), draft, key or dialog.new_key())
    opened = report_changes.with_guess(turn, opened)
    dialog.keep(turn, opened)
    return opened


def hear(turn: Turn, opened: dialog.OpenReport) -> None:
    """Words, files or anything else while a report is under way."""
    heard, grave = _heard(turn, opened), _comforted(turn)
    if turn.incoming.file is None and not grave and _small_talk(turn, opened, heard.said.intent):
        return
    try:
        step, draft = advance(opened.step, opened.draft, heard, turn.resources.categories)
    except TooManyFiles as refusal:  # what is written under the file is kept all the same
        draft = confide.heeding(turn, opened.draft, add_words(opened.draft, heard))
        after = report_changes.retold(turn, opened, draft)
        dialog.keep(turn, after)
        answer_files(turn, after, refusals.explain(refusal))
        return
    except StoryTooShort as refusal:
        if heard.said.small or opened.step is not Step.STORY:
            raise
        after = report_changes.retold(turn, opened, add_caption(opened.draft, heard))
        dialog.keep(turn, after)
        report_page.beside(turn, after, refusals.explain(refusal))
        return
    except ChoiceWanted:  # the question may have been asked days ago
        asked, keys = report_page.page(turn, opened)
        turn.say(words.choose(asked), keys)
        return
    draft = confide.heeding(turn, opened.draft, draft)
    after = report_changes.with_guess(turn, replace(opened, step=step, draft=draft))
    dialog.keep(turn, after)
    if turn.incoming.file is not None:
        answer_files(turn, after)
    elif step is Step.FILES is opened.step and draft != opened.draft:
        turn.say(words.words_added(), report_page.page(turn, after).keys)
    else:
        report_page.say(turn, after, kindly=opened.step is Step.STORY)


def _comforted(turn: Turn) -> bool:
    """Whoever may want to die hears whom to call; their words are part of the story."""
    grave = in_distress(turn.incoming.own_text)
    if grave:
        turn.say(manners.comfort(turn))
    return grave


def _small_talk(turn: Turn, opened: dialog.OpenReport, meant: Intent | None) -> bool:
    """False where the words lead on by themselves."""
    if report_said.heard(turn, opened, meant):
        return True
    if (confided := confide.said(opened, turn.incoming.own_text)) is not None:
        _confided(turn, replace(opened, draft=confided))
        return True
    if meant is Intent.WITHDRAW or (meant is Intent.CANCEL and not opened.changes):
        calling_off.call_off(turn, glad=meant is Intent.WITHDRAW)
        return True
    if adding.said(turn, opened):
        return True
    if (after := report_changes.said(turn, opened, meant)) is not None:
        dialog.keep(turn, after)
        report_page.say(turn, after)
        return True
    if meant is Intent.YES and (opened.step is Step.CHECK or opened.changes):
        if confide.must_ask(opened.draft):
            report_page.beside(turn, replace(opened, step=Step.CHECK), words.choose_the_way())
            return True
        if not _has_too_many(turn):  # else it stays, to be sent when one is settled
            _file(turn, opened)
        return True
    first = None if meant is None else _beside(turn, opened, meant)
    if first is not None:
        report_page.beside(turn, opened, first)
    return first is not None


def _confided(turn: Turn, after: dialog.OpenReport) -> None:
    """The check shows it; before, it is told beside what is asked."""
    dialog.keep(turn, after)
    asked, keys = report_page.page(turn, after)
    checks = after.step is Step.CHECK
    turn.say(asked if checks else words.confided(after.draft, asked), keys)


def _beside(turn: Turn, opened: dialog.OpenReport, meant: Intent) -> Html | None:
    """What is answered to small talk before the question is put again; None where it leads on."""
    match meant:
        case Intent.NO if opened.step is Step.CHECK:
            return words.not_sent_yet()
        case Intent.YES if opened.step is Step.FILES:
            return manner_words.wait_for_you()
        case Intent.DONT_KNOW:
            return words.how_to(opened.step)
        case Intent.WAITING:
            kind = opened.draft.kind or Kind.COMPLAINT
            return words.how_long(days=turn.resources.terms.resolution[kind])
        case Intent.INSULT:
            return manner_words.FIRST[Mood.ANGRY]
    return manners.answer(turn, meant)


def _heard(turn: Turn, opened: dialog.OpenReport) -> DialogInput:
    """What is quoted or forwarded is marked, but a mark alone makes no story."""
    incoming = turn.incoming
    step = Step.CHECK if opened.changes else opened.step
    situation = ASKED.get(step, Situation.STORY)
    short = opened.step is Step.STORY and not tells_enough(incoming.text or "")
    steps_wanted = opened.step is Step.STORY and by_steps(incoming.own_text)
    return DialogInput(
        choice=BY_STEPS if steps_wanted else None,
        text=incoming.text if short else pointing.told(turn, incoming.text),
        said=NOTHING
        if in_distress(incoming.own_text)
        else _meant(opened.step, incoming.own_text, as_answer(incoming.own_text, situation)),
        file=incoming.file,
        other=incoming.other,
        message_id=incoming.message_id,
    )


def _meant(step: Step, text: str, said: ReplyMeaning) -> ReplyMeaning:
    if puts_right(text, said.intent):
        return replace(said, intent=None, small=False)
    few = FEW if step is Step.STORY and said.intent is not Intent.INSULT else FEW_BESIDE
    told = said.intent in TOLD_OF and len(plain(text)) > few
    return replace(said, intent=None) if told else said


def answer_files(turn: Turn, opened: dialog.OpenReport, words: Html | None = None) -> None:
    """One answer for a whole album: the waiting message is rewritten as parts come in."""
    asked, keys = report_page.page(turn, opened)
    turn.say(
        words or asked,
        keys,
        coalesce=coalesce_key(Waiting.FILES, turn.person.id),
        delay=ALBUM_SETTLES,
    )


def choose(turn: Turn) -> None:
    """A button of the dialog."""
    pressed = turn.button(Choose)
    opened = dialog.matching(turn, pressed.key)
    if opened.step != pressed.step:  # pressed twice: the first press has led on
        turn.toast()
        return
    confided = confide.chosen(opened.draft, pressed.choice)
    if opened.step is Step.CHECK and confided is not None:
        after = replace(opened, draft=confided)
        dialog.keep(turn, after)
        turn.toast()
        report_page.rewrite(turn, after)
        return
    if report_changes.chosen(turn, opened, pressed.choice):
        return
    step, draft = advance(
        opened.step, opened.draft, DialogInput(choice=pressed.choice), turn.resources.categories
    )
    after = report_changes.with_guess(turn, replace(opened, step=step, draft=draft))
    dialog.keep(turn, after)
    turn.toast()
    if opened.changes:
        report_page.rewrite(turn, after)
        return
    turn.edit(words.chosen(_choice_made(opened.step, draft)))
    report_page.say(turn, after)


def send(turn: Turn) -> None:
    """ "Kirim". Pressed twice it is still one ticket, and says which."""
    pressed = turn.button(Send)
    known = turn.unit.tickets.by_draft(pressed.key, reporter_id=turn.person.id)
    if known is not None:
        turn.toast(words.filed_already_toast(known.number))
        return
    opened = dialog.matching(turn, pressed.key)
    if opened.step is not Step.CHECK:
        raise StaleButton
    turn.toast()
    if confide.must_ask(opened.draft):
        report_page.beside(turn, opened, words.choose_the_way())
    elif not _has_too_many(turn):
        turn.edit(words.check(opened.draft, sent=True))
        _file(turn, opened)


def _file(turn: Turn, opened: dialog.OpenReport) -> None:
    file(turn, opened.draft, opened.key)
    dialog.end(turn, DialogKind.COMPLAINT)


def file(turn: Turn, draft: Draft, draft_key: str) -> None:
    """A ticket is made of the draft, and its reporter given the number."""
    ticket = actions.file(turn, draft, draft_key)
    asks_office = office.is_to_be_asked(turn)
    said = words.filed(
        ticket.number,
        kind=ticket.kind,
        days=turn.resources.terms.days(ticket.kind, ticket.deadline_class),
        due=ticket.due_at,
        reading=reading(turn.resources.calendar, turn.now),
        zone=turn.resources.zone,
        asks_office=asks_office,
    )
    keys = (card.number_key(ticket), *(office.keys(turn) if asks_office else ()))
    turn.say(said, keys, ticket=ticket, purpose=Purpose.RELAY)


def _choice_made(step: Step, draft: Draft) -> str:
    match step:
        case Step.KIND if draft.kind is not None:
            return labels.KINDS[draft.kind]
        case Step.CATEGORY if draft.category is not None:
            return draft.category
        case Step.STORY if draft.by_steps:
            return labels.BY_STEPS
        case Step.FILES:
            return words.files_done(len(draft.files))
    raise ChoiceWanted
