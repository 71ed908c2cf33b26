"""The first words between a person and the bot."""

from __future__ import annotations

from tests.talks.talk import Talk


def test_a_newcomer_is_welcomed_and_told_what_to_do(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang, Ani Rahmawati", "/lapor", "/bantuan")


def test_help_lists_every_command(talk: Talk) -> None:
    talk.ani("/bantuan").hears("/lapor", "/tiket", "/manual", "/profil", "/jadwal", "/batal")


def test_an_unknown_command_points_to_help(talk: Talk) -> None:
    talk.ani("/menu").hears("tidak saya kenal", "/bantuan")


def test_a_command_with_the_bots_name_is_a_command(talk: Talk) -> None:
    talk.ani("/bantuan@ekinerja_balangan_bot").hears("/lapor")


def test_cancelling_nothing_says_so(talk: Talk) -> None:
    talk.ani("/batal").hears("Tidak ada yang sedang berjalan")


def test_a_deep_link_opens_an_entry_and_a_wrong_one_harms_nobody(talk: Talk) -> None:
    talk.ani("/start 1%27--").hears("Selamat datang")
    talk.ani("/start ' OR 1=1").hears("Selamat datang")


def test_names_with_markup_stay_names(talk: Talk) -> None:
    talk.state.user(talk.ani.user).first_name = "<b>&amp;</b> <a href=''>"
    talk.ani("/start").hears("Selamat datang, <b>&amp;</b> <a href=''>")
