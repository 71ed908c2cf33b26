"""Makes a person anonymous everywhere, in pieces as short as a turn.

First all is read (`traces`), then taken out piece by piece (`wipe`). Done again after a kill, a
piece changes nothing more. Times, states and deeds stay: every figure comes from them.
"""

from storage.erasing.traces import GroupMessage, Traces, traces
from storage.erasing.wipe import (
    TICKETS_AT_ONCE,
    Piece,
    WroteMeanwhile,
    chunks,
    forget,
    make_room,
    pieces,
    wipe_tickets,
)

__all__ = [
    "TICKETS_AT_ONCE",
    "GroupMessage",
    "Piece",
    "Traces",
    "WroteMeanwhile",
    "chunks",
    "forget",
    "make_room",
    "pieces",
    "traces",
    "wipe_tickets",
]
