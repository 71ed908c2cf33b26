"""Which update goes to which function. Order matters: the first row that fits serves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.errors import Refusal, StaleButton
from handlers import buttons as b
from handlers import needs
from handlers.actions import reachability
from handlers.asker import (
    adding,
    choice,
    clinic,
    clinic_day,
    clinic_request,
    complaint,
    erasure,
    guest,
    incident,
    manual,
    my_data,
    office,
    own_tickets,
    private_message,
    profile,
    question,
    report_changes,
    satisfaction,
    screen,
    shut_out,
    start,
    survey,
    ticket_question,
    ticket_talk,
)
from handlers.desk import (
    album,
    blocking,
    burst,
    clinic_papers,
    clinic_people,
    clinic_requests,
    clinic_session,
    commands,
    confidential,
    digest,
    entry_figures,
    erasures,
    evidence,
    faq,
    figure_rows,
    figures,
    following,
    group,
    group_question,
    later,
    lesson,
    merge_command,
    noting,
    officers,
    queue,
    ready_answers,
    search,
    send_also,
    templates,
    ticket_deeds,
    ticket_history,
    ticket_menu,
    twin,
)
from handlers.desk import clinic as clinic_desk
from handlers.desk import incident as desk_incident
from handlers.desk import survey as survey_desk
from handlers.desk import ticket_card as desk
from handlers.discretion import caution
from handlers.incoming import Incoming
from handlers.turn import Turn, refuse_nobody
from storage.tables import MessageRef

Handler = Callable[[Turn], None]
WithArgument = Callable[[Turn, str], None]

PRIVATE: dict[str, Handler] = {
    "bantuan": start.help_page,
    "help": start.help_page,
    "manual": manual.manual,
    "profil": profile.show,
    "jadwal": clinic.schedule,
    "data_saya": my_data.ask,
    "hapus_data": erasure.explain,
    "batal": complaint.cancel,
}
PRIVATE_WITH_ARGUMENT: dict[str, WithArgument] = {
    "start": start.start,
    "lapor": complaint.command,
    "tiket": own_tickets.tickets,
    "survei": survey.command,
}
# Of officers, alone with the bot; to anybody else they are no commands.
PRIVATE_OF_OFFICERS: dict[str, WithArgument] = {"catat": noting.note}
DESK: dict[str, Handler] = {"faq": faq.faq}
DESK_WITH_ARGUMENT: dict[str, WithArgument] = {
    "laporan": figures.show,
    "antrian": queue.queue,
    "cari": search.search,
    "jawaban": templates.command,
    "gangguan": desk_incident.command,
    "tiket": desk.ticket_page,
    "gabung": merge_command.merge,
    "ringkasan": digest.digest,
    "catat": noting.note,
    "petugas": officers.officers,
    "ikuti": following.command,
    "blokir": blocking.block,
    "buka_blokir": blocking.unblock,
    "clinic": clinic_desk.clinic,
    "survei": survey_desk.command,
}
ALONE: dict[str, Handler] = {"antrian": confidential.waiting}  # another thing than in the group
HELP = {"bantuan", "help"}
PRIVATE_ONLY = (PRIVATE.keys() | {"lapor"}) - HELP - DESK.keys()
WITH_FILE = {"lapor", *PRIVATE_OF_OFFICERS}  # what is sent above it is part of it
COMMANDS = {"id", *PRIVATE, *PRIVATE_WITH_ARGUMENT, *DESK, *DESK_WITH_ARGUMENT}
# A button is shown in one sort of place; a press from elsewhere is forged.
DESK_PRESSES: dict[type[b.Button], Handler] = {
    b.Take: desk.take,
    b.AskInfo: desk.ask_info,
    b.Resolve: desk.resolve,
    b.Reopen: desk.reopen,
    b.Closing: desk.choose_result,
    b.CardMenu: ticket_menu.show,
    b.Verify: ticket_deeds.verify,
    b.Release: ticket_deeds.release,
    b.HandOver: ticket_deeds.hand_over,
    b.Defer: ticket_deeds.defer,
    b.Resume: ticket_deeds.resume,
    b.OutOfScope: ticket_deeds.out_of_scope,
    b.Merge: ticket_deeds.merge,
    b.Unmerge: ticket_deeds.unmerge,
    b.Split: ticket_deeds.split,
    b.Correct: ticket_deeds.correct,
    b.HistoryPage: ticket_history.show,
    b.SendAlso: send_also.press,
    b.ChooseDigest: digest.choose,
    b.LateCard: burst.show,
    b.SendLaterNow: later.send_now,
    b.CallOffLater: later.call_off,
    b.ConfirmFor: desk.confirm_for,
    b.Queue: queue.turn_page,
    b.QueueChoices: queue.choices,
    b.ReadSecret: confidential.read,
    b.Follow: following.press,
    b.SearchPage: search.turn_page,
    b.OfferBook: ready_answers.offer_book,
    b.SendEntry: ready_answers.send_entry,
    b.OfferTemplates: ready_answers.offer_templates,
    b.SendTemplate: ready_answers.send_template,
    b.ShowCard: ready_answers.show_card,
    b.TemplatePage: templates.turn_page,
    b.ShowTemplate: templates.show,
    b.AskTemplateCategory: templates.ask_category,
    b.SetTemplateCategory: templates.set_category,
    b.RemoveTemplate: templates.remove,
    b.SuggestTickets: desk_incident.suggest,
    b.LinkTicket: desk_incident.link_ticket,
    b.LinkAll: desk_incident.link_all,
    b.ShowIncident: desk_incident.show,
    b.CloseIncident: desk_incident.ask_note,
    b.OpenBookFigures: entry_figures.show,
    b.BookPage: entry_figures.turn_over,
    b.NextCase: faq.next_case,
    b.Teach: lesson.teach,
    b.TeachAnyway: lesson.teach_anyway,
    b.WriteAnswer: lesson.write_answer,
    b.TickWording: faq.tick,
    b.ShowCase: faq.show_case,
    b.TeachChapters: faq.chapters,
    b.TeachChapter: faq.chapter,
    b.MakeEntry: lesson.make_entry,
    b.Ignore: faq.ignore,
    b.TakeBack: faq.take_back,
    b.ErasePerson: erasures.confirm,
    b.BlockWhy: blocking.ask_why,
    b.Block: blocking.give_reason,
    b.Unblock: blocking.take_back,
    b.ClinicHome: clinic_desk.home,
    b.NewSession: clinic_desk.new,
    b.ClinicPage: clinic_session.shown_again,
    b.EditSession: clinic_session.edit_keys,
    b.SetPart: clinic_session.set_part,
    b.PickPart: clinic_session.pick,
    b.OpenSession: clinic_session.open_pressed,
    b.CallOff: clinic_session.ask_call_off,
    b.CallOffSure: clinic_session.call_off_pressed,
    b.Attendees: clinic_people.list_pressed,
    b.MarkPresent: clinic_people.mark,
    b.ShowCode: clinic_people.show_code,
    b.Invitation: clinic_papers.invitation_pressed,
    b.SessionReport: clinic_papers.report_pressed,
    b.ClinicRequests: clinic_requests.list_pressed,
    b.ShowRequest: clinic_requests.show,
    b.AcceptRequest: clinic_requests.accept,
    b.DeclineRequest: clinic_requests.ask_answer,
    b.ClinicRecap: clinic_papers.recap_pressed,
}
# At the desk, or alone with the bot.
STAFF_PRESSES: dict[type[b.Button], Handler] = {
    b.Roster: officers.roster,
    b.Member: officers.member,
    b.SetRole: officers.set_role,
    b.HearAbuse: officers.hear_abuse,
    b.Leave: officers.leave,
    b.LeaveFor: officers.leave_for,
    b.StandIn: officers.stand_in,
    b.BackAtWork: officers.back_at_work,
}
PRIVATE_PRESSES: dict[type[b.Button], Handler] = {
    b.Confirm: own_tickets.confirm,
    b.MeToo: incident.me_too,
    b.Dispute: own_tickets.dispute,
    b.RateTicket: satisfaction.rate,
    b.AddToTicket: own_tickets.add,
    b.ShowTicket: own_tickets.show,
    b.ShareTicket: own_tickets.share,
    b.Withdraw: ticket_talk.withdraw,
    b.PassOn: ticket_question.pass_on,
    b.Helpful: question.helpful,
    b.Pick: choice.pressed,
    b.AskOfficer: question.ask_officer,
    b.ReadRight: screen.confirm,
    b.StartComplaint: complaint.start,
    b.Choose: complaint.choose,
    b.Change: report_changes.pressed,
    b.AddDraft: adding.pressed,
    b.Send: complaint.send,
    b.Cancel: complaint.cancel_button,
    b.EraseMe: erasure.ask,
    b.KeepMe: erasure.call_off,
    b.SetOffice: profile.ask_office,
    b.Schedule: clinic.schedule_pressed,
    b.ShowSession: clinic.show_pressed,
    b.JoinSession: clinic.join_pressed,
    b.LeaveSession: clinic.leave_pressed,
    b.ToCalendar: clinic.calendar,
    b.Materials: clinic.materials,
    b.IAmHere: clinic_day.ask_code,
    b.Rate: clinic_day.rate,
    b.GoOnRating: clinic_day.go_on,
    b.AskClinic: clinic_request.pressed,
    b.AskTopic: clinic_request.topic_pressed,
    b.SendRequest: clinic_request.send,
    b.DropRequest: clinic_request.drop,
    b.OfficeList: office.turn_page,
    b.PickOffice: office.pick,
    b.SkipOffice: office.skip,
}
PRESSES_ANYWHERE: dict[type[b.Button], Handler] = {
    b.Contents: manual.contents,
    b.ShowChapter: manual.chapter,
    b.ShowEntry: manual.entry,
    b.NoteChannel: noting.choose_channel,
}
# At the desk, in the chat that the head reads, by whoever is let in there, or alone with the bot.
REPORT_PRESSES: dict[type[b.Button], Handler] = {
    b.WeekPage: figures.week,
    b.Evidence: evidence.choose,
    b.EvidenceFile: evidence.make,
    b.ReportDays: figures.other_days,
    b.FigureRows: figure_rows.show,
}
PRESSES = DESK_PRESSES | STAFF_PRESSES | PRIVATE_PRESSES | PRESSES_ANYWHERE | REPORT_PRESSES


def dispatch(turn: Turn) -> None:
    incoming = turn.incoming
    if incoming.kind == "guest":
        guest.answer(turn)
    elif incoming.moved_to is not None or incoming.moved_from is not None:
        group.moved(turn)
    elif incoming.kind == "member":
        membership = private_membership if incoming.private else group.joined
        membership(turn)
    elif incoming.kind == "left":
        group.left(turn)
    elif shut_out.turned_away(turn):
        return
    elif incoming.kind == "press":
        press(turn)
    elif incoming.private:
        private(turn)
    else:
        in_group(turn)


def press(turn: Turn) -> None:
    if turn.incoming.who is None:  # also anonymous admins press as who they are
        raise StaleButton
    pressed = b.parse(turn.incoming.data or "")
    if pressed is None:
        raise StaleButton
    kind = type(pressed)
    at_desk = turn.incoming.chat_id == turn.desk_chat
    at_reports = at_desk or turn.incoming.chat_id == turn.report_chat
    if (
        (kind in DESK_PRESSES and not (at_desk or confidential.is_worked_on(turn, pressed)))
        or (kind in STAFF_PRESSES and not (at_desk or turn.incoming.private))
        or (kind in PRIVATE_PRESSES and not turn.incoming.private)
        or (kind in REPORT_PRESSES and not (at_reports or turn.incoming.private))
    ):
        raise StaleButton
    in_reports = at_reports and not at_desk
    if kind in DESK_PRESSES | STAFF_PRESSES or (kind in REPORT_PRESSES and not in_reports):
        turn.must(needs.of_press(kind))
    if at_desk:
        confidential.refuse_in_group(turn, pressed)
    turn.pressed = pressed
    PRESSES[kind](turn)


def wanted(incoming: Incoming, username: str) -> str:
    """What an update asks for, in words of ours alone: `press:take`, `command:tiket`, `edited`."""
    if incoming.kind == "press":
        pressed = b.parse(incoming.data or "")
        return f"press:{pressed.tag if pressed else 'unknown'}"
    command = incoming.command(username)
    known = command is not None and command[0] in COMMANDS | PRIVATE_ONLY
    return f"command:{command[0]}" if command and known else incoming.kind


def private_membership(turn: Turn) -> None:
    """Telegram tells when somebody blocks the bot, and when they let it back in."""
    if turn.incoming.membership == "kicked":
        reachability.lost(turn, turn.person)
    else:
        reachability.regained(turn, turn.person)


def private(turn: Turn) -> None:
    reachability.regained(turn, turn.person)
    turn.puzzled_before, turn.person.puzzled_at = turn.person.puzzled_at, None
    caution(turn)
    command = turn.incoming.command(turn.resources.username)
    ref = confidential.answered(turn) if turn.incoming.reply_to is not None else None
    if ref is not None and (command is None or _only_looks_like_one(*command)):
        _to_the_desk(turn, ref)
    elif turn.incoming.kind == "edited":
        _edited(turn, *(command or ("", "")))
    elif command is None:
        private_message.message(turn)
    elif turn.incoming.file is not None and command[0] not in WITH_FILE:
        _above_a_command(turn, *command)
    else:
        _private_command(turn, *command)


def _to_the_desk(turn: Turn, ref: MessageRef) -> None:
    """An answer to a card, to what is relayed below it, or to a prompt."""
    if turn.incoming.kind == "edited":
        desk.reply_edited(turn, ref)
    elif turn.incoming.in_album:
        album.gather(turn, ref)
    else:
        desk.reply(turn, ref)


def _edited(turn: Turn, name: str, argument: str) -> None:
    """What was told in a report or to the desk is corrected; else a command put right is served,
    even once more: none does any harm."""
    if name == "lapor":
        turn.incoming = replace(turn.incoming, text=argument)
    if name != "batal" and private_message.corrected(turn):
        return
    if name in PRIVATE or name in PRIVATE_WITH_ARGUMENT or name in PRIVATE_OF_OFFICERS:
        _private_command(turn, name, argument)
    else:
        private_message.put_right(turn)


def _above_a_command(turn: Turn, name: str, argument: str) -> None:
    """A file with a command under it: each counts by itself, though the other be refused."""
    try:
        _private_command(turn, name, argument)
    except Refusal as refusal:
        turn.refuse(refusal)
    turn.incoming = replace(turn.incoming, text=None)
    private_message.message(turn)


def _private_command(turn: Turn, name: str, argument: str) -> None:
    if name in PRIVATE:
        PRIVATE[name](turn)
    elif name in PRIVATE_WITH_ARGUMENT:
        PRIVATE_WITH_ARGUMENT[name](turn, argument)
    elif name in PRIVATE_OF_OFFICERS and turn.is_officer:
        turn.must(needs.of_command(name))
        PRIVATE_OF_OFFICERS[name](turn, argument)
    elif name in needs.IN_PRIVATE and turn.is_officer:
        _desk_command(turn, name, argument)
    else:
        start.unknown(turn, name, [*PRIVATE, *PRIVATE_WITH_ARGUMENT])


def in_group(turn: Turn) -> None:
    """Commands and replies; whatever else is said in a group is not said to us."""
    at_desk = turn.incoming.chat_id == turn.desk_chat
    ref = _answered(turn) if at_desk else None
    command = turn.incoming.command(turn.resources.username)
    if command is not None and ref is not None and _only_looks_like_one(*command):
        command = None
    if command is not None or ref is not None or group_question.speaks_to_us(turn):
        caution(turn)
    if turn.incoming.kind == "edited":
        if command is None:
            _edited_in_group(turn, ref)
        elif command[0] == "catat" and at_desk:
            _group_command(turn, *command, at_desk=True)
    elif command is not None:
        _group_command(turn, command[0], command[1], at_desk=at_desk)
    elif group_question.begins_with_us(turn):
        group_question.ask(turn)
    elif ref is not None:
        refuse_nobody(turn.incoming)
        confidential.refuse_reply(turn, ref)
        _to_the_desk(turn, ref)
    else:
        _said_in_group(turn, at_desk=at_desk)


def _said_in_group(turn: Turn, *, at_desk: bool) -> None:
    if at_desk and lesson.is_written(turn):
        lesson.written(turn)
    elif at_desk and clinic_desk.is_answer(turn):
        refuse_nobody(turn.incoming)
        clinic_desk.answered(turn)
    elif at_desk and survey_desk.is_answer(turn):
        refuse_nobody(turn.incoming)
        survey_desk.answered(turn)
    elif at_desk and desk_incident.is_answered(turn):
        desk_incident.answered(turn)
    elif group_question.addressed(turn):
        group_question.ask(turn)
    elif group_question.answers_us(turn):
        group_question.talk_on(turn)


def _only_looks_like_one(name: str, argument: str) -> bool:
    """Under a card "/lapor saja dulu" tells the reporter what to do with us; what is no command
    at all is looked at there."""
    return name not in COMMANDS or (argument != "" and name in PRIVATE_ONLY | HELP)


def _edited_in_group(turn: Turn, ref: MessageRef | None) -> None:
    """What was passed on is no question any more, whatever is made of it."""
    if ref is not None:
        desk.reply_edited(turn, ref)
    elif turn.incoming.chat_id == turn.desk_chat and clinic_desk.is_answer(turn):
        refuse_nobody(turn.incoming)
        clinic_desk.answered(turn)
    elif turn.incoming.chat_id == turn.desk_chat and survey_desk.is_answer(turn):
        refuse_nobody(turn.incoming)
        survey_desk.answered(turn)
    elif group_question.addressed(turn):
        group_question.question_edited(turn)


def _answered(turn: Turn) -> MessageRef | None:
    if turn.incoming.reply_to is None:
        return None
    return turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.reply_to) or twin.of(turn)


def _group_command(turn: Turn, name: str, argument: str, *, at_desk: bool) -> None:
    in_reports = turn.incoming.chat_id == turn.report_chat and not at_desk
    if name in PRIVATE_ONLY:
        group.private_only(turn)
    elif name == "start" or (name in HELP and (at_desk or in_reports)):
        group.welcome(turn)
    elif name == "laporan" and in_reports:
        refuse_nobody(turn.incoming)
        figures.show(turn, argument)
    elif not at_desk:
        if name == "id":
            group.show_id(turn)
    elif name in DESK or name in DESK_WITH_ARGUMENT:
        _desk_command(turn, name, argument)
    elif name not in COMMANDS and "@" in (turn.incoming.text or "").split(maxsplit=1)[0]:
        raise commands.unknown(name)  # by our name: nobody else's


def _desk_command(turn: Turn, name: str, argument: str) -> None:
    refuse_nobody(turn.incoming)
    turn.must(needs.of_command(name))
    if turn.incoming.private and name in ALONE:
        ALONE[name](turn)
        return
    if name in DESK:
        DESK[name](turn)
    else:
        DESK_WITH_ARGUMENT[name](turn, argument)
