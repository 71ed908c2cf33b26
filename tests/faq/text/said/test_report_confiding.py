"""What is not for everybody's ears: said alone, in a story, and what only sounds like it."""

from __future__ import annotations

import pytest

from faq.text.said.report_confiding import Confided, confided, not_wished, wished_in
from faq.text.said.report_way import Way, way_named
from faq.text.said.report_wish import reported

UNNAMED, SECRET = frozenset({Confided.ANONYMOUS}), frozenset({Confided.SECRET})
BOTH, NOTHING = UNNAMED | SECRET, frozenset[Confided]()


@pytest.mark.parametrize(
    ("message", "wishes"),
    [
        ("tolong jangan sampai atasan saya tahu", SECRET),
        ("tolong rahasia", SECRET),
        ("rahasia ya jangan sampai atasan tau", SECRET),
        ("tolong jangan bilang atasan saya ya", SECRET),
        ("jgn kasih tau kepala bidang saya ya", SECRET),
        ("jangan sampai bu kabid tau", SECRET),
        ("jangan sampai bocor", SECRET),
        ("biar atasan ga tau", SECRET),
        ("saya takut atasan tau kalau saya lapor", BOTH),
        ("tolong dirahasiakan nama saya", UNNAMED),
        ("anonim ya", UNNAMED),
        ("saya takut ketahuan", BOTH),
        ("jangan sampai ketahuan saya yang lapor", BOTH),
        ("rahasia ya, jangan sebut nama saya", BOTH),
        ("tidak usah dirahasiakan", NOTHING),
        ("atasan saya tahu", NOTHING),
        ("katanya rahasia tapi semua orang kantor tahu", NOTHING),
        ("jangan sampai atasan saya tahu, beliau yang memotong", NOTHING),
        ("nama atasan saya tidak tampil di cetakan", NOTHING),
    ],
)
def test_a_wish_alone(message: str, wishes: frozenset[Confided]) -> None:
    assert confided(message) == wishes


@pytest.mark.parametrize(
    ("story", "wishes"),
    [
        ("atasan saya memarahi saya tiap minta tanda tangan skp. tolong rahasiakan", SECRET),
        ("jangan sampai atasan saya tahu, beliau yang memotong", SECRET),
        ("Beliau sering terlambat. Mohon laporan ini dirahasiakan ya.", SECRET),
        ("SKP saya ditahan, tapi jangan bilang pak kabid", SECRET),
        ("Mohon identitas saya dirahasiakan karena saya takut dimutasi", UNNAMED),
        ("skp saya belum dinilai. saya takut ketahuan kalau lapor", BOTH),
        ("SKP saya ditahan. tidak perlu dirahasiakan", NOTHING),
        ("Takut kepala dinas tahu bahwa saya yang mengeluh", BOTH),
        ("rahasia dokumen bocor", NOTHING),
        ("kata sandi saya bocor", NOTHING),
        ("kata sandi jangan sampai bocor, bagaimana menggantinya", NOTHING),
        ("dokumen rahasia dinas bocor ke grup wa", NOTHING),
        ("bukti dukung rahasia tidak bisa diunggah", NOTHING),
        ("nilai skp dirahasiakan atasan saya", NOTHING),
        ("jangan sampai pegawai lain tidak tahu jadwal", NOTHING),
        ("atasan tidak tahu skp saya sudah diajukan", NOTHING),
        ("pesan jangan beritahu kode otp ke siapa pun muncul terus", NOTHING),
        ("pegawai anonim muncul di daftar bawahan", NOTHING),
    ],
)
def test_a_wish_in_a_story(story: str, wishes: frozenset[Confided]) -> None:
    assert wished_in(story) == wishes


def test_what_is_not_wished_any_more() -> None:
    assert not_wished("gak usah anonim") == UNNAMED
    assert not_wished("tidak perlu dirahasiakan pak") == SECRET
    assert not_wished("tidak perlu dirahasiakan, semua sudah tahu") == NOTHING
    assert not_wished("anonim ya") == NOTHING


@pytest.mark.parametrize(
    ("message", "wishes", "matter"),
    [
        ("saya mau lapor tapi rahasia, jangan sampai atasan tahu", SECRET, ""),
        ("mau lapor secara anonim", UNNAMED, ""),
        (
            "mau lapor rahasia, atasan saya sering marah di depan umum",
            SECRET,
            "atasan saya sering marah di depan umum",
        ),
    ],
)
def test_a_report_is_wished_with_it(
    message: str, wishes: frozenset[Confided], matter: str
) -> None:
    assert reported(message) == (wishes, matter)


@pytest.mark.parametrize(
    "message",
    [
        "kalau lapor apakah dirahasiakan?",
        "apakah atasan saya tahu kalau saya lapor",
        "jangan sampai atasan tahu",
        "data saya rahasia",
    ],
)
def test_who_asks_of_it_wishes_no_report(message: str) -> None:
    assert reported(message) is None


@pytest.mark.parametrize(
    ("message", "way"),
    [
        ("biasa aja", Way.USUAL),
        ("laporan biasa saja min", Way.USUAL),
        ("bukan pelanggaran", Way.USUAL),
        ("pengawasan", Way.SUPERVISORY),
        ("jalur pengawasan ya", Way.SUPERVISORY),
        ("iya ini pelanggaran", Way.SUPERVISORY),
        ("iya kirim", None),
        ("beliau biasa begitu tiap bulan", None),
        ("pengawas sekolah juga tahu", None),
    ],
)
def test_which_way_it_goes(message: str, way: Way | None) -> None:
    assert way_named(message, asked=True) is way


@pytest.mark.parametrize("message", ["iya", "bukan", "biasa saja"])
def test_a_yes_or_no_names_no_way_where_none_is_asked(message: str) -> None:
    assert way_named(message, asked=True) is not None
    assert way_named(message, asked=False) is None
