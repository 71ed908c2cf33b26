"""What the lines of [intents] make of small words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from bot.rules.intent import Intent, Situation
from faq.text.small_talk.reading import SmallReading
from faq.text.small_talk.words import Rule, small_words


def ruled(read: SmallReading, situation: Situation) -> Intent | None:
    """What the first line says that fits."""
    rules = _rules_of(situation)
    places = {at for meaning in read.means for at in rules.by_meaning.get(meaning, ())}
    possible = (rules.inside[at] for at in sorted(places.union(rules.of_any)))
    return next((rule.intent for rule in possible if _fits(rule, read)), None)


class Rules(NamedTuple):
    inside: tuple[Rule, ...]
    by_meaning: dict[str, list[int]]
    """Where those stand that can only fit what has such a meaning."""
    of_any: list[int]


@cache
def _rules_of(situation: Situation) -> Rules:
    here = tuple(rule for rule in small_words().rules if situation in rule.where)
    by_meaning = defaultdict[str, list[int]](list)
    for at, rule in enumerate(here):
        for meaning in rule.needed[0] if rule.needed else ():
            by_meaning[meaning].append(at)
    return Rules(here, dict(by_meaning), [at for at, rule in enumerate(here) if not rule.needed])


def _fits(rule: Rule, read: SmallReading) -> bool:
    means = read.means
    if any(needed.isdisjoint(means) for needed in rule.needed):
        return False
    if rule.asks not in (None, read.asks) or not rule.barred.isdisjoint(means):
        return False
    beside = [word for word in read.words if not (word.means & rule.free)]
    if not rule.any_topic and any(word.topic for word in beside):
        return False
    return sum(not word.silent for word in beside) <= rule.others
