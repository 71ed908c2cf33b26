"""Before and after a session: what its offices asked and complained of, as far as rows tell."""

from __future__ import annotations

from bot.rules.clinic_effect import Effect, Trend, change
from bot.rules.privacy.retention import Kept
from handlers.context import Context
from storage.tables import ClinicSession


def effect_of(context: Context, row: ClinicSession) -> Effect:
    """For a reading connection."""
    assert row.starts_at is not None
    assert row.ends_at is not None
    rules, keep = context.resources.clinic, context.resources.privacy.keep
    since, until = row.starts_at - rules.compared, row.ends_at + rules.compared
    if until > context.now:
        return Effect(Trend.NOT_YET)
    if since < context.now - keep[Kept.QUESTIONS]:
        return Effect(Trend.FORGOTTEN)
    offices = context.unit.clinic_offices.came(row.id)
    if not offices:
        return Effect(Trend.NO_OFFICE)
    before = context.unit.clinic_offices.spell(offices, since, row.starts_at)
    after = context.unit.clinic_offices.spell(offices, row.ends_at, until)
    found = change(
        before, after, least=rules.compared_least, least_people=rules.compared_least_people
    )
    return Effect(found, tuple(offices), before, after)
