"""Which button goes to which function, where it is pressed, and what it needs of who presses."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import StaleButton
from bot.rules.rights import Act, DeskAct
from bot.rules.ticket import Deed
from handlers import buttons as b
from handlers.asker import (
    adding,
    calling_off,
    care,
    choice,
    clinic,
    clinic_day,
    clinic_request,
    complaint,
    erasure,
    incident,
    manual,
    news,
    noted_ticket,
    office,
    own_nip,
    own_tickets,
    profile,
    question,
    report_changes,
    satisfaction,
    screen,
    survey,
    ticket_question,
    ticket_talk,
)
from handlers.desk import (
    announcement_keys,
    beside_ratio,
    blocking,
    burst,
    charts,
    clinic_calling_off,
    clinic_needs,
    clinic_opening,
    clinic_papers,
    clinic_parts,
    clinic_people,
    clinic_requests,
    clinic_session,
    confidential,
    digest,
    entry_figures,
    erasures,
    evidence,
    faq,
    figure_groups,
    figure_rows,
    figures,
    following,
    later,
    lesson,
    linking,
    noting,
    officers,
    page_paper,
    queue,
    ready_answers,
    search,
    send_also,
    survey_closing,
    survey_draft,
    survey_opening,
    survey_page,
    survey_papers,
    survey_results,
    templates,
    ticket_deeds,
    ticket_history,
    ticket_menu,
    vouching,
)
from handlers.desk import clinic as clinic_desk
from handlers.desk import incident as desk_incident
from handlers.desk import ticket_card as desk
from handlers.turn import Turn

Handler = Callable[[Turn], None]
Staffed = tuple[Handler, Act]
"""With what it needs, beside what the deed itself asks for: see bot/rules/rights."""

# A button is shown in one sort of place; a press from elsewhere is forged.
DESK: dict[type[b.Button], Staffed] = {
    b.Take: (desk.take, Deed.TAKE),
    b.AskInfo: (desk.ask_info, Deed.ASK_INFO),
    b.Resolve: (desk.resolve, Deed.RESOLVE),
    b.Reopen: (desk.reopen, Deed.REOPEN),
    b.Closing: (desk.choose_result, Deed.RESOLVE),
    b.CardMenu: (ticket_menu.show, DeskAct.WORK),
    b.Verify: (ticket_deeds.verify, Deed.VERIFY),
    b.Release: (ticket_deeds.release, Deed.RELEASE),
    b.HandOver: (ticket_deeds.hand_over, Deed.HAND_OVER),
    b.Defer: (ticket_deeds.defer, Deed.DEFER),
    b.Resume: (ticket_deeds.resume, Deed.RESUME),
    b.OutOfScope: (ticket_deeds.out_of_scope, Deed.OUT_OF_SCOPE),
    b.Merge: (ticket_deeds.merge, Deed.MERGE),
    b.Unmerge: (ticket_deeds.unmerge, Deed.UNMERGE),
    b.Split: (ticket_deeds.split, Deed.SPLIT),
    b.Correct: (ticket_deeds.correct, Deed.CORRECT),
    b.HistoryPage: (ticket_history.show, DeskAct.SEE),
    b.SendAlso: (send_also.press, Deed.REPLY),
    b.ChooseDigest: (digest.choose, DeskAct.WORK),
    b.LateCard: (burst.show, DeskAct.WORK),
    b.SendLaterNow: (later.send_now, Deed.REPLY),
    b.CallOffLater: (later.call_off, Deed.REPLY),
    b.ConfirmFor: (desk.confirm_for, DeskAct.WORK),  # for a reporter without a chat
    b.LinkReporter: (linking.ask, DeskAct.WORK),
    b.UnlinkReporter: (linking.undo, DeskAct.WORK),
    b.Queue: (queue.turn_page, DeskAct.SEE),
    b.QueueChoices: (queue.choices, DeskAct.SEE),
    b.ReadSecret: (confidential.read, DeskAct.WORK),  # and whether they may read this one
    b.Follow: (following.press, DeskAct.SEE),
    b.SearchPage: (search.turn_page, DeskAct.SEE),
    b.OfferBook: (ready_answers.offer_book, Deed.REPLY),
    b.SendEntry: (ready_answers.send_entry, Deed.REPLY),
    b.OfferTemplates: (ready_answers.offer_templates, Deed.REPLY),
    b.SendTemplate: (ready_answers.send_template, Deed.REPLY),
    b.ShowCard: (ready_answers.show_card, DeskAct.SEE),
    b.TemplatePage: (templates.turn_page, DeskAct.WORK),
    b.ShowTemplate: (templates.show, DeskAct.WORK),
    b.AskTemplateCategory: (templates.ask_category, DeskAct.WORK),
    b.SetTemplateCategory: (templates.set_category, DeskAct.WORK),
    b.RemoveTemplate: (templates.remove, DeskAct.WORK),
    b.SuggestTickets: (desk_incident.suggest, Deed.JOIN_INCIDENT),
    b.LinkTicket: (desk_incident.link_ticket, Deed.JOIN_INCIDENT),
    b.LinkAll: (desk_incident.link_all, Deed.JOIN_INCIDENT),
    b.ShowIncident: (desk_incident.show, DeskAct.SEE),
    b.CloseIncident: (desk_incident.ask_note, Deed.RESOLVE_BY_INCIDENT),
    b.OpenBookFigures: (entry_figures.show, DeskAct.TEACH),
    b.BookPage: (entry_figures.turn_over, DeskAct.TEACH),
    b.NextCase: (faq.next_case, DeskAct.TEACH),
    b.Teach: (lesson.teach, DeskAct.TEACH),
    b.TeachAnyway: (lesson.teach_anyway, DeskAct.TEACH),
    b.WriteAnswer: (lesson.write_answer, DeskAct.TEACH),
    b.TickWording: (faq.tick, DeskAct.TEACH),
    b.ShowCase: (faq.show_case, DeskAct.TEACH),
    b.TeachChapters: (faq.chapters, DeskAct.TEACH),
    b.TeachChapter: (faq.chapter, DeskAct.TEACH),
    b.MakeEntry: (lesson.make_entry, DeskAct.TEACH),
    b.Ignore: (faq.ignore, DeskAct.TEACH),
    b.TakeBack: (faq.take_back, DeskAct.TEACH),
    b.ErasePerson: (erasures.confirm, DeskAct.ERASE),
    b.ForgetNoted: (erasures.ask_for_noted, DeskAct.ERASE),
    b.CallOffForget: (erasures.call_off_for_noted, DeskAct.ERASE),
    b.VouchNip: (vouching.vouch, DeskAct.VOUCH),
    b.MoveNip: (vouching.move, DeskAct.VOUCH),
    b.RefuseNip: (vouching.refuse, DeskAct.VOUCH),
    b.BlockWhy: (blocking.ask_why, DeskAct.BLOCK),
    b.Block: (blocking.give_reason, DeskAct.BLOCK),
    b.Unblock: (blocking.take_back, DeskAct.BLOCK),
    b.ClinicHome: (clinic_desk.home, DeskAct.WORK),
    b.NewSession: (clinic_desk.new, DeskAct.WORK),
    b.ClinicPage: (clinic_session.shown_again, DeskAct.WORK),
    b.EditSession: (clinic_session.edit, DeskAct.WORK),
    b.SetPart: (clinic_parts.set_part, DeskAct.WORK),
    b.PickPart: (clinic_parts.pick, DeskAct.WORK),
    b.OpenSession: (clinic_opening.pressed, DeskAct.WORK),
    b.CallOff: (clinic_calling_off.pressed, DeskAct.WORK),
    b.CallOffSure: (clinic_calling_off.sure, DeskAct.WORK),
    b.DropDraft: (clinic_calling_off.drop, DeskAct.WORK),
    b.Attendees: (clinic_people.list_pressed, DeskAct.WORK),
    b.MarkPresent: (clinic_people.mark, DeskAct.WORK),
    b.ShowCode: (clinic_people.show_code, DeskAct.WORK),
    b.Invitation: (clinic_papers.invitation_pressed, DeskAct.WORK),
    b.SessionReport: (clinic_papers.report_pressed, DeskAct.WORK),
    b.ClinicRequests: (clinic_requests.list_pressed, DeskAct.WORK),
    b.ShowRequest: (clinic_requests.show, DeskAct.WORK),
    b.AcceptRequest: (clinic_requests.accept, DeskAct.WORK),
    b.DeclineRequest: (clinic_requests.ask_answer, DeskAct.WORK),
    b.ClinicRecap: (clinic_papers.recap_pressed, DeskAct.WORK),
    b.ClinicNeeds: (clinic_needs.pressed, DeskAct.WORK),
    b.Surveys: (survey_page.home, DeskAct.SURVEY_RESULTS),
    b.NewSurvey: (survey_draft.new, DeskAct.SURVEY),
    b.SurveyPage: (survey_page.shown_again, DeskAct.SURVEY_RESULTS),
    b.ServedWithin: (survey_draft.set_days, DeskAct.SURVEY),
    b.SurveyDays: (survey_draft.set_length, DeskAct.SURVEY),
    b.AskPopulation: (survey_draft.ask_population, DeskAct.SURVEY),
    b.OpenSurvey: (survey_opening.open_pressed, DeskAct.SURVEY),
    b.DropSurvey: (survey_draft.drop, DeskAct.SURVEY),
    b.CloseSurvey: (survey_closing.ask_close, DeskAct.SURVEY),
    b.CloseSurveySure: (survey_closing.close_pressed, DeskAct.SURVEY),
    b.SurveyPaper: (survey_papers.pressed, DeskAct.SURVEY_RESULTS),
    b.AskFollowUp: (survey_results.ask_follow_up, DeskAct.SURVEY),
    b.Testimonies: (survey_results.testimonies, DeskAct.TESTIMONIES),
    b.JudgeTestimony: (survey_results.judge, DeskAct.TESTIMONIES),
    b.ApproveNews: (announcement_keys.approve, DeskAct.APPROVE_NEWS),  # and of whom
    b.ReturnNews: (announcement_keys.give_back, DeskAct.ANNOUNCE),
    b.StopNews: (announcement_keys.stop, DeskAct.ANNOUNCE),
    b.ResumeNews: (announcement_keys.resume, DeskAct.APPROVE_NEWS),
    b.NewsNotReached: (announcement_keys.not_reached, DeskAct.ANNOUNCE),
    b.RemovePlanned: (announcement_keys.remove, DeskAct.PLAN_NEWS),
}
# At the desk, or alone with the bot.
STAFF: dict[type[b.Button], Staffed] = {
    b.NewsCard: (announcement_keys.card, DeskAct.ANNOUNCE),
    b.NewsAudience: (announcement_keys.choose, DeskAct.ANNOUNCE),
    b.NewsOffices: (announcement_keys.turn_page, DeskAct.ANNOUNCE),
    b.NewsOffice: (announcement_keys.pick_office, DeskAct.ANNOUNCE),
    b.NewsSession: (announcement_keys.pick_session, DeskAct.ANNOUNCE),
    b.NewsCategory: (announcement_keys.pick_category, DeskAct.ANNOUNCE),
    b.ProposeNews: (announcement_keys.propose, DeskAct.ANNOUNCE),
    b.DropNews: (announcement_keys.drop, DeskAct.ANNOUNCE),
    b.DeskStaff: (officers.staff, DeskAct.SEE),
    b.Member: (officers.member, DeskAct.SEE),
    b.SetRole: (officers.set_role, DeskAct.APPOINT),
    b.HearAbuse: (officers.hear_abuse, DeskAct.SENIORS),
    b.Leave: (officers.leave, DeskAct.OWN_LEAVE),  # and of others DeskAct.APPOINT
    b.LeaveFor: (officers.leave_for, DeskAct.OWN_LEAVE),
    b.StandIn: (officers.stand_in, DeskAct.OWN_LEAVE),
    b.BackAtWork: (officers.back_at_work, DeskAct.OWN_LEAVE),
    b.NoteChannel: (noting.choose_channel, DeskAct.WORK),
}
PRIVATE: dict[type[b.Button], Handler] = {
    b.Confirm: own_tickets.confirm,
    b.MeToo: incident.me_too,
    b.Dispute: own_tickets.dispute,
    b.RateTicket: satisfaction.rate,
    b.AddToTicket: own_tickets.add,
    b.ShowTicket: own_tickets.show,
    b.ShareTicket: own_tickets.share,
    b.Withdraw: ticket_talk.withdraw,
    b.IsMine: noted_ticket.answer,
    b.NotMine: noted_ticket.undo,
    b.PassOn: ticket_question.pass_on,
    b.Helpful: question.helpful,
    b.Pick: choice.pressed,
    b.AskOfficer: question.ask_officer,
    b.ReadRight: screen.confirm,
    b.StartComplaint: complaint.start,
    b.Confide: care.pressed,
    b.Choose: complaint.choose,
    b.Change: report_changes.pressed,
    b.AddDraft: adding.pressed,
    b.Send: complaint.send,
    b.Cancel: calling_off.cancel_button,
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
    b.RequestOffices: clinic_request.turn_page,
    b.RequestOffice: clinic_request.office_pressed,
    b.SendRequest: clinic_request.send,
    b.DropRequest: clinic_request.drop,
    b.LinkNip: own_nip.ask,
    b.UnlinkNip: own_nip.unlink,
    b.StartSurvey: survey.start,
    b.AnswerSurvey: survey.answer,
    b.BackInSurvey: survey.back,
    b.SendSurvey: survey.send,
    b.NoTestimony: survey.no_testimony,
    b.KeepTestimony: survey.keep_testimony,
    b.DropTestimony: survey.drop_testimony,
    b.OfficeList: office.turn_page,
    b.PickOffice: office.pick,
    b.SkipOffice: office.skip,
}
ANYWHERE: dict[type[b.Button], Handler] = {
    b.Contents: manual.contents,
    b.ShowChapter: manual.chapter,
    b.ShowEntry: manual.entry,
    b.NewsOff: news.off,
    b.NewsOn: news.on,
}
# At the desk, in the chat that the head reads, by whoever is let in there, or alone with the bot.
REPORTS: dict[type[b.Button], Staffed] = {
    b.WeekPage: (figures.week, DeskAct.FIGURES),
    b.MonthPage: (figures.month, DeskAct.FIGURES),
    b.Charts: (charts.show, DeskAct.FIGURES),
    b.PagePaper: (page_paper.show, DeskAct.FIGURES),
    b.BesideRatio: (beside_ratio.show, DeskAct.FIGURES),
    b.Evidence: (evidence.choose, DeskAct.FIGURES),
    b.EvidenceFile: (evidence.make, DeskAct.FIGURES),
    b.ReportDays: (figures.other_days, DeskAct.FIGURES),
    b.FigureGroup: (figure_groups.show, DeskAct.FIGURES),
    b.FigureRows: (figure_rows.show, DeskAct.FIGURES),
}
OF_STAFF = DESK | STAFF | REPORTS
OF_ALL = PRIVATE | ANYWHERE


def press(turn: Turn) -> None:
    pressed = b.parse(turn.incoming.data or "")
    if pressed is None or turn.incoming.who is None:  # also anonymous admins press as who they are
        raise StaleButton
    do(turn, pressed)


def do(turn: Turn, pressed: b.Button) -> None:
    """With the rights and the place that its row asks for, pressed or said."""
    handler, act = _row(turn, pressed)
    if act is not None:
        turn.must(act)
    if _at_desk(turn):
        confidential.refuse_in_group(turn, pressed)
    turn.pressed = pressed
    handler(turn)


def _row(turn: Turn, pressed: b.Button) -> tuple[Handler, Act | None]:
    """Raises StaleButton where it is pressed elsewhere than it is shown."""
    kind, private, at_desk = type(pressed), turn.incoming.private, _at_desk(turn)
    if kind in OF_ALL and (private or kind in ANYWHERE):
        return OF_ALL[kind], None
    if kind in DESK and (at_desk or confidential.is_worked_on(turn, pressed)):
        return DESK[kind]
    if kind in STAFF | REPORTS and (at_desk or private):
        return OF_STAFF[kind]
    if kind in REPORTS and turn.incoming.chat_id == turn.report_chat:
        return REPORTS[kind][0], None  # whoever is let in there sees them
    raise StaleButton


def _at_desk(turn: Turn) -> bool:
    return turn.incoming.chat_id == turn.desk_chat
