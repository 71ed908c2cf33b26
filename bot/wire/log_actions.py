"""Every action word of the log: how loud it is, and what an operator is to make of it.

A line is `action=WORD` and facts as `key=value`, so that `grep action=update_parked` finds each
time it happened, and `grep update=123` all that happened to one update.
"""

from __future__ import annotations

from enum import Enum
from logging import DEBUG, ERROR, INFO, WARNING


class Action(Enum):
    # The process
    BOT_STARTED = ("bot_started", INFO, "Updates can come in from now on.")
    BOT_STOPPED = ("bot_stopped", INFO, "It was told to stop, and has finished what it had begun.")
    TELEGRAM_UNREACHABLE = (
        "telegram_unreachable",
        WARNING,
        "At the start Telegram does not answer; asked again after `retry_s` seconds.",
    )
    WEBHOOK_KEPT = (
        "webhook_kept",
        WARNING,
        "Telegram did not take a webhook away; the bot polls all the same.",
    )
    ANOTHER_BOT = (
        "another_bot",
        ERROR,
        "Another process uses the token; `this_one` stays, or stands back and ends in a minute.",
    )
    WEBHOOK_TAKEN = (
        "webhook_taken",
        ERROR,
        "Somebody removed or replaced our webhook, or set one; it is as we want it again.",
    )
    WEBHOOK_FAILS = (
        "webhook_fails",
        ERROR,
        "Telegram cannot bring us updates, in its own words; `pending` wait there.",
    )
    WEBHOOK_UNSEEN = (
        "webhook_unseen",
        WARNING,
        "Telegram did not tell how the webhook is, or did not take it; asked again in a minute.",
    )
    MENU_REFUSED = ("menu_refused", WARNING, "A command menu was not set; all else works.")
    CLOCK_WRONG = (
        "clock_wrong",
        ERROR,
        "The computer's clock is `ahead_s` seconds off Telegram's, which counts. Set it right.",
    )
    CLOCK_RIGHT = ("clock_right", INFO, "The computer's clock agrees with Telegram's again.")
    CLOCK_PUT_BACK = (
        "clock_put_back",
        WARNING,
        "The time went back by `by_s` seconds; what waited for a later one goes on at once.",
    )
    TROUBLE_UNTOLD = (
        "trouble_untold",
        ERROR,
        "Desk and admins could not be told of a trouble; look at the database.",
    )
    HEALTH_UNHEARD = (
        "health_unheard",
        ERROR,
        "HEALTH_LISTEN cannot be had, so nobody can ask how the bot is; it serves all the same.",
    )
    HEARTBEAT_FAILED = (
        "heartbeat_failed",
        WARNING,
        "HEARTBEAT_URL was not heard; told once until it is, and tried each minute.",
    )
    TASK_FAILED = (
        "task_failed",
        ERROR,
        "Something beside the loops ended in an error; report the line.",
    )

    # Updates, on their way in
    POLL_FAILED = (
        "poll_failed",
        WARNING,
        "Updates could not be fetched; tried again after `retry_s` seconds, nothing is lost.",
    )
    TOKEN_REFUSED = (
        "token_refused",
        ERROR,
        "Telegram refuses the token; a few times more, and the process ends.",
    )
    STORE_FAILED = (
        "store_failed",
        ERROR,
        "Updates could not be written down, so Telegram keeps them; look at disk and database.",
    )
    UPDATE_SERVED = ("update_served", DEBUG, "An update was dealt with, whatever came of it.")
    UPDATE_FAILED = (
        "update_failed",
        WARNING,
        "Our own failure: undone, and tried again; its chat waits. Report the line.",
    )
    UPDATE_HIDDEN = (
        "update_hidden",
        WARNING,
        "Our own failure while looking for secrets: none of the words is kept. Report the line.",
    )
    UPDATE_PARKED = (
        "update_parked",
        ERROR,
        "An update cannot be served and was put aside; its row has the same. Report the line.",
    )
    UPDATES_PUT_OFF = (
        "updates_put_off",
        INFO,
        "Somebody sends more than TURNS_A_MINUTE: it waits; `passed_over` were too many to keep.",
    )
    BATCH_REPEATED = (
        "batch_repeated",
        DEBUG,
        "One of several updates failed; they are served once more one by one, and it is told.",
    )
    BATCH_FAILED = (
        "batch_failed",
        ERROR,
        "A whole batch of updates was undone and is tried again; look at the database.",
    )

    # Messages, on their way out
    MESSAGE_SENT = ("message_sent", DEBUG, "Telegram took a call.")
    MESSAGE_DELAYED = (
        "message_delayed",
        INFO,
        "Telegram or the network did not take a call now; tried again after `retry_s` seconds.",
    )
    MARKUP_REFUSED = (
        "markup_refused",
        WARNING,
        "Telegram refused our markup; the message goes out without. Report the line.",
    )
    CARD_GONE = (
        "card_gone",
        INFO,
        "Somebody deleted a ticket's card in the helpdesk group; it is sent anew.",
    )
    PIN_REFUSED = (
        "pin_refused",
        INFO,
        "The desk's board may not be pinned; it stands all the same, and the group is told once.",
    )
    MESSAGE_DROPPED = (
        "message_dropped",
        DEBUG,
        "An edit or an answer to a press that Telegram no longer takes; nobody waits for it.",
    )
    MESSAGE_REFUSED = (
        "message_refused",
        ERROR,
        "Telegram refuses a call for good, or it could not be made; its row keeps the reason.",
    )
    PERSON_UNREACHABLE = (
        "person_unreachable",
        INFO,
        "Somebody blocked the bot or is gone; what was for them waits until they come back.",
    )
    GROUP_UNREACHABLE = (
        "group_unreachable",
        ERROR,
        "The bot may not write to a group; put it back in, its messages wait.",
    )
    FILES_REFUSED = (
        "files_refused",
        ERROR,
        "A group takes no files from the bot; allow them there, the files wait.",
    )
    CHAT_MOVED = ("chat_moved", INFO, "A group has another id from now on; all was moved there.")
    OUTBOX_FAILED = (
        "outbox_failed",
        ERROR,
        "The outbox could not be read, or the end of a call not written down. Report the line.",
    )

    # What the clock brings
    AGENDA_FAILED = (
        "agenda_failed",
        ERROR,
        "Nothing of the agenda could be done; tried again each second. Look at the database.",
    )
    DUTY_FAILED = (
        "duty_failed",
        ERROR,
        "One thing of the agenda failed, and is due again each second. Report the line.",
    )
    JOB_FAILED = (
        "job_failed",
        ERROR,
        "Something asked for could not be made; tried again, or the asker told. Report the line.",
    )
    JOBS_FAILED = (
        "jobs_failed",
        ERROR,
        "What was asked for could not be looked at; tried again. Look at the database.",
    )
    ALBUM_FAILED = (
        "album_failed",
        ERROR,
        "An officer's album was not passed on; tried for ten seconds, then the desk is told.",
    )
    ROSTER_IMPORTED = (
        "roster_imported",
        INFO,
        "A list of personnel was taken over: `people` are in it, of them `new` the first time.",
    )
    NIP_LINKED = (
        "nip_linked",
        INFO,
        "`person` is known by their NIP from now on; `by` is the officer who vouched, if one did.",
    )
    NIP_MOVED = (
        "nip_moved",
        INFO,
        "A NIP that was `before`'s is `person`'s from now on; `first` and `by` are the officers.",
    )
    NIP_UNLINKED = ("nip_unlinked", INFO, "`person` is no longer known by a NIP.")
    NIP_REFUSED = (
        "nip_refused",
        INFO,
        "`person` could not prove a NIP, or tried too often; `why` says which.",
    )
    ROLE_CHANGED = ("role_changed", INFO, "`by` made `person` what `role` says.")
    ERASURE_CONFIRMED = (
        "erasure_confirmed",
        INFO,
        "An admin, `by`, confirmed that somebody who asked for it is erased.",
    )
    ERASURE_DONE = (
        "erasure_done",
        INFO,
        "Somebody was made anonymous, with so many `tickets` and `questions`.",
    )
    BACKUP_MADE = ("backup_made", INFO, "The daily backup is there, opened and checked.")
    BACKUP_FAILED = (
        "backup_failed",
        ERROR,
        "No daily backup could be made, for the reason told; tried again after `retry_s` seconds.",
    )
    WITHOUT_FILES = (
        "without_files",
        ERROR,
        "A picture or paper could not be made, or was refused; the words beside it go alone.",
    )

    SIMULATOR_FAILED = (
        "simulator_failed",
        WARNING,
        "The simulator refused a call because of an error of its own. Report the line.",
    )
    LIBRARY = ("library", WARNING, "Some other package's own words.")

    def __init__(self, word: str, level: int, meaning: str) -> None:
        self.word = word
        self.level = level
        self.meaning = meaning
