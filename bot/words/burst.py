"""Many reports at once, told in one message; their cards follow."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.ticket import Kind, Number
from bot.words import labels
from bot.words.fit import cut
from bot.words.html import Html, bold, code, esc, lines, paragraphs

LISTED = 20


def burst(rows: Sequence[tuple[Number, Kind, str]], *, total: int) -> Html:
    """The newest: number, kind and what it is about; no words of a reporter."""
    more = total - len(rows)
    return paragraphs(
        bold(f"🔔 {total} laporan lagi dalam waktu singkat. Kartunya menyusul."),
        lines(
            *(
                Html(
                    f"• {code(str(number))} – {esc(f'{labels.KINDS[kind]}, {cut(category, 60)}')}"
                )
                for number, kind, category in rows
            ),
            Html(f"… dan {more} sebelumnya") if more > 0 else None,
        ),
        Html("Perlu segera? Tekan nomornya, atau ketik /tiket nomor."),
    )


def _about(kind: Kind, category: str) -> Html:
    return esc(f"{labels.KINDS[kind]}, {cut(category, 60)}")


def shown_toast(number: Number) -> str:
    return f"Kartu {number} dikirim."


def there_already_toast(number: Number) -> str:
    return f"Kartu {number} sudah ada di grup ini."
