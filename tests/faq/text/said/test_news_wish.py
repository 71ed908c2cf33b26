"""Who wants no announcements, and who wants them again."""

from __future__ import annotations

import pytest

from faq.text.said.news_wish import wants_news


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("berhenti kirim pengumuman", False),
        ("Berhenti pengumuman", False),
        ("stop pengumuman!", False),
        ("jangan kirim pengumuman lagi", False),
        ("Jangan kirimi saya pengumuman lagi ya", False),
        ("tidak mau terima pengumuman", False),
        ("berhenti berlangganan", False),
        ("saya tidak mau terima pengumuman", False),
        ("tolong saya jangan kirimi pengumuman lagi", False),
        ("saya mau terima pengumuman lagi", True),
        ("saya kirim info", None),
        ("matikan pengumuman", False),
        ("kirim pengumuman", True),
        ("Mau terima pengumuman lagi", True),
        ("aktifkan pengumuman", True),
        ("apakah ada pengumuman?", None),
        ("pengumuman SKP kapan", None),
        ("stop login terus tidak bisa", None),
        ("saya mau tanya pengumuman kemarin", None),
        ("kirim pengumuman " + "sekali " * 20, None),
    ],
)
def test_who_wants_news(said: str, wanted: bool | None) -> None:
    assert wants_news(said) is wanted
