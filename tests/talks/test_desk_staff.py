"""/petugas: appointed, sent away, on leave and back; and what a role is worth at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.rules.ticket import Role
from bot.simulator.api.methods.profile import menu as seen
from bot.simulator.world import accounts
from storage.tables import JobKind, JobRow
from tests.talks.steps import ABUSE, STORY, as_far_as_check, file, take
from tests.talks.talk import Talk
from tests.talks.test_rights import press_unseen


def appoint(talk: Talk, person: int, role: Role) -> None:
    with talk.database.unit() as unit:
        name = talk.state.user(person).name
        unit.people.seen(person, name=name, username=None, now=talk.clock.now()).role = role


def test_the_list_shows_role_tickets_and_leave(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.eko("/petugas").hears("hanya untuk petugas")
    talk.budi("/petugas").hears("Budi Santoso (admin)")
    talk.dewi("/petugas").hears(
        "Budi Santoso (admin)", "Dewi Anggraini (petugas), 1 tiket", button="Dewi Anggraini"
    )
    talk.dewi.presses("Dewi Anggraini").toast("")
    page = talk.desk.sees("Peran: petugas")
    assert page.button_words[:2] == ["Cuti", "Beri laporan pengawasan"]
    assert "Berhentikan" in page.button_words


def test_an_admin_appoints_by_buttons(talk: Talk) -> None:
    talk.eko("saya mau bantu")
    talk.budi.replies("/petugas", to=talk.eko.said).hears("Eko Prasetyo", "bukan petugas")
    talk.budi.presses("Jadikan petugas").toast("")
    talk.desk.sees("Eko Prasetyo sekarang petugas")
    file(talk, talk.ani)
    talk.eko.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Eko Prasetyo")


def test_a_forwarded_message_appoints_whose_words_they_are(talk: Talk) -> None:
    talk.budi.forwards("Halo, saya Citra", whose=accounts.CITRA)
    talk.budi.replies("/petugas tambah", to=talk.budi.said).hears("sekarang petugas")
    talk.budi("/petugas").hears(talk.state.user(accounts.CITRA).name)
    talk.budi.forwards("Halo", whose="Yang Bersembunyi")
    talk.budi.replies("/petugas tambah", to=talk.budi.said).hears("menyembunyikan akunnya")


def test_a_supervisor_appoints_officers_and_nobody_above(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.SUPERVISOR)
    talk.citra("/start").hears("Selamat datang")
    talk.eko(f"/petugas tambah {accounts.CITRA}").hears("sekarang petugas")
    talk.eko(f"/petugas penyelia {accounts.CITRA}").hears("hanya admin")
    talk.eko(f"/petugas hapus {accounts.CITRA}").hears("bukan petugas lagi", button="Angkat lagi")
    talk.eko.presses("Angkat lagi").toast("")
    talk.desk.sees("sekarang petugas")
    talk.eko(f"/petugas hapus {accounts.BUDI}").hears("ADMIN_IDS")
    talk.budi(f"/petugas penyelia {accounts.DEWI}").hears("sekarang penyelia")
    talk.eko(f"/petugas hapus {accounts.DEWI}").hears("hanya admin")


def test_the_head_sees_and_does_nothing(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.HEAD)
    file(talk, talk.ani)
    for command in ("/antrian", "/tiket 1", "/petugas"):
        talk.eko(command).hears("")
    talk.eko("/laporan").hears_file("").hears("")
    talk.eko.private("/laporan").hears_file("").hears("")
    talk.eko.presses("Ambil", on=talk.card()).toast("Pimpinan dapat melihat")
    talk.eko.replies("Kami bantu ya", to="Status: ").hears("Pimpinan dapat melihat")
    talk.eko.replies("// catatan", to="Status: ").hears("Pimpinan dapat melihat")
    talk.eko("/faq").hears("Pimpinan dapat melihat")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]


def test_nobody_who_only_sees_is_handed_a_ticket(talk: Talk) -> None:
    talk.eko.private("/start").hears("")
    appoint(talk, accounts.EKO, Role.OFFICER)
    file(talk, talk.ani)
    talk.budi.presses("Alihkan…").toast("")
    eko = next(word for word in talk.card().button_words if word.startswith("Eko"))
    appoint(talk, accounts.EKO, Role.HEAD)
    talk.budi.presses(eko).toast("bukan petugas lagi")
    assert talk.deeds() == ["file"]


def test_who_is_sent_away_has_no_right_left_and_the_tickets_are_free(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.dewi.presses("Selesai").hears("tulis catatan penutup")
    prompt = talk.desk.last
    talk.budi("/petugas").hears("Dewi Anggraini (petugas), 1 tiket")
    staff = talk.desk.last
    talk.budi(f"/petugas hapus {accounts.DEWI}").hears("bukan petugas lagi", "1 tiketnya kembali")
    assert talk.deeds() == ["file", "take", "release"]
    talk.ani.hears("kembali ke antrean")
    talk.dewi.presses("Ambil", on=talk.card()).toast("hanya untuk petugas")
    talk.dewi.presses("Budi Santoso", on=staff).toast("hanya untuk petugas")
    talk.dewi.replies("Sudah kami perbaiki", to=prompt).hears("hanya untuk petugas")
    talk.dewi.replies("Sudah kami perbaiki", to="Status: ").hears("hanya untuk petugas")
    talk.dewi("/antrian").hears("hanya untuk petugas")
    talk.dewi.private("/laporan").hears("Maksud Anda /lapor")
    talk.ani.hears_nothing()
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("sedang ditangani Budi Santoso")


def test_on_leave_a_deputy_has_the_tickets_until_the_day(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.admin("/start").hears("")
    talk.dewi("/petugas cuti 3").hears("cuti sampai 26 November 2026", button="Budi Santoso")
    talk.dewi.presses("Budi Santoso").toast("")
    talk.desk.sees("Wakil: Budi Santoso.")
    talk.admin.hears("Anda wakilnya", "1 tiket")
    assert talk.deeds() == ["file", "take", "hand_over"]
    talk.ani.hears("EK-2026-00001 sekarang ditangani Budi Santoso")
    talk.budi("/petugas").hears("cuti sampai 26 November 2026, wakil: Budi Santoso")
    assert "Budi Santoso (admin), 1 tiket" in (talk.desk.last.text if talk.desk.last else "")
    talk.wait(days=3)
    talk.desk.skip()
    talk.ani.room.skip()
    talk.budi("/petugas").hears("Dewi Anggraini (petugas)")
    assert talk.desk.last is not None
    assert "cuti" not in talk.desk.last.text.split("Tekan")[0]


def test_a_job_names_nobody_but_whom_its_column_names(talk: Talk) -> None:
    """At an erasure it is found by that."""
    take(talk, talk.ani, talk.dewi)
    talk.admin("/start").hears("")
    talk.dewi("/petugas cuti 3").hears("cuti sampai", button="Budi Santoso")
    talk.dewi.presses("Budi Santoso").toast("")
    talk.ani.hears("sekarang ditangani Budi Santoso")
    with talk.database.reading() as unit:
        (job,) = unit.session.exec(select(JobRow).where(col(JobRow.kind) == JobKind.PASS_ON))
    assert job.about_id == accounts.DEWI
    assert str(accounts.BUDI) not in job.key + job.arguments
    talk.admin.hears("Anda wakilnya")
    talk.desk.skip()


def test_without_a_deputy_the_tickets_go_back_to_the_queue(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.dewi("/petugas").hears("Dewi")
    talk.dewi.presses("Dewi Anggraini").toast("")
    talk.dewi.presses("Cuti").toast("")
    talk.desk.sees("cuti berapa hari")
    talk.dewi.presses("1 hari").toast("")
    talk.dewi.presses("Kembalikan ke antrian").toast("")
    talk.desk.sees("1 tiketnya kembali ke antrian")
    assert talk.deeds() == ["file", "take", "release"]
    talk.ani.hears("kembali ke antrean; petugas lain")
    talk.dewi.presses("Sudah masuk lagi").toast("")
    talk.desk.sees("sudah masuk lagi")


def test_of_others_only_who_leads_may_decide_about_leave(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.OFFICER)
    talk.eko(f"/petugas cuti 3 {accounts.DEWI}").hears("hanya penyelia atau admin")
    talk.budi(f"/petugas cuti 3 {accounts.DEWI}").hears("Dewi Anggraini cuti sampai")
    talk.eko.presses("Kembalikan ke antrian").toast("hanya penyelia atau admin")
    talk.budi.presses("Kembalikan ke antrian").toast("")
    talk.budi("/petugas cuti 3 Dewi").hears("Tekan namanya di /petugas")
    talk.budi("/petugas cuti").hears("Tulis berapa hari")
    talk.budi("/petugas cuti 999").hears("1 sampai 366")
    talk.budi("/petugas cuti besok").hears("Tulis berapa hari")


def test_somebody_of_the_desk_leaves_the_group(talk: Talk) -> None:
    talk.world.membership.leave(accounts.DEWI, accounts.HELPDESK)
    talk.settle()
    talk.desk.hears("Dewi Anggraini (petugas) keluar dari grup", button="Berhentikan")
    talk.budi.presses("Berhentikan").toast("")
    talk.desk.sees("Dewi Anggraini bukan petugas lagi")
    talk.world.membership.leave(accounts.EKO, accounts.HELPDESK)
    talk.settle()
    talk.desk.hears_nothing()


def test_the_desk_staff_is_the_same_when_the_bot_was_away(talk: Talk) -> None:
    talk.admin("/start").hears("")
    talk.world.membership.kick_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.admin.hears("grup")
    talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.desk.hears("")
    talk.budi("/petugas").hears("Budi Santoso (admin)", "Dewi Anggraini (petugas)")


@pytest.mark.parametrize("said", ["/petugas hapus", "/petugas tambah @tidakada", "/petugas xyz"])
def test_whom_nobody_knows(talk: Talk, said: str) -> None:
    talk.budi(said).hears("belum mengenal")


# The menus


def menu(talk: Talk, person: int, chat: int) -> set[str]:
    return {row["command"] for row in seen(talk.state, chat, person)}


def test_the_menu_follows_the_role(talk: Talk) -> None:
    talk.eko("saya mau bantu")
    talk.budi.replies("/petugas penyelia", to=talk.eko.said).hears("sekarang penyelia")
    assert "laporan" in menu(talk, accounts.EKO, accounts.EKO)
    talk.budi(f"/petugas pimpinan {accounts.EKO}").hears("sekarang pimpinan")
    assert menu(talk, accounts.EKO, accounts.HELPDESK) == {
        *("antrian", "tiket", "cari", "petugas", "laporan", "ikuti", "survei"),
    }
    talk.budi(f"/petugas hapus {accounts.EKO}").hears("bukan petugas lagi")
    assert menu(talk, accounts.EKO, accounts.EKO) == set()


# Reports of abuse of authority, which not everybody of the desk may read


def held_abuse(talk: Talk) -> None:
    """Dewi is named for such reports and has one; Budi, the admin, is not."""
    for private in (talk.admin, talk.dewi.private):
        private("/start").hears("")
    names(talk, "Beri laporan pengawasan")
    files_abuse(talk)
    talk.dewi.private.hears("Anda ditunjuk").hears(ABUSE, button="Ambil")
    talk.dewi.private.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Dewi Anggraini")


def files_abuse(talk: Talk) -> None:
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")


def names(talk: Talk, label: str) -> None:
    talk.budi("/petugas").hears("Dewi Anggraini")
    talk.budi.presses("Dewi Anggraini").toast("")
    talk.budi.presses(label).toast("")


def test_who_is_named_no_more_loses_what_they_had_of_abuse(talk: Talk) -> None:
    held_abuse(talk)
    names(talk, "Hentikan laporan pengawasan")
    talk.ani.hears("kembali ke antrean")
    assert talk.ticket().officer_id is None
    assert ABUSE not in "".join(m.text for m in talk.state.messages(accounts.DEWI))
    assert ABUSE not in "".join(m.text for m in talk.state.messages(accounts.HELPDESK))
    for room in (talk.desk, talk.admin.room, talk.dewi.private.room):
        room.skip()


def test_who_is_named_is_shown_what_nobody_has_yet(talk: Talk) -> None:
    """And the admins, who heard of it until somebody was, no longer read it."""
    for private in (talk.admin, talk.dewi.private):
        private("/start").hears("")
    as_far_as_check(talk.burhan).presses("☐ Rahasia").toast("")
    talk.burhan.presses("Kirim").hears("Nomor tiket")
    talk.admin.hears(STORY, button="Ambil")  # a secret one is another matter
    talk.desk.hears("Rahasia")
    files_abuse(talk)
    talk.admin.hears(ABUSE, button="Ambil")
    names(talk, "Beri laporan pengawasan")
    talk.dewi.private.hears("Anda ditunjuk").hears(ABUSE, button="Ambil")
    told = "".join(m.text for m in talk.state.messages(accounts.BUDI))
    assert (ABUSE in told, STORY in told) == (False, True)
    for room in (talk.desk, talk.admin.room):
        room.skip()


def test_a_deputy_who_may_not_read_it_gets_none_of_abuse(talk: Talk) -> None:
    held_abuse(talk)
    talk.dewi("/petugas cuti 3").hears("cuti sampai", button="Budi Santoso")
    talk.dewi.presses("Budi Santoso").toast("")
    talk.ani.hears("kembali ke antrean")
    assert talk.ticket().officer_id is None
    for room in (talk.desk, talk.admin.room, talk.dewi.private.room):
        room.skip()
    assert ABUSE not in "".join(m.text for m in talk.state.messages(accounts.BUDI))


def test_what_is_settled_while_it_is_passed_on_stays_settled(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.dewi.presses("Selesai").hears("tulis catatan penutup")
    prompt = talk.desk.last
    with talk.at_once():
        talk.dewi("/petugas cuti 3")
        talk.dewi.replies("Sudah kami perbaiki.", to=prompt)
    talk.ani.hears("Sudah kami perbaiki", button="Ya, selesai")
    talk.dewi.presses("Kembalikan ke antrian").toast("")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take", "resolve"]
    talk.desk.skip()


def test_whoever_is_an_admin_by_the_settings_stays_one(talk: Talk) -> None:
    talk.budi("/petugas").hears("Budi Santoso (admin)")
    talk.budi.presses("Budi Santoso").toast("")
    page = talk.desk.sees("Budi Santoso")
    assert not {"Jadikan penyelia", "Berhentikan"} & set(page.button_words)
    assert "Cuti" in page.button_words


def test_who_hears_of_abuse_is_told_once(talk: Talk) -> None:
    talk.dewi.private("/start").room.skip()
    talk.budi("/petugas").hears("Dewi Anggraini")
    talk.budi.presses("Dewi Anggraini").toast("")
    page = talk.desk.last
    assert page is not None
    with talk.at_once():
        talk.budi.presses("Beri laporan pengawasan", on=page)
        talk.budi.presses("Beri laporan pengawasan", on=page)
    talk.toasts.clear()
    talk.dewi.private.hears("").hears_nothing()
    with talk.database.reading() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        assert dewi.hears_abuse


def test_a_deputy_who_goes_on_leave_meanwhile_is_not_one(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.OFFICER)
    talk.dewi("/petugas cuti 3").hears("cuti sampai 26 November 2026", button="Eko Prasetyo")
    offered = talk.desk.last
    with talk.database.unit() as unit:
        eko = unit.people.get(accounts.EKO)
        assert eko is not None
        eko.away_until = talk.clock.now() + timedelta(days=3)
    talk.dewi.presses("Eko Prasetyo", on=offered).toast("")
    assert offered is not None
    assert "Eko Prasetyo" not in offered.button_words
    assert "Kembalikan ke antrian" in offered.button_words
    with talk.database.reading() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        assert dewi.away_until is None


def test_what_no_button_of_the_list_says(talk: Talk) -> None:
    """Alone with the bot, below a message whose buttons Telegram does not tell any more."""
    talk.citra("/bantuan").room.skip()
    talk.admin("/petugas").hears("Dewi Anggraini (petugas)")
    message = talk.admin.room.last
    assert message is not None
    for data in (
        *("member:999", "role:999:officer", "leave:999", f"role:{accounts.DEWI}:boss"),
        *(f"hear:{accounts.CITRA}:1", f"leave:{accounts.CITRA}", f"leavefor:{accounts.DEWI}:999"),
        f"standin:{accounts.DEWI}:0:0",
    ):
        press_unseen(talk, talk.admin, message, data)
    talk.admin.hears_nothing()
    with talk.database.reading() as unit:
        dewi, citra = unit.people.get(accounts.DEWI), unit.people.get(accounts.CITRA)
        assert dewi is not None
        assert citra is not None
        assert (dewi.role, dewi.away_until) == (Role.OFFICER, None)
        assert (citra.role, citra.hears_abuse) == (Role.ASKER, False)


def test_a_ticket_is_handed_to_nobody_where_nobody_else_is(talk: Talk) -> None:
    appoint(talk, accounts.DEWI, Role.ASKER)
    take(talk, talk.ani, talk.budi)
    card = talk.card()
    talk.budi.presses("Alihkan…", on=card).toast("Belum ada petugas lain")
    talk.budi.forges("hand:1:999", on=card).toast("tidak berlaku")
    assert talk.deeds() == ["file", "take"]
    talk.budi.presses("Lainnya…", on=card).toast("")
    talk.budi.presses("Kembali", on=card).toast("")
    assert "Alihkan…" in card.button_words
    talk.budi.forges("led:1:won", on=card).toast("tidak berlaku")
    talk.budi.photo("//", to=card).hears("Mohon tulis")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take"]
