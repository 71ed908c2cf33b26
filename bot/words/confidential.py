"""Reports that do not show everybody everything: anonymous, secret, of abuse of authority."""

from __future__ import annotations

from bot.words.html import Html, esc, lines

NOBODY = "Pelapor anonim"
HIDDEN_STORY = "Rahasia: isinya hanya untuk yang menangani dan penyelia."


# To the reporter


def is_anonymous() -> Html:
    return Html("🕶 Anonim: petugas tidak melihat siapa Anda; jawabannya tetap sampai di sini.")


def is_secret() -> Html:
    return Html("🔒 Rahasia: isinya hanya dibaca yang menangani dan penyelia.")


def because_you_asked() -> Html:
    return Html("Saya tandai karena Anda memintanya. Tidak perlu? Tekan tandanya di bawah.")


def is_of_abuse() -> Html:
    return Html("🛡 Jalur pengawasan: tidak masuk grup petugas, hanya kepada yang ditunjuk.")


def is_it_abuse() -> Html:
    return lines(
        Html("<b>Apakah ini dugaan pelanggaran</b> (penyalahgunaan wewenang, korupsi, disiplin)?"),
        Html("Bila ya, laporan tidak masuk grup petugas, hanya kepada yang ditunjuk."),
    )


# At the desk


def no_longer_yours() -> Html:
    return Html("<i>Laporan ini tidak lagi Anda tangani; isinya ditarik.</i>")


def sent_to_you_toast() -> str:
    return "Isinya dikirim ke obrolan pribadi Anda dengan bot."


def refused(number: str, *, may_read: bool) -> Html:
    """To who would do something with it in the group."""
    if may_read:
        return lines(
            esc(f"{number} rahasia: kerjakan lewat obrolan pribadi dengan bot."),
            Html("Tekan Baca isinya pada kartunya."),
        )
    return esc(f"{number} rahasia: hanya untuk yang menangani dan penyelia.")


def none_for_you() -> Html:
    return Html("Tidak ada laporan rahasia yang menunggu Anda.")


def list_of_yours() -> Html:
    return Html("Laporan rahasia yang boleh Anda baca. Tekan nomornya.")
