"""What is corrected of a report by editing one's own messages, before it is sent."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.complaint import Step, correct, exchange_file, holds
from handlers import pointing
from handlers.asker import complaint, confide, dialog, report_changes, report_page
from handlers.turn import Turn


def heard(turn: Turn, opened: dialog.OpenReport) -> bool:
    """A message of the report was corrected before it was sent, its words or the file in it;
    False where it is none of it."""
    text, sent = pointing.told(turn, turn.incoming.text), turn.incoming.file
    if turn.incoming.message_id is None or not (text or sent):
        return False
    exchanged = None if sent is None else exchange_file(opened.draft, sent)
    draft = correct(exchanged or opened.draft, turn.incoming.message_id, text or "")
    if draft is None and exchanged is not None:
        opened = replace(opened, draft=exchanged)
        dialog.keep(turn, opened)
        if not text:
            complaint.answer_files(turn, opened)
            return True
    if draft is None:
        return text is not None and _captioned(turn, opened)
    after = report_changes.retold(turn, opened, confide.heeding(turn, opened.draft, draft))
    dialog.keep(turn, after)
    if opened.step is Step.CHECK or after.step is not opened.step:
        report_page.say(turn, after)
    return True


def _captioned(turn: Turn, opened: dialog.OpenReport) -> bool:
    """A file of the draft that came without words was given some by an edit."""
    sent = turn.incoming.file
    if sent is None or not holds(opened.draft, sent):
        return False
    complaint.hear(turn, opened)
    return True
