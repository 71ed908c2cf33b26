"""What the lines of [maksud] make of small words."""

from __future__ import annotations

from functools import cache

from bot.rules.intent import Intent, Situation
from faq.text.small_reading import Reading
from faq.text.small_vocabulary import Rule, small_words


def ruled(read: Reading, situation: Situation) -> Intent | None:
    """What the first line says that fits."""
    return next((rule.intent for rule in _rules_of(situation) if _fits(rule, read)), None)


@cache
def _rules_of(situation: Situation) -> tuple[Rule, ...]:
    return tuple(rule for rule in small_words().rules if situation in rule.where)


def _fits(rule: Rule, read: Reading) -> bool:
    means = read.means
    if any(needed.isdisjoint(means) for needed in rule.needed):
        return False
    if rule.asks not in (None, read.asks) or not rule.barred.isdisjoint(means):
        return False
    beside = [word for word in read.words if not (word.means & rule.free)]
    if not rule.any_topic and any(word.topic for word in beside):
        return False
    return sum(not word.silent for word in beside) <= rule.others
