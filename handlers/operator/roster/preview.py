"""What a list would change, and each row that is wrong, as lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from bot.rules.roster.changes import Changes
from bot.rules.roster.nip import Service, service, tail
from bot.rules.roster.people import Employee, Oddity, State
from bot.words import roster_import as words
from handlers.operator.roster.collect import Collected, RowPlace

MOST_NAMED = 10
MOST_PAIRS = 10
W = TypeVar("W", bound=Hashable)


def of_file(found: Collected) -> Iterator[str]:
    """What was read, and how well."""
    people = found.people.values()
    kinds = Counter(service(each.nip) for each in people)
    offices = len({each.office for each in people if each.office})
    yield words.READ.format(
        people=_number(len(people)),
        pns=_number(kinds[Service.PNS]),
        pppk=_number(kinds[Service.PPPK]),
        offices=_number(offices),
    )
    if len(found.sheets) > 1 or found.skipped:
        for sheet, count in found.sheets.items():
            yield f"  {words.SHEET} {sheet}: {_number(count)} {words.ROW}"
    for sheet, hidden in found.skipped:
        why = words.HIDDEN if hidden else words.WITHOUT
        yield f"  {words.SHEET} {sheet}: dilewati, {why}"
    yield from _told(words.PASSED_OVER, [(*each, "") for each in found.passed], words.PASSED)
    yield from _told(words.DOUBTFUL, found.doubts, words.DOUBT)
    without = sum(each is Oddity.NO_OFFICE for _, each, _ in found.doubts)
    if without * 2 > len(people) > 0:
        yield words.MERGED_HINT
    yield from _told(words.BAD_ROWS, found.bad, words.WHY)


def _told(
    heading: str, rows: Sequence[tuple[RowPlace, W, str]], names: Mapping[W, str]
) -> Iterator[str]:
    """Every row; those of a kind in a row together, for often it is a whole column."""
    if not rows:
        return
    yield heading.format(count=_number(len({place for place, _, _ in rows})))
    grouped: dict[tuple[W, str], list[RowPlace]] = {}
    for place, why, detail in rows:
        grouped.setdefault((why, detail), []).append(place)
    for (why, detail), places in grouped.items():
        yield f"  {_places(places)}: {names[why].format(detail=detail)}"


def _places(places: Sequence[RowPlace]) -> str:
    parts = []
    for sheet, some in groupby(places, key=lambda place: place.sheet):
        runs = ", ".join(_runs(sorted(place.line for place in some)))
        parts.append(
            f"{words.SHEET.lower()} {sheet} {words.ROW} {runs}" if sheet else f"{words.ROW} {runs}"
        )
    return "; ".join(parts)


def _runs(lines: Sequence[int]) -> Iterator[str]:
    for _, some in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        run = [line for _, line in some]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def of_changes(changes: Changes) -> Iterator[str]:
    if changes.nothing:
        yield words.NOTHING_NEW
        return
    yield words.COMPARED.format(before=_number(changes.before), same=_number(changes.same))
    yield from _people(words.NEW, changes.new, _with_office)
    yield from _people(words.MOVED, changes.moved, _move)
    if len(changes.moved) > MOST_NAMED:
        yield from _pairs(changes.moved)
    yield from _people(words.ALTERED, changes.altered, _alteration)
    yield from _people(words.BACK, changes.back, _with_office)
    yield from _people(words.GONE, changes.left, lambda each: f"{_named(each)}: {each.status}")
    yield from _people(words.DEPARTED, changes.departed, _with_office)
    if changes.empties:
        yield words.MANY_GONE.format(
            gone=_number(len(changes.departed)), before=_number(changes.before)
        )


def _people(title: str, some: Sequence[Any], line: Callable[[Any], str]) -> Iterator[str]:
    if not some:
        return
    yield f"  {title}: {_number(len(some))}"
    for each in some[:MOST_NAMED]:
        yield f"    {line(each)}"
    if len(some) > MOST_NAMED:
        yield f"    {words.MORE.format(count=_number(len(some) - MOST_NAMED))}"


def _pairs(moved: Iterable[tuple[Employee, Employee]]) -> Iterator[str]:
    """From where to where, the most first."""
    pairs = Counter((_office(was), _office(now)) for was, now in moved)
    for (was, now), count in pairs.most_common(MOST_PAIRS):
        yield "    " + words.PAIR.format(count=_number(count), was=was, now=now)


def _move(pair: tuple[Employee, Employee]) -> str:
    was, now = pair
    return f"{_named(now)}: {_office(was)} → {_office(now)}"


def _alteration(pair: tuple[Employee, Employee]) -> str:
    was, now = pair
    changed = [
        word for name, word in words.FIELDS.items() if getattr(was, name) != getattr(now, name)
    ]
    return f"{_named(now)}: {', '.join(changed) or words.FIELDS['status']}"


def _with_office(employee: Employee) -> str:
    return f"{_named(employee)}: {_office(employee)}"


def _named(employee: Employee) -> str:
    return f"{employee.name} ({tail(employee.nip)})"


def _office(employee: Employee) -> str:
    return employee.office or words.NO_OFFICE


def done(people: Iterable[Employee]) -> str:
    states = Counter(each.state is State.ACTIVE for each in people)
    return words.DONE.format(active=_number(states[True]), gone=_number(states[False]))


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
