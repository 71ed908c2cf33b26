"""What somebody wants for themselves, in plain words: heard before whatever is being talked about,
for nobody else may hold it up."""

from __future__ import annotations

from bot.rules.privacy.own_rights import Right
from faq.text.said.own_data import right_in
from handlers.asker import erasure, my_data, news
from handlers.turn import Turn

_DEEDS = {Right.SEE: my_data.ask, Right.BE_ERASED: erasure.explain}


def heard(turn: Turn) -> bool:
    text = (turn.incoming.text or "").strip()
    if not text or turn.incoming.not_own or turn.incoming.file is not None:
        return False
    if erasure.heard(turn, text):
        return True
    right = right_in(text)
    if right is not None:
        _DEEDS[right](turn)
    return right is not None or news.heard_first(turn, text)
