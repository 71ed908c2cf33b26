"""Values for every parameter that a sentence may have, friendly ones and hostile ones."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from importlib import import_module
from types import ModuleType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from bot import errors
from bot import words as spoken
from bot.data.deadlines import terms
from bot.rules import clinic_effect
from bot.rules.announcement import Audience, NewsStatus, Rhythm
from bot.rules.clinic import Part, RequestStatus
from bot.rules.complaint import Draft, File, Step
from bot.rules.deadline import DeadlineState, ReminderKind, Terms
from bot.rules.digest import Digest
from bot.rules.figure_lines import Line, LineGroup
from bot.rules.intent import Mood
from bot.rules.noting import Missing
from bot.rules.queue_view import View
from bot.rules.report_days import Span
from bot.rules.survey import Disclosure
from bot.rules.ticket import (
    Channel,
    DeadlineClass,
    Deed,
    FieldChange,
    Kind,
    Number,
    Priority,
    Result,
    Role,
    Status,
)
from bot.words import refusals
from bot.words.html import Address, Html, esc
from bot.words.ticket import Happening

# The others make no sentences by themselves; the report's have tests of their own.
SILENT = {
    *("html", "fit", "dates", "labels", "menu", "ticket", "pointing"),
    *("weekly", "period_page", "head_page", "indicator", "edition", "report_days", "figures"),
}
SILENT |= {"papers"}  # what stands on them is tried in tests/papers
SILENT |= {"clinic_papers", "survey_papers", "companions", "proofs", "published", "lapor", "reach"}
SILENT |= {"roster_import"}  # what the terminal is told: tests/handlers/test_roster_import.py
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)

# What the rest of the code lets through: names by handlers/hear.py, offices by profile.py, …
MOST = {"name": 64, "by": 64, "reporter": 64, "officer": 64, "actor": 64, "username": 32}
MOST |= {"office": 80, "category": 60, "question": 200, "place": 80, "edition": 80, "title": 80}
MOST |= {"deputy": 64, "called": 80, "note": 4096}
MOST |= {"reason": 120, "contact": 400, "said": 4096, "label": 200}
MOST |= {"form": 20, "formula": 80}
MOST |= {"topic": 120, "trainers": 200, "offices": 300, "assignment": 120, "when": 80}
MOST |= {"questions": 1000, "follow_up": 1000, "sentence": 400, "now": 300, "parts": 20}
MOST |= {"capacity": 3, "code": 6, "pages": 30, "day": 30, "what": 20}
MOST |= {"at": 30, "writer": 64, "approver": 64, "stopper": 64, "pauses_until": 60}
MOST |= {"lapor_number": 20}
MOST |= {"listed": 120, "position": 200, "rank": 200, "tail": 4, "state": 60}
MOST |= {"closes": 30, "closed": 60, "days": 60, "element": 60, "names": 60, "answers": 40}
MOST |= {"testimony": 500, "average": 4, "converted": 6, "index": 4, "grade": 30}
MOST |= {"lowest": 60, "as_low": 60}
MOST |= {"month": 20}
MOST |= {"oldest": 40, "rows": 64, "local": 120, "body": 3900}
MOST |= {
    "number": 14,
    "got": 20,
    "nearest": 32,
    "deed": 20,
    "status": 20,
    "entry": 200,
    "intro": 600,
    "how": 20,
    "lapor_number": 40,
    "field": 20,
    "was": 60,
    "became": 60,
    "to": 64,
    "former": 64,
    "ago": 30,
    "why": 3500,
}

FRIENDLY = {
    "name": "Ani Rahmawati",
    "by": "Budi Santoso",
    "reporter": "Ani Rahmawati",
    "officer": "Budi Santoso",
    "actor": "Budi Santoso",
    "username": "ani_r",
    "office": "Dinas Pendidikan",
    "how": "Gabungan:",
    "field": "result",
    "to": "Dewi Anggraini",
    "former": "Eko Prasetyo",
    "ago": "2 menit lalu",
    "why": "Menunggu kabar dari BKN.",
    "category": "MFA dan OTP",
    "story": "Kode OTP tidak datang sejak Senin pagi.",
    "note": "Nomor HP sudah kami perbarui. Silakan coba masuk lagi.",
    "text": "Sejak kapan kodenya tidak datang?",
    "question": "Kode OTP tidak muncul, bagaimana?",
    "phrasing": "otp ga masuk masuk",
    "entry": "Kode OTP tidak muncul, bagaimana?",
    "answer": "Nomor HP sudah kami perbarui.",
    "place": "Bab 3, bagian 3.2",
    "edition": "e-Kinerja BKN",
    "title": "MFA dan OTP",
    "intro": "Tentang kode yang dikirim saat masuk.",
    "number": "EK-2026-00042",
    "reason": "Membanjiri pesan",
    "contact": "Jl. A. Yani, Paringin Selatan",
    "label": "Alamat dan kontak BKPSDM",
    "value": "Jl. A. Yani, Paringin Selatan",
    "got": "sticker",
    "days": "1 Juli – 31 Desember 2026",
    "closes": "8 Desember 2026",
    "month": "November 2026",
    "closed": "8 Des 2026 00.00",
    "element": "Waktu penyelesaian",
    "names": "Waktu penyelesaian",
    "lowest": "Waktu penyelesaian",
    "as_low": "Persyaratan",
    "answers": "Sesuai",
    "testimony": "Petugasnya sabar menjelaskan.",
    "average": "3,40",
    "converted": "85,00",
    "index": "3,40",
    "grade": "B (Baik)",
    "topic": "Menyusun SKP",
    "trainers": "Dewi Anggraini",
    "offices": "Dinas Pendidikan, RSUD",
    "assignment": "800/12/2026",
    "when": "Kamis, 3 Desember 2026, 09.00–11.00 WITA",
    "sentence": "Sudah ada sesi hari Kamis, silakan ikut.",
    "code": "RUKAMO",
    "capacity": "20",
    "pages": " (halaman 1 dari 2)",
    "day": "3 Desember 2026",
    "what": "Pertanyaan",
    "parts": "Tempat",
    "now": "Aula",
    "follow_up": "Sesi kedua di RSUD.",
    "questions": "Apa beda RHK dan SKP?",
    "lapor_number": "7654321",
    "listed": "Ani Rahmawati, S.Kom",
    "position": "Analis",
    "rank": "Penata (III/c)",
    "tail": "…001",
    "state": "sudah keluar",
    "said": "Sejak Senin kodenya tidak datang.",
    "form": "PDF",
    "formula": "29 ÷ 32 × 100 % = 90,62 %",
    "writer": "Budi Santoso",
    "approver": "Dewi Anggraini",
    "stopper": "",
    "chosen": "Dinas Pendidikan",
    "pauses_until": "Dikirim mulai pukul 08.00.",
    "body": "Muat ulang halaman, lalu minta kode baru.",
}
HOSTILE = {
    "markup": "<b>&</b> <a href=''><3 &amp; </blockquote>",
    "long": "Panjang sekali & <tinggi>. " * 149,
    "empty": "",
    "right to left": "\u202eterbalik\u202c \u2066x\u2069 عربي",
    "emoji": "😭" * 2000,
    "lines": "baris\n\n\n\nbaris\n" * 200,
}


@dataclass(frozen=True)
class Event:
    at: datetime
    deed: Deed
    actor: str | None
    text: str | None
    officer: str | None = None
    change: FieldChange | None = None


ADDRESS = Address("https://t.me/c/1/2")


class Maker:
    """Makes arguments by their annotation and name; `words` is the hostile text, or None."""

    def __init__(self, words: str | None, *, yes: bool = True) -> None:
        self.words = words
        self.yes = yes

    def call(self, function: Callable[..., Any]) -> Any:
        hints = get_type_hints(function)
        given = {
            name: self.value(hints[name], name) for name in inspect.signature(function).parameters
        }
        positional = [
            given.pop(name)
            for name, parameter in inspect.signature(function).parameters.items()
            if parameter.kind is not inspect.Parameter.KEYWORD_ONLY
        ]
        return function(*positional, **given)

    def value(self, hint: Any, name: str) -> Any:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {Union, UnionType}:
            return self.value(next(a for a in arguments if a is not NoneType), name)
        if origin is tuple:
            several = 2 if self.words is None else 6
            kinds = arguments if arguments[-1] is not ... else arguments[:1] * several
            return tuple(self.value(argument, name) for argument in kinds)
        if isinstance(hint, type) and issubclass(hint, errors.Refusal) and not is_dataclass(hint):
            return hint()
        if hint is Draft:
            return self.draft()
        if hint is Happening:
            return Event(NOW, Deed.REPLY, self.text("actor"), self.text("text"))
        if hint is Address:
            return ADDRESS
        if hint is Html:
            return esc(self.text(name))
        if origin is not None and issubclass(origin, Sequence):
            return [self.value(arguments[0], name) for _ in range(2 if self.words is None else 6)]
        if is_dataclass(hint) and hint not in {Number, Terms}:
            hints = get_type_hints(hint)
            return hint(**{f.name: self.value(hints[f.name], f.name) for f in fields(hint)})  # type: ignore[operator]
        simple: dict[Any, Any] = {
            str: self.text(name),
            int: 3,
            bool: self.yes,
            Number: Number(2026, 42),
            Kind: Kind.COMPLAINT,
            Status: Status.TAKEN,
            datetime: NOW,
            date: NOW.date(),
            timedelta: timedelta(hours=30),
            ZoneInfo: ZoneInfo("Asia/Makassar"),
            Step: Step.STORY,
            Mood: Mood.ANGRY,
            View: View.OFFICE,
            Priority: Priority.HIGH,
            DeadlineClass: DeadlineClass.SUPERVISORY,
            Result: Result.EXPLAINED,
            Role: Role.SUPERVISOR,
            Deed: Deed.RESOLVE,
            DeadlineState: DeadlineState.SOON,
            ReminderKind: ReminderKind.LATE,
            Digest: Digest.DAILY,
            Terms: terms(),
            Part: Part.TOPIC,
            clinic_effect.Trend: clinic_effect.Trend.FEWER,
            RequestStatus: RequestStatus.DECLINED,
            Fraction: Fraction(7, 2),
            Channel: Channel.LAPOR,
            Missing: Missing.STORY,
            Line: Line.OPEN,
            Span: Span.MONTH,
            LineGroup: LineGroup.CAUSES,
            Disclosure: Disclosure.ALL,
            NewsStatus: NewsStatus.SENDING,
            Audience: Audience.OFFICES,
            Rhythm: Rhythm.QUARTERLY,
            time: time(8),
        }
        assert hint in simple, f"tests/words/samples.py does not know how to make {hint} {name}"
        return simple[hint]

    def text(self, name: str) -> str:
        if name == "status":
            return Status.TAKEN.value
        if name == "kind":
            return Kind.COMPLAINT.value
        if name == "deed":
            return Deed.RESOLVE.value
        if self.words is None:
            return FRIENDLY.get(name, "contoh")
        return self.words[: MOST.get(name, 4096)]

    def draft(self) -> Draft:
        photo = File("photo", "id", "unique")
        return Draft(
            kind=Kind.COMPLAINT,
            category=self.text("category"),
            story=self.text("story"),
            story_message=7,
            files=(photo,),
        )


def modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(spoken.__path__))
    return [import_module(f"bot.words.{name}") for name in names if name not in SILENT]


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Everything public that speaks, in the order of the files."""
    for module in modules():
        for name, thing in vars(module).items():
            if (
                inspect.isfunction(thing)
                and thing.__module__ == module.__name__
                and not name.startswith("_")
                and name != "explain"
            ):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", thing
    for refusal in _refusals(errors.Refusal):
        yield f"refusals.{refusal.__name__}", _explained(refusal)


def _refusals(base: type[errors.Refusal]) -> list[type[errors.Refusal]]:
    known = [each for each in vars(errors).values() if isinstance(each, type)]
    return [each for each in known if base in each.__mro__[1:]]


def _explained(refusal: type[errors.Refusal]) -> Callable[..., Html]:
    def explain(made: Any) -> Html:
        return refusals.explain(made)

    explain.__annotations__ = {"made": refusal, "return": Html}
    return explain


def said(answer: Any) -> list[str]:
    """The messages of one answer, most are one."""
    return [str(part) for part in answer] if isinstance(answer, list) else [str(answer)]
