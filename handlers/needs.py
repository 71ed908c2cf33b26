"""What each way into the desk needs, beside what the deed itself asks for: see bot/rules/rights.
A command or button without a row here is nobody's."""

from __future__ import annotations

from bot.errors import NotOfficer
from bot.rules.rights import Act, DeskAct
from bot.rules.ticket import Deed
from handlers import buttons as b

COMMANDS: dict[str, Act] = {
    "antrian": DeskAct.SEE,
    "tiket": DeskAct.SEE,
    "cari": DeskAct.SEE,
    "catat": DeskAct.WORK,
    "clinic": DeskAct.WORK,
    "jawaban": DeskAct.WORK,
    "gangguan": DeskAct.WORK,
    "gabung": Deed.MERGE,
    "petugas": DeskAct.SEE,
    "survei": DeskAct.SURVEY_RESULTS,
    "ringkasan": DeskAct.WORK,
    "ikuti": DeskAct.SEE,
    "laporan": DeskAct.FIGURES,
    "faq": DeskAct.TEACH,
    "blokir": DeskAct.BLOCK,
    "buka_blokir": DeskAct.BLOCK,
}
PRESSES: dict[type[b.Button], Act] = {
    b.Take: Deed.TAKE,
    b.AskInfo: Deed.ASK_INFO,
    b.Resolve: Deed.RESOLVE,
    b.Reopen: Deed.REOPEN,
    b.Closing: Deed.RESOLVE,
    b.CardMenu: DeskAct.WORK,
    b.Verify: Deed.VERIFY,
    b.Release: Deed.RELEASE,
    b.HandOver: Deed.HAND_OVER,
    b.Defer: Deed.DEFER,
    b.Resume: Deed.RESUME,
    b.OutOfScope: Deed.OUT_OF_SCOPE,
    b.Merge: Deed.MERGE,
    b.Unmerge: Deed.UNMERGE,
    b.Split: Deed.SPLIT,
    b.Correct: Deed.CORRECT,
    b.HistoryPage: DeskAct.SEE,
    b.SendAlso: Deed.REPLY,
    b.ConfirmFor: DeskAct.WORK,  # for a reporter without a chat
    b.OfferBook: Deed.REPLY,
    b.SendEntry: Deed.REPLY,
    b.OfferTemplates: Deed.REPLY,
    b.SendTemplate: Deed.REPLY,
    b.ShowCard: DeskAct.SEE,
    b.LateCard: DeskAct.WORK,
    b.SendLaterNow: Deed.REPLY,
    b.CallOffLater: Deed.REPLY,
    b.ChooseDigest: DeskAct.WORK,
    b.TemplatePage: DeskAct.WORK,
    b.ShowTemplate: DeskAct.WORK,
    b.AskTemplateCategory: DeskAct.WORK,
    b.SetTemplateCategory: DeskAct.WORK,
    b.RemoveTemplate: DeskAct.WORK,
    b.SuggestTickets: Deed.JOIN_INCIDENT,
    b.LinkTicket: Deed.JOIN_INCIDENT,
    b.LinkAll: Deed.JOIN_INCIDENT,
    b.ShowIncident: DeskAct.SEE,
    b.CloseIncident: Deed.RESOLVE_BY_INCIDENT,
    b.SearchPage: DeskAct.SEE,
    b.Queue: DeskAct.SEE,
    b.QueueChoices: DeskAct.SEE,
    b.OpenBookFigures: DeskAct.TEACH,
    b.BookPage: DeskAct.TEACH,
    b.NextCase: DeskAct.TEACH,
    b.Teach: DeskAct.TEACH,
    b.TeachAnyway: DeskAct.TEACH,
    b.WriteAnswer: DeskAct.TEACH,
    b.TickWording: DeskAct.TEACH,
    b.ShowCase: DeskAct.TEACH,
    b.TeachChapters: DeskAct.TEACH,
    b.TeachChapter: DeskAct.TEACH,
    b.MakeEntry: DeskAct.TEACH,
    b.Ignore: DeskAct.TEACH,
    b.TakeBack: DeskAct.TEACH,
    b.ErasePerson: DeskAct.ERASE,
    b.BlockWhy: DeskAct.BLOCK,
    b.Block: DeskAct.BLOCK,
    b.Unblock: DeskAct.BLOCK,
    b.Follow: DeskAct.SEE,
    b.ReadSecret: DeskAct.WORK,  # and whether they may read this one
    b.ClinicHome: DeskAct.WORK,
    b.NewSession: DeskAct.WORK,
    b.ClinicPage: DeskAct.WORK,
    b.EditSession: DeskAct.WORK,
    b.SetPart: DeskAct.WORK,
    b.PickPart: DeskAct.WORK,
    b.OpenSession: DeskAct.WORK,
    b.CallOff: DeskAct.WORK,
    b.CallOffSure: DeskAct.WORK,
    b.Attendees: DeskAct.WORK,
    b.MarkPresent: DeskAct.WORK,
    b.ShowCode: DeskAct.WORK,
    b.Invitation: DeskAct.WORK,
    b.SessionReport: DeskAct.WORK,
    b.ClinicRequests: DeskAct.WORK,
    b.ShowRequest: DeskAct.WORK,
    b.AcceptRequest: DeskAct.WORK,
    b.DeclineRequest: DeskAct.WORK,
    b.ClinicRecap: DeskAct.WORK,
    b.Roster: DeskAct.SEE,
    b.Member: DeskAct.SEE,
    b.SetRole: DeskAct.ROSTER,
    b.HearAbuse: DeskAct.SENIORS,
    b.Leave: DeskAct.OWN_LEAVE,  # and of others DeskAct.ROSTER
    b.LeaveFor: DeskAct.OWN_LEAVE,
    b.StandIn: DeskAct.OWN_LEAVE,
    b.BackAtWork: DeskAct.OWN_LEAVE,
    b.WeekPage: DeskAct.FIGURES,
    b.ReportDays: DeskAct.FIGURES,
    b.FigureRows: DeskAct.FIGURES,
    b.Evidence: DeskAct.FIGURES,
    b.EvidenceFile: DeskAct.FIGURES,
}


# What somebody of the desk may also ask for alone with the bot.
IN_PRIVATE = frozenset({"antrian", "petugas", "laporan"})


def of_command(name: str) -> Act:
    """Raises NotOfficer."""
    return _found(COMMANDS.get(name))


def of_press(kind: type[b.Button]) -> Act:
    """Raises NotOfficer."""
    return _found(PRESSES.get(kind))


def _found(act: Act | None) -> Act:
    if act is None:
        raise NotOfficer
    return act
