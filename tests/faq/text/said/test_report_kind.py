"""Of a report: its kind and category by its story, and the words that change them."""

from __future__ import annotations

import pytest

from bot.rules.complaint import Step
from bot.rules.ticket import Kind
from faq.text.said.report_change import by_steps, change_wanted
from faq.text.said.report_kind import report_kind
from faq.text.same_story import same_story


@pytest.mark.parametrize(
    ("story", "kind"),
    [
        ("SKP saya tidak bisa disimpan", Kind.COMPLAINT),
        ("sandi ulun hilang, kada kawa masuk", Kind.COMPLAINT),
        ("lupa sandi gmn nih min?", Kind.COMPLAINT),
        ("mohon informasi jadwal coaching clinic", Kind.INFORMATION),
        ("apakah PPPK wajib mengisi SKP?", Kind.INFORMATION),
        ("sebaiknya tombol cetak dibuat lebih besar", Kind.SUGGESTION),
        ("kalau bisa jam layanan ditambah", Kind.SUGGESTION),
        ("pelayanan helpdesk mengecewakan, lambat sekali", Kind.CRITICISM),
        ("aplikasi ini cuma membebani pegawai", Kind.CRITICISM),
        ("", Kind.COMPLAINT),
    ],
)
def test_the_kind_of_a_story(story: str, kind: Kind) -> None:
    assert report_kind(story) is kind


@pytest.mark.parametrize(
    ("typed", "step", "kind", "name"),
    [
        ("jenisnya saran", Step.KIND, Kind.SUGGESTION, ""),
        ("bukan keluhan tapi kritik", Step.KIND, Kind.CRITICISM, ""),
        ("ubah jenis", Step.KIND, None, ""),
        ("ubah tentang absen", Step.CATEGORY, None, "absen"),
        ("kategorinya salah", Step.CATEGORY, None, ""),
        ("harusnya tentang mfa", Step.CATEGORY, None, "mfa"),
    ],
)
def test_words_that_change_it(typed: str, step: Step, kind: Kind | None, name: str) -> None:
    change = change_wanted(typed)
    assert change is not None
    assert (change.step, change.kind, change.name) == (step, kind, name)


@pytest.mark.parametrize(
    "typed",
    [
        "tentang absen juga sering error sejak senin pagi di kantor",
        "saya usul begitu karena jaringan di sini lambat",
        "ya kirim",
        "ubah",
        "",
    ],
)
def test_what_tells_more_changes_nothing(typed: str) -> None:
    assert change_wanted(typed) is None


def test_the_long_form_is_asked_for() -> None:
    assert by_steps("mau isi langkah demi langkah")
    assert not by_steps("langkah kedua tidak muncul")


def test_the_same_story_in_other_words() -> None:
    told = "Kode OTP saya ditolak terus sejak pagi"
    assert same_story(told, "otp saya ditolak terus, sejak pagi begini")
    assert not same_story(told, "TPP saya dipotong bulan ini")
    assert not same_story("error", "error lagi di halaman SKP")
