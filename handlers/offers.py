""" "Ya", "kirim", "iya tarik" just after something was offered by a button: they press it, with
whatever a press is asked for. What was offered waits in a row that no restart loses."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.dialog import DialogKind
from bot.rules.offer import Offer, Offered
from bot.words import manners as words
from bot.words.labels import Label
from faq.text.language import plain
from faq.text.said.accepting import accepts, names
from faq.text.small_talk.meaning import place, polite
from handlers import buttons as b
from handlers import presses
from handlers.keyboard import Key
from handlers.turn import Turn
from storage import drafts

# By which words each is taken, and by which amid other buttons; see faq/lists/intents.txt.
DEEDS: dict[type[b.Button], tuple[str, str]] = {
    b.AskOfficer: ("sending", "passing on"),
    b.StartComplaint: ("sending", "passing on"),
    b.PassOn: ("sending", "passing on"),
    b.Withdraw: ("withdrawing", "withdrawing"),
    b.MeToo: ("counting", "counting"),
}
BY_NAME = (b.EraseMe,)  # it cannot be undone: a yes is not enough, what stands on the button is
TAKEN = (*DEEDS, *BY_NAME)
# Below nearly every answer, amid others: what "teruskan" is about the log of questions knows, so
# nothing is written (`question.question`).
LOGGED = (b.AskOfficer, b.StartComplaint)


def remember(turn: Turn) -> None:
    """What this turn has offered; whatever was offered before is over once it has spoken."""
    if not turn.spoke:
        return
    opened = turn.unit.dialogs.open(turn.person.id, now=turn.now)
    offer = _offer(turn)
    if offer is not None and DialogKind.COMPLAINT not in opened:
        turn.unit.dialogs.begin(
            turn.person.id, DialogKind.OFFER, now=turn.now, draft=drafts.write(offer)
        )
    elif DialogKind.OFFER in opened:
        turn.unit.dialogs.end(turn.person.id, DialogKind.OFFER)


def _offer(turn: Turn) -> Offer | None:
    taken = [(label, button) for label, button in turn.offered if isinstance(button, TAKEN)]
    others = len(turn.offered) - len(taken)
    if not taken or (others and all(isinstance(button, LOGGED) for _, button in taken)):
        return None
    keys = (Offered(label, button.pack()) for label, button in taken)
    return Offer(tuple(dict.fromkeys(keys)), others=others)


def taken(turn: Turn) -> bool:
    """False where nothing was offered just before, or the words are about something else."""
    incoming, text = turn.incoming, (turn.incoming.text or "").strip()
    row = turn.unit.dialogs.open(turn.person.id, now=turn.now).get(DialogKind.OFFER)
    if row is None or not text or incoming.file or incoming.other or incoming.not_own:
        return False
    if incoming.reply_to is not None and turn.unit.refs.get(incoming.chat_id, incoming.reply_to):
        return False  # said to a ticket
    try:
        offer = drafts.read_offer(row.draft)
    except drafts.Unreadable:
        return False
    return _taken(turn, offer, text)


def _taken(turn: Turn, offer: Offer, text: str) -> bool:
    called = [key for key in offer.keys if _is_called(key, text)]
    meant = called or _in_its_place(offer, text) or _fitting(offer, text)
    if len(meant) == 1:
        _press(turn, meant[0])
    elif meant:
        again = tuple((Key(Label(key.label), _button(key)),) for key in meant)
        turn.say(words.which_offer([key.label for key in meant]), again)
    elif offer.is_one and _wants_own_words(offer.keys[0]) and accepts(text):
        key = offer.keys[0]
        turn.say(words.only_by_its_name(key.label), ((Key(Label(key.label), _button(key)),),))
    else:
        return False
    return True


def _in_its_place(offer: Offer, text: str) -> Sequence[Offered]:
    """ "Yang pertama", where nothing else could be."""
    at = place(text)
    if at is None or offer.others or offer.is_one or at >= len(offer.keys):
        return ()
    return (offer.keys[at],)


def _fitting(offer: Offer, text: str) -> list[Offered]:
    """By a mere yes only where nothing else was offered; else the deed is to be named."""
    takes, at = (accepts, 0) if offer.others == 0 else (names, 1)
    return [
        key
        for key in offer.keys
        if not _wants_own_words(key) and takes(text, DEEDS[type(_button(key))][at])
    ]


def _is_called(key: Offered, text: str) -> bool:
    """What stands on the button was written, perhaps kindly."""
    said, label = _told(text), _told(key.label)
    return bool(label) and said == label


def _told(text: str) -> list[str]:
    return [word for word in plain(text) if word not in polite()]


def _wants_own_words(key: Offered) -> bool:
    return isinstance(_button(key), BY_NAME)


def _button(key: Offered) -> b.Button:
    button = b.parse(key.data)
    assert button is not None
    return button


def _press(turn: Turn, key: Offered) -> None:
    presses.do(turn, _button(key))
    if not turn.spoke:  # what a press would have told in a note over the button
        turn.say(words.done_already())
