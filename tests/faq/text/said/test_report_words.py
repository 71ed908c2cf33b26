"""While a report is written: what puts it right, what is said of it, what wants it sent."""

from __future__ import annotations

import pytest

from bot.rules.intent import Situation
from faq.text.said.accepting import accepts
from faq.text.said.putting_right import puts_right
from faq.text.said.report_talk import ReportTalk, report_talk
from faq.text.small_talk.meaning import as_answer


def _lost_as_small_talk(message: str) -> bool:
    meant = as_answer(message, Situation.CHECK).intent
    return meant is not None and not puts_right(message, meant)


@pytest.mark.parametrize(
    "message",
    [
        "eh bulan september maksudnya",
        "maksudnya september",
        "eh tanggal 5 maksudnya",
        "maaf maksudnya bulan september",
        "salah, september",
        "salah ketik, harusnya september",
        "salah, yang benar Husin",
        "ralat, september",
        "bukan oktober tapi september",
        "nggak jadi oktober, september",
        "kurang, tambah tanggal 5",
        "makasih, oh ya kantor saya di Marabahan",
        "ya, tapi bulan september",
        "kirim, tapi nama saya Husin",
    ],
)
def test_what_is_right_is_never_taken_for_small_talk(message: str) -> None:
    assert not _lost_as_small_talk(message)


@pytest.mark.parametrize(
    "message",
    [
        "maksudnya apa?",
        "maksudnya?",
        "salah",
        "salah tulis",
        "NIP salah",
        "ada yang kurang",
        "jangan dulu, ada yang salah",
        "gak jadi ya bu, ada pasien melahirkan",
        "makasih banyak ya",
        "sudah benar, kirim",
    ],
)
def test_what_only_says_that_something_is_wrong_stays_small(message: str) -> None:
    assert _lost_as_small_talk(message)


@pytest.mark.parametrize(
    ("message", "talk"),
    [
        ("sudah terkirim kan?", ReportTalk.SENT_YET),
        ("udah kekirim belum?", ReportTalk.SENT_YET),
        ("kirim ga ya?", ReportTalk.SENT_YET),
        ("nomor tiketku?", ReportTalk.SENT_YET),
        ("no tiket", ReportTalk.SENT_YET),
        ("sampai mana prosesnya", ReportTalk.SENT_YET),
        ("nama saya ga keliatan kan?", ReportTalk.UNSEEN),
        ("siapa yang baca laporan ini?", ReportTalk.UNSEEN),
        ("coba lihat lagi laporannya", ReportTalk.AGAIN),
        ("tolong hapus laporan tadi, takut ketahuan", ReportTalk.GONE),
        ("berarti ga usah lapor deh", ReportTalk.GONE),
        ("maksud saya itu pertanyaan lain", ReportTalk.GONE),
        # told of something else
        ("hapus yang hasan", None),
        ("ganti jadi Husin", None),
        ("tolong hapus laporan kinerja bulan oktober", None),
        ("SKP sudah dikirim ke atasan belum disetujui", None),
        ("nama saya tidak muncul di SKP", None),
        ("atasan bilang laporan saya tidak terlihat", None),
        ("tidak apa apa kirim saja", None),
        ("dikirim ke mana", None),
        ("cara cetak skp gimana min?", None),
    ],
)
def test_what_is_said_of_the_report(message: str, talk: ReportTalk | None) -> None:
    assert report_talk(message) is talk


@pytest.mark.parametrize(
    ("message", "deed", "taken"),
    [
        ("ya", "sending", True),
        ("oke", "sending", True),
        ("kirim ya", "sending", True),
        ("iya tolong teruskan", "sending", True),
        ("udah kirim aja", "sending", True),
        ("iya tarik", "withdrawing", True),
        ("saya juga", "counting", True),
        ("iya tarik", "sending", False),
        ("tarik", "counting", False),
        ("kirim ga?", "sending", False),
        ("ya tapi skp saya hilang", "sending", False),
        ("jangan dikirim", "sending", False),
        ("boleh tanya pak", "sending", False),
        ("oke makasih", "sending", False),
        ("siap selamat pagi", "sending", False),
        ("skp saya juga", "counting", False),
    ],
)
def test_what_takes_an_offer(message: str, deed: str, taken: bool) -> None:
    assert accepts(message, deed) is taken
