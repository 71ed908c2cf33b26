"""What is said of a report that is being written, and tells nothing for it."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.complaint import Step
from bot.rules.intent import Intent, Situation
from bot.words import complaint as words
from faq.text.said.accepting import accepts
from faq.text.said.report_talk import ReportTalk, report_talk
from faq.text.small_talk.talk import only_small, small_talk
from handlers.asker import calling_off, confide, dialog, report_changes, report_page
from handlers.turn import Turn

LED_ON = {Intent.YES, Intent.CANCEL, Intent.WITHDRAW}  # "sudah benar, kirim"


def heard(turn: Turn, opened: dialog.OpenReport, meant: Intent | None) -> bool:
    """False where it is none of this."""
    text = turn.incoming.own_text
    talk = None if meant in LED_ON else report_talk(text)
    told = bool(opened.draft.story or opened.draft.files)
    match talk:
        case ReportTalk.SENT_YET:
            _not_sent(turn, opened)
        case ReportTalk.GONE if told:
            calling_off.call_off(turn)
        case ReportTalk.AGAIN if told:
            report_page.say(turn, opened)
        case ReportTalk.UNSEEN:
            draft = opened.draft
            seen = words.who_sees(anonymous=draft.anonymous, abuse=bool(draft.abuse))
            report_page.beside(turn, opened, seen)
        case _ if opened.step is Step.STORY and _wants_it_sent(text, told=told):
            _not_sent(turn, opened)
        case _:
            return False
    return True


def _wants_it_sent(text: str, *, told: bool) -> bool:
    """A mere "oke", before there is anything, only hears that it is to be told."""
    wished = accepts(text, "sending") and small_talk(text, Situation.CHECK) is Intent.YES
    return wished and (told or not only_small(text))


def _not_sent(turn: Turn, opened: dialog.OpenReport) -> None:
    """What was told in however few words leads on to where it can be sent."""
    if opened.step is Step.STORY and opened.draft.story:
        opened = report_changes.retold(turn, opened, replace(opened.draft, enough=True))
        dialog.keep(turn, opened)
    match opened.step:
        case Step.CHECK:
            said = words.not_sent(asks_first=confide.must_ask(opened.draft))
        case Step.FILES:
            said = words.not_sent_before_files()
        case _:
            said = words.nothing_told()
    report_page.beside(turn, opened, said)
