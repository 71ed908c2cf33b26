"""Whose name stands in a text, and what only looks like one."""

from __future__ import annotations

import pytest

from faq.text.people import FILE, without_people
from faq.text.vocabulary import word_set
from faq.text.whereabouts import without_whereabouts


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("atas nama MUHAMMAD RIDWAN belum masuk", "atas nama [nama] belum masuk"),
        ("SKP a.n. SITI AMINAH tidak ada", "SKP a.n. [nama] tidak ada"),
        ("nama saya Noor Laila Halisah, lupa sandi", "nama saya [nama], lupa sandi"),
        ("perkenalkan saya Ahmad Fauzi", "perkenalkan saya [nama]"),
        ("perkenalkan, Gusti Rendra dari BKD", "perkenalkan, [nama] dari BKD"),
        ("izin, Ahmad Fauzi dari Disdik", "izin, [nama] dari Disdik"),
        ("saya Norhayati dari dinkes", "saya [nama] dari dinkes"),
        ("saya norhayati dari dinkes", "saya [nama] dari dinkes"),
        ("ulun Masrufi dari Juai", "ulun [nama] dari Juai"),
        ("karis an Noor Laila Sari", "karis an [nama]"),
        ("guru kami Rabiatul Adawiyah belum ada SKP", "guru kami [nama] belum ada SKP"),
        ("saya RUSDIANA", "saya [nama]"),
        ("SAYA RUSDIANA DARI DINKES", "SAYA [nama] DARI DINKES"),
        ("a.n. Hj. Siti Rahmah, S.Pd belum dinilai", "a.n. Hj. [nama], S.Pd belum dinilai"),
        ("atas nama H. Muhammad Yusuf, M.Si", "atas nama H. [nama], M.Si"),
        ("bapak Drs. H. Ahmad Zaini sudah", "bapak Drs. H. [nama] sudah"),
        ("a.n. M. Arsyad bin Abdullah", "a.n. M. [nama]"),
        ("a.n. M. Talimbing belum masuk", "a.n. M. [nama] belum masuk"),
        ("saya A. Kasransyah dari dinkes", "saya A. [nama] dari dinkes"),
        ("saya wawan dari dinkes", "saya [nama] dari dinkes"),
        ("akun siti aminah terkunci", "akun [nama] terkunci"),
        ("akun Nor'ain Fitriah terkunci", "akun [nama] terkunci"),
        ("kemarin Xaveria Talimbing bilang begitu", "kemarin [nama] bilang begitu"),
        ("NIP [NIP] a.n. SITI AMINAH tidak ditemukan", "NIP [NIP] a.n. [nama] tidak ditemukan"),
        (
            "Data Siti Aminah tidak ditemukan di referensi",
            "Data [nama] tidak ditemukan di referensi",
        ),
        ("Selamat datang, Rusdiana", "Selamat datang, [nama]"),
        ("ATAS NAMA RIDWAN DATA TIDAK DITEMUKAN", "ATAS NAMA [nama] DATA TIDAK DITEMUKAN"),
        ("atas nama Mawar Permata belum", "atas nama [nama] belum"),
        ("nama: Rina Marlina", "nama: [nama]"),
        ("kadis kami bu RATNA JUWITA tidak ada", "kadis kami bu [nama] tidak ada"),
        ("atasan saya Budi Raharjo pensiun", "atasan saya [nama] pensiun"),
        ("atas nama ridwan hidayat", "atas nama [nama]"),
        ("kepala sekolah kami Mukhlis Aditama ada", "kepala sekolah kami [nama] ada"),
        ("Penilai: DRS. H. SUPIANI, M.AP", "Penilai: DRS. H. [nama], M.AP"),
        ("Hai Rahmat, sesi Anda telah berakhir", "Hai [nama], sesi Anda telah berakhir"),
        ("NIP [NIP] (HALIMATUS SADIAH) salah", "NIP [NIP] ([nama]) salah"),
        ("a.n. Ahmad Fauzi, Kasransyah dan Talimbing", "a.n. [nama], [nama] dan [nama]"),
        ("atas nama Kasransyah Binti Wardani", "atas nama [nama]"),
        ("[NIP] - KASRANSYAH belum ada", "[NIP] - [nama] belum ada"),
        ("atas nama: *AHMAD FAUZI*", "atas nama: *[nama]*"),
        ("perkenalkan saya kasransyah aditama", "perkenalkan saya [nama]"),
        ("Nama Pegawai : HALISAH NUR", "Nama Pegawai : [nama]"),
    ],
)
def test_a_name_goes_as_a_whole(text: str, masked: str) -> None:
    assert without_people(text) == masked
    assert without_people(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Request Failed with status code 419",
        "Requost Faled",
        "Pejabat Penilai Kinerja belum ada",
        "My SAPK tidak bisa dibuka",
        "Sasaran Kinerja Pegawai",
        "Belum ada Angka Kredit Integrasi",
        "BKPSDM Balangan",
        "DATA TIDAK DITEMUKAN",
        "Data Atas Nama Pegawai Tidak Ditemukan",
        "Data atas nama Pegawai tidak ditemukan",
        "504 Gateway Time-out",
        "This Site Can't Be Reached",
        "Too Many Requests",
        "perkenalkan saya guru di SDN Juai",
        "NIP [NIP] Tidak Ditemukan",
        "NIP [NIP] Belum Aktif, Dinkes",
        "NAMA PEGAWAI TIDAK SESUAI",
        "User Principal Name salah",
        "guru Bahasa Inggris, guru BK",
        "saya Plt Kepala Sekolah",
        "SQLSTATE Integrity Constraint Violation",
        "Rapor Pendidikan Belajar.id Merdeka Mengajar error",
        "Unor Tidak Terdaftar Di Referensi SIASN",
        "Cara Upload Bukti Dukung Gmn Ya",
        "Halo Admin, saya Ingin Bertanya",
        "Invalid Authenticator Code",
        "saya PPPK di SMP, saya TU juga",
        "saya BTL naik pangkat",
        "atas nama saya di Kecamatan Juai",
        "nama saya salah di Siasn",
        "SAYA TIDAK BISA LOGIN PAK",
        "saya lupa kata sandi, mohon bantuan",
        "guru kami belum bisa login",
        "Assalamualaikum Pak, Izin Bertanya",
        "hp saya Xiaomi Redmi",
        "rencana aksi bulanan. Kenapa kosong",
        "kinerja an sich",
        "Norma waktu berapa?",
        "Kegiatan Imam Masjid",
        "halaman utama indah sekali",
        "sari buah di kantin",
        "Dinas Pendidikan Kabupaten Balangan",
        "Badan Kepegawaian Negara Republik Indonesia",
        "Penetapan Angka Kredit belum terbit",
        "buka kinerja.bkn.go.id atau asn_digital.pdf",
        "pegawai kami tdk bs masuk",
        "kata sandi user baru tidak bisa",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert without_people(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("lahir di Amuntai, 12 Mei 1985", "lahir di Amuntai, [tanggal lahir]"),
        ("TTL: Paringin 12-05-1985 salah", "TTL: Paringin [tanggal lahir] salah"),
        ("tanggal lahir saya 1/2/90", "tanggal lahir saya [tanggal lahir]"),
        ("alamat Jl. A. Yani No 12 RT 03 Paringin", "alamat [alamat] Paringin"),
        ("rumah di Gang Merdeka RT. 02 / RW 01", "rumah di [alamat]"),
        ("tinggal di jalan gunung pandau rt 5", "tinggal di [alamat]"),
        ("jln Merdeka Barat", "[alamat]"),
        ("perumahan griya permata no 12", "[alamat]"),
        ("jalan pangeran antasari no 4", "[alamat]"),
        ("Tanggal Lahir 1990-03-12", "Tanggal Lahir [tanggal lahir]"),
        ("lahir 12 May 1990", "lahir [tanggal lahir]"),
    ],
)
def test_birth_dates_and_addresses(text: str, masked: str) -> None:
    assert without_whereabouts(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "cuti melahirkan mulai 12 Mei 2026",
        "jalan terus sampai 31 Desember",
        "aplikasi tidak jalan di hp",
        "aplikasi jalan di hp tapi menu no 5 tidak muncul",
        "SKP saya tidak jalan di langkah nomor 3",
        "komplek masalahnya ada 3 no 2",
        "Jalan Keluar dari masalah ini",
        "jalan pintas no telepon",
        "batas 12-05-2026",
        "tanggal lahir saya salah",
    ],
)
def test_other_dates_and_ways_stay(text: str) -> None:
    assert without_whereabouts(text) == text


def test_no_word_is_a_name_both_by_itself_and_only_beside_others() -> None:
    assert not word_set("given", FILE) & word_set("also names", FILE)
