"""Which words of a message ask, and which it sets aside."""

from __future__ import annotations

import pytest

from faq.text.clauses.heard import heard


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("bukan lupa sandi, tapi kode ditolak", "tapi kode ditolak"),
        ("Bukan PAK nya pak tapi SKP nya", "tapi SKP nya"),
        ("lain tpp, absen samalam nang ulun takunakan", "absen samalam nang ulun takunakan"),
        ("ulun kada batakun caranya, batakun batasnya", "ulun batakun batasnya"),
        ("saya tidak minta reset, minta token", "saya minta token"),
        ("kode belum ada, bukan sudah ada", "kode belum ada ,"),
        ("error nya bukan 404 tapi 419", "error nya tapi 419"),
        ("skp mau ditarik jadi draft bukan dihapus", "skp mau ditarik jadi draft"),
        ("tanggal cetaknya yg salah bukan tanggal profil", "tanggal cetaknya yg salah"),
        ("kada usah caranya, batasnya haja", "batasnya haja"),
        ("jangan tanya tpp, ini otp ditolak", "ini otp ditolak"),
        ("jangan jelaskan tpp lagi, otp ditolak", "otp ditolak"),
        ("stop kirim jawaban cuti! absen saya hilang", "absen saya hilang"),
        ("cetak skp lupakan dulu. tpp kok turun", "tpp kok turun"),
        ("abaikan soal cuti. absen saya hilang", "absen saya hilang"),
        ("cetaknya nanti aja, ini absen hilang", "ini absen hilang"),
        ("dibilang lupa absen padahal bukan, sinyalnya jelek", "sinyalnya jelek"),
        ("kode otp? bukan. sandinya salah", "sandinya salah"),
        ("nomor SK kada usah, batasnya haja", "batasnya haja"),
        ("bulanan atau tahunan lain kali aja, batasnya kapan", "batasnya kapan"),
        ("potongan tpp saya tidak persoalkan. absen hilang", "absen hilang"),
        ("potongan tpp tidak saya tanyakan. absen hilang", "absen hilang"),
        ("jangankan kode ditolak, kolomnya saja kosong", "kolomnya saja kosong"),
        ("sandi ditolak, ini lain dgn masalah kode otp", "sandi ditolak , ini"),
    ],
)
def test_what_is_denied_is_left_out(message: str, asks: str) -> None:
    assert heard(message).asks == asks


@pytest.mark.parametrize(
    ("message", "turns_to"),
    [
        ("skp sudah disetujui, yang belum tu dinilai", "yang belum tu dinilai"),
        ("login oke, otp error", "otp error"),
        ("otp gak masalah, cuma ga bisa sinkron", "cuma ga bisa sinkron"),
        ("saya tidak lupa kata sandi, emailnya yang mati", "emailnya yang mati"),
        ("ulun kada lupa sandi. OTP nang salah tarus", "OTP nang salah tarus"),
        ("atasannya sudah benar yang salah jabatannya", "yang salah jabatannya"),
        ("saya tahu caranya, yang saya tanya batasnya", "yang saya tanya batasnya"),
        ("saya tidak pindah instansi, cuma jabatan berubah", "cuma jabatan berubah"),
        ("kada dinas luar, murni lupa absen", "murni lupa absen"),
        ("saya tidak ganti hp. kode ditolak", "kode ditolak"),
        ("profilnya betul semua. yg salah atasannya", "yg salah atasannya"),
        ("cetak mah gampang, tpp kok turun", "tpp kok turun"),
        ("kemarin otp salah tapi sudah beres, sekarang absen hilang", "sekarang absen hilang"),
        ("progres harian sudah tahu caranya, wajib apa tidak", "progres harian wajib apa tidak"),
        (
            "coaching clinic apa ulun tahu, daftarnya yang balum",
            "coaching clinic daftarnya yang balum",
        ),
        ("ulun tahu coaching clinic, mulainya kapan", "coaching clinic mulainya kapan"),
        ("tombol PAK muncul, isinya kosong", "isinya kosong"),
        ("skp disetujui sejak Mei, nilainya kosong", "nilainya kosong"),
        ("skp di meja atasan, nilainya yang belum keluar", "nilainya yang belum keluar"),
        ("kawan saya pns id, di akun saya tombolnya hilang", "di akun saya tombolnya hilang"),
        ("staf memang wajib, nah guru wajib juga?", "nah guru wajib juga ?"),
    ],
)
def test_what_is_settled_stays_and_the_rest_is_turned_to(message: str, turns_to: str) -> None:
    said = heard(message)
    assert (said.asks, said.turns_to) == (message, turns_to)


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("bukan triwulan yg hilang min, yg final", "yg hilang min , yg final"),
        ("bukan aktivitas ditolak, tapi belum divalidasi", "aktivitas , tapi belum divalidasi"),
    ],
)
def test_one_word_says_the_rest_with_what_is_denied(message: str, asks: str) -> None:
    assert heard(message).asks == asks


@pytest.mark.parametrize(
    "message",
    [
        "tidak bisa login",
        "kada bisa login, cuma muncul 419",
        "atasan saya bukan pak kadis",
        "belum sinkron",
        "kada kawa masuk",
        "tombol sinkron tidak muncul, cuma di akun saya",
        "aplikasinya tidak mau terbuka",
        "bolehkah tidak mengisi tiap hari? saya ini guru",
        "bukan cuma saya, semua tidak bisa masuk",
        "di layar saya terbaca bukan pegawai, jadi ditolak",
        "yang tampil bukan atasan saya sekarang",
        "apakah yang kontrak bukan pegawai?",
        "tidak bisa login, tapi password sudah benar",
        "muncul pesan angka kredit sudah ada, bagaimana mengatasinya",
        "tahap pengisian boleh dilewati?",
        "tidak bisa masuk, sudah betul semua?",
        "",
        "😀",
        "bukan",
        "bukan,,, tapi",
    ],
)
def test_what_is_itself_the_matter_stays(message: str) -> None:
    said = heard(message)
    assert (said.asks, said.turns_to, said.denies_all) == (message, message, False)


@pytest.mark.parametrize(
    "message", ["bukan lupa sandi", "saya tidak lupa kata sandi", "ini bukan pertanyaan soal cuti"]
)
def test_only_what_is_not_meant_is_told(message: str) -> None:
    assert heard(message).denies_all


def test_a_long_story_is_heard_whole() -> None:
    story = "Sudah saya kirim, tapi belum ada kabar. " * 10
    assert heard(story).turns_to == story
