"""1,000 generated surveys, each computed a second time in another way: with whole numbers only,
from the regulation's words, by none of the bot's own code. Prints how many differ.

    python -m tests.bench.survey [SURVEYS] [SEED]
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence

from bot.data.survey import survey
from bot.rules.survey import Questionnaire, result, rounded

# In hundredths, as they are printed.
GRADES = (("A", 8831), ("B", 7661), ("C", 6500), ("D", 2500))


def compared(*, surveys: int, seed: int) -> list[str]:
    """What differs, a line each."""
    by_chance = random.Random(seed)
    edition = survey().editions[0]
    return [
        f"{mine} instead of {theirs}"
        for mine, theirs in (
            (told_by_us(edition, sheets), counted_again(edition.keys, sheets))
            for sheets in (generated(by_chance) for _ in range(surveys))
        )
        if mine != theirs
    ]


def generated(by_chance: random.Random) -> list[str]:
    """Of one to some hundreds of people, who like some elements more than others."""
    people = by_chance.choice((1, 2, 3, 5, 8, 9, 30, 31, 80, 296))
    likes = [[by_chance.random() ** by_chance.randint(1, 4) for _ in "1234"] for _ in range(9)]
    likes[by_chance.randrange(9)] = likes[0]  # so that some come out alike
    return [
        "".join(by_chance.choices("1234", weights=weights)[0] for weights in likes)
        for _ in range(people)
    ]


Told = tuple[tuple[int, ...], int, int, str, tuple[str, ...]]
"""Each element's value, the index and the converted value in hundredths; grade; the lowest."""


def told_by_us(edition: Questionnaire, sheets: Sequence[str]) -> Told:
    found = result(edition.keys, sheets)
    assert found is not None
    return (
        tuple(int(rounded(each.average) * 100) for each in found.elements),
        int(rounded(found.index) * 100),
        int(rounded(found.converted) * 100),
        edition.grade(found.converted).letter,
        tuple(each.key for each in found.lowest),
    )


def counted_again(keys: Sequence[str], sheets: Sequence[str]) -> Told:
    people = len(sheets)
    sums = [0] * len(keys)
    for sheet in sheets:
        for place, sign in enumerate(sheet):
            sums[place] += "01234".index(sign)
    total, weights = sum(sums), people * len(keys)
    converted = _hundredths(25 * total, weights)
    order = sorted(range(len(keys)), key=lambda place: sums[place] * len(keys) + place)
    return (
        tuple(_hundredths(each, people) for each in sums),
        _hundredths(total, weights),
        converted,
        next(letter for letter, least in GRADES if converted >= least),
        tuple(keys[place] for place in order[:3]),
    )


def _hundredths(above: int, below: int) -> int:
    """Half up."""
    whole, rest = divmod(100 * above, below)
    return whole + (2 * rest >= below)


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    count, seed_ = (*given, *(1_000, 1)[len(given) :])
    differences = compared(surveys=count, seed=seed_)
    for difference in differences[:10]:
        print(difference)
    print(f"{count} surveys, seed {seed_}: differences {len(differences)}")
    sys.exit(bool(differences))
