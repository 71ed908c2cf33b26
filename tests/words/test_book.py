"""What holds in Balangan only, below an answer."""

from __future__ import annotations

import pytest

from bot.words.book import answer
from bot.words.html import Html, as_text

ASK = "tanyakan kepada kepegawaian kantor Anda"


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ([], ["isi", "📖"]),
        ([("Jam", None), ("Batas", None)], ["isi", f"Untuk Balangan, {ASK}: Jam; Batas.", "📖"]),
        ([("Jam", "08.00")], ["isi", "Ketentuan Balangan\n• Jam: 08.00", "📖"]),
        (
            [("Jam", "08.00"), ("Batas", None)],
            ["isi", f"Ketentuan Balangan\n• Jam: 08.00\nLainnya, {ASK}: Batas.", "📖"],
        ),
    ],
)
def test_local_facts_are_told_and_what_is_missing_is_to_be_asked(
    local: list[tuple[str, str | None]], said: list[str]
) -> None:
    (page,) = answer(
        question="judul", body=Html("isi"), place="Bab 1", edition="BKN", as_of=None, local=local
    )
    parts = as_text(page).split("\n\n")[1:]
    assert [*parts[:-1], parts[-1][:1]] == said
