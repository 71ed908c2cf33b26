"""Who may do what, whatever button, command or reply they use."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from bot.simulator.world import accounts
from bot.simulator.world.model import Message
from tests.talks.steps import PASS_ON, READY, STORY, file, resolve, take
from tests.talks.talk import Talk
from tests.talks.voice import Voice

DESK_BUTTONS = ("take:1", "info:1", "done:1", "open:1", "queue:0:all:0", "qby:office")


def test_a_member_who_is_no_officer_presses_in_vain(talk: Talk) -> None:
    file(talk, talk.ani)
    for data in DESK_BUTTONS:
        talk.eko.forges(data).toast("hanya untuk petugas").hears_nothing()
    assert talk.deeds() == ["file"]
    talk.ani.hears_nothing()


def test_a_member_who_is_no_officer_commands_in_vain(talk: Talk) -> None:
    file(talk, talk.ani)
    for command in ("/antrian", "/tiket 1", "/laporan", "/petugas", "/faq"):
        talk.eko(command).hears("hanya untuk petugas").hears_nothing()


def test_a_member_who_is_no_officer_replies_in_vain(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    prompt = talk.desk.last
    for words in ("Halo, saya bantu", "// catatan", "sudah"):
        talk.eko.replies(words, to=prompt).hears("hanya untuk petugas")
        talk.eko.replies(words, to="Status: ").hears("hanya untuk petugas")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take"]


def test_a_dismissed_officer_is_no_officer(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.dewi("saya pamit")
    talk.budi.replies("/petugas hapus", to=talk.dewi.said).hears("bukan petugas lagi")
    talk.dewi.presses("Ambil").toast("hanya untuk petugas")
    assert talk.deeds() == ["file"]


def test_only_who_leads_appoints(talk: Talk) -> None:
    talk.eko("saya mau bantu")
    talk.dewi.replies("/petugas tambah", to=talk.eko.said).hears("hanya penyelia atau admin")
    talk.budi.replies("/petugas tambah", to=talk.eko.said).hears("Eko Prasetyo", "petugas")
    talk.eko("/petugas").hears("Budi Santoso (admin)", "Dewi Anggraini", "Eko Prasetyo")
    talk.budi(f"/petugas hapus {accounts.EKO}").hears("Eko Prasetyo", "bukan petugas lagi")
    talk.budi(f"/petugas hapus {accounts.BUDI}").hears("ADMIN_IDS")
    talk.budi("/petugas tambah").hears("belum mengenal", "balas pesan itu")
    talk.budi("/petugas tambah @tidakada").hears("belum mengenal")


def test_the_bot_is_not_appointed_by_a_reply_to_its_card(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("/petugas tambah", to="EK-2026-00001").hears("belum mengenal")
    talk.budi("/petugas").hears("Budi Santoso")
    assert talk.desk.last is not None
    assert accounts.BOT_NAME not in talk.desk.last.text


@pytest.mark.parametrize("face", ["anonymous", "channel"])
def test_faces_without_a_person_may_not_act(talk: Talk, face: str) -> None:
    file(talk, talk.ani)
    people, card = talk.world.people, talk.card().message_id
    say = people.say_as_anonymous_admin if face == "anonymous" else people.say_as_channel
    for words in ("/antrian", "/tiket 1", "/petugas", "/laporan"):
        say(talk.desk.chat, words)
        talk.settle()
        talk.desk.hears("tidak tahu siapa yang menulis").hears_nothing()
    say(talk.desk.chat, "Kami bantu ya Bu", card)
    talk.settle()
    talk.desk.hears("tidak tahu siapa yang menulis")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]


def test_without_a_report_chat_an_anonymous_admin_hears_the_same(talk: Talk) -> None:
    talk.resources = replace(talk.resources, report_chat_id=None)
    talk.restart()
    talk.world.people.say_as_anonymous_admin(talk.desk.chat, "/laporan")
    talk.settle()
    talk.desk.hears("tidak tahu siapa yang menulis")
    talk.eko("/laporan").hears("hanya untuk petugas")
    talk.budi("/laporan").hears_file("").hears("nomor 13 di daftar kabupaten")


@pytest.mark.parametrize("face", ["anonymous", "channel"])
def test_the_head_reads_the_figures_but_no_face_without_a_person(talk: Talk, face: str) -> None:
    people = talk.world.people
    say = people.say_as_anonymous_admin if face == "anonymous" else people.say_as_channel
    say(talk.reports.chat, "/laporan")
    talk.settle()
    talk.reports.hears("tidak tahu siapa yang menulis").hears_nothing()
    talk.hadi("/laporan").hears_file("").hears("nomor 13 di daftar kabupaten")


def test_an_anonymous_admins_press_counts_as_who_they_really_are(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Budi Santoso")


def test_somebody_elses_number_sounds_like_one_never_given(talk: Talk) -> None:
    file(talk, talk.ani)
    answers = []
    for asked in ("/tiket 1", "/tiket 2", "/tiket EK-2026-00001", "/tiket EK-2031-99999"):
        talk.burhan(asked).hears("tidak ada dalam daftar Anda")
        assert talk.burhan.room.last is not None
        answers.append((talk.burhan.room.last.text, talk.burhan.room.last.button_words))
    assert len(set(map(str, answers))) == 1
    talk.ani("/tiket 1").hears(STORY)


def test_forged_buttons_of_somebody_elses_ticket(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    before = talk.deeds()
    talk.burhan("/start").hears("Selamat datang")
    for action in ("tkt", "add", "yes", "no"):
        talk.burhan.forges(f"{action}:1")
        assert talk.burhan.pressed is not None
        theirs = talk.burhan.pressed.text
        talk.burhan.toast("tidak ada dalam daftar Anda").forges(f"{action}:999999").toast(theirs)
    talk.burhan.hears_nothing()
    talk.ani.hears_nothing()
    talk.desk.hears_nothing()
    assert talk.deeds() == before


def test_an_officers_own_ticket_is_only_theirs_too(talk: Talk) -> None:
    """At the desk Budi sees every ticket; alone with the bot he is a reporter like others."""
    file(talk, talk.ani)
    talk.budi.private("/start").hears("Selamat datang")
    talk.budi.private("/tiket 1").hears("tidak ada dalam daftar Anda")


def test_desk_commands_mean_nothing_in_private(talk: Talk) -> None:
    talk.budi.private("/blokir").hears("tidak saya kenal")
    talk.budi.private("/antrian").hears("Tidak ada laporan rahasia")
    talk.ani("/petugas").hears("tidak saya kenal")


def test_private_buttons_forged_into_the_group_do_nothing(talk: Talk) -> None:
    file(talk, talk.ani)
    for data in ("lapor", "office", "erase", "toc", "ask:1", "send:abc", "tkt:1", "yes:1"):
        talk.eko.forges(data).hears_nothing()
        talk.toasts.clear()
    assert talk.tickets() == 1


def test_desk_buttons_forged_in_private_do_nothing(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.hears_nothing()
    for who in (talk.ani, talk.budi.private):
        if who is not talk.ani:
            who("/start").hears("Selamat datang")
        for data in DESK_BUTTONS:
            who.forges(data).hears_nothing()
            talk.toasts.clear()
    assert talk.deeds() == ["file"]
    talk.desk.hears_nothing()


def test_a_forged_page_turn_rewrites_nothing_that_does_not_show_it(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.eko("lapor")  # a message of his own is the newest now
    card, text = talk.card(), talk.card().text
    for data in ("toc", "chap:2"):
        talk.eko.forges(data, on=card).toast("tidak berlaku")
    for data in ("queue:0:all:0", "qby:cat", "fnext:1", "ftoc:1", "fchap:1:2"):
        talk.dewi.forges(data, on=card).toast("tidak berlaku")
    assert talk.card().text == text
    assert talk.card().button_words == [
        "Ambil",
        *READY,
        "Minta info",
        "Selesai",
        *PASS_ON,
        "Lainnya…",
    ]
    filed = talk.ani.room.last
    assert filed is not None
    for data in ("toc", "chap:2"):
        talk.ani.forges(data, on=filed).toast("tidak berlaku")
    assert "Nomor tiket" in filed.text


def test_a_message_too_old_to_be_shown_is_turned_in_private_only(talk: Talk) -> None:
    """Telegram tells only the number of such a message, not what stands in it."""
    talk.eko(f"@{accounts.BOT_USERNAME} lupa password").hears("Lupa kata sandi")
    talk.ani("/manual").hears("Pilih bab")
    for who, changed in ((talk.eko, False), (talk.ani, True)):
        message = who.room.last
        assert message is not None
        before = message.text
        press_unseen(talk, who, message, "chap:2")
        assert (message.text != before) is changed


def press_unseen(talk: Talk, who: Voice, message: Message, data: str) -> None:
    update = {
        "callback_query": {
            "id": str(message.message_id),
            "from": talk.state.user(who.user).as_json(),
            "chat_instance": "5",
            "data": data,
            "message": {
                "chat": talk.state.chat_json(talk.state.chat(who.chat)),
                "message_id": message.message_id,
                "date": 0,
            },
        }
    }
    talk.state.push_raw(update, who.chat)
    talk.settle()


HOSTILE = (
    *("", ":", "take", "take:", "take:1:2", "take:-1", "take:١", "take:1e3", "take: 1"),
    *("take:99999999999999999999", "send:\x00", "c:\x00:kind:complaint", "c:x:kind:complaint"),
    *(
        "help:1:2",
        "pick:1:../../etc/passwd",
        "entry:<b>",
        "chap:999",
        "queue:999999:mine:1",
        "queue:1:xyz:1",
        "qby:all",
        "💥",
    ),
    *("stop:' OR 1=1 --", "add:999999999999999999", "tkt:0", "drop table ticket"),
)


def test_forged_data_is_answered_and_has_no_effect(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang")
    for data in HOSTILE:
        talk.ani.forges(data)
    talk.toasts.clear()
    talk.ani.room.skip()
    assert talk.tickets() == 0


def test_tampered_data_in_bulk_has_no_effect(talk: Talk) -> None:
    quick = replace(talk.resources.limits, turns_a_minute=1_000)
    talk.resources = replace(talk.resources, limits=quick)
    talk.restart()
    file(talk, talk.ani)
    talk.burhan("/start").hears("Selamat datang")
    dice = random.Random(7)
    tags = ("take", "info", "done", "open", "yes", "no", "add", "tkt", "send", "stop", "c")
    with talk.at_once():
        for _ in range(300):
            values = dice.choices(("0", "1", "2", "-1", str(10**18), "x"), k=dice.randint(0, 3))
            talk.burhan.forges(":".join([dice.choice(tags), *values]))
    talk.toasts.clear()
    talk.burhan.hears_nothing()
    assert talk.deeds() == ["file"]


def test_other_bots_are_not_listened_to(talk: Talk) -> None:
    talk.state.push_raw(
        {
            "message": {
                "message_id": 77,
                "date": talk.state.timestamp(),
                "chat": {"id": accounts.HELPDESK, "type": "supergroup", "title": "Helpdesk"},
                "from": {"id": 555, "is_bot": True, "first_name": "Lain"},
                "text": "/antrian",
            }
        },
        accounts.HELPDESK,
    )
    talk.settle()
    talk.desk.hears_nothing()


def test_a_strange_group_learns_its_id_and_nothing_else(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.add_group(-1001000000077, "Grup lain", [accounts.EKO]).bot_status = "left"
    there = talk.someone(accounts.EKO, chat=-1001000000077)
    talk.world.membership.add_bot(-1001000000077, accounts.EKO)
    talk.settle()
    there.hears("-1001000000077")
    for command in ("/antrian", "/tiket 1", "/petugas", "/laporan"):
        there(command).hears_nothing()
    there("/start").hears("-1001000000077")


NO_BUTTON_SAYS = (
    *("qby:mine", "find:1", "days:besok", "fpage:xx:90:0", "fpage:worst:7:0"),
    *("fig:in:b4e9e-b4d32:1:0:0", "a4:week:20261123:4102444800000000"),
)
REVIEWED = ("fcase:999", "fsure:999", "fwrite:999", "fnew:999", "fput:999:lupa-password")


def test_an_officers_forged_press_shows_and_teaches_nothing(talk: Talk) -> None:
    file(talk, talk.ani)
    card = talk.card()
    text = card.text
    for data in NO_BUTTON_SAYS:
        talk.budi.forges(data, on=card).toast("tidak berlaku")
    for data in REVIEWED:
        talk.budi.forges(data, on=card).toast("Sudah ditinjau")
    talk.budi.forges("fchap:1:99", on=card).toast("")
    assert talk.card().text == text
    talk.desk.hears_nothing()
    talk.budi("/catat EK-2026-00077 @ani").hears("tidak ditemukan")
