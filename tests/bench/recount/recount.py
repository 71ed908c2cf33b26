"""The figures once more, by one SQL statement over the raw rows, written without a look at the
product's own: it shares no query, no rule and no list of states with it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, text

STATEMENT = text("""
WITH past AS (
  SELECT e.*, row_number() OVER (PARTITION BY e.ticket_id ORDER BY e.id DESC) AS back
  FROM ticket_event e JOIN ticket t ON t.id = e.ticket_id
  WHERE e.at < :as_of AND t.created_at >= :since AND t.created_at < :until
), one AS (
  SELECT t.id, t.kind, t.category, t.merged_into_id, p.after AS state,
    EXISTS (SELECT 1 FROM past a WHERE a.ticket_id = t.id AND a.deed IN ('reply', 'ask_info',
      'resolve', 'out_of_scope', 'resolve_by_merge', 'resolve_by_incident')) AS answered,
    EXISTS (SELECT 1 FROM past a WHERE a.ticket_id = t.id AND a.deed IN ('reopen', 'dispute'))
      AS reopened
  FROM ticket t JOIN past p ON p.ticket_id = t.id AND p.back = 1
  WHERE t.created_at < :as_of
)
SELECT
  sum(CASE WHEN kind <> 'information' THEN 1 ELSE 0 END) AS received,
  sum(CASE WHEN kind <> 'information' AND state IN ('resolved', 'closed', 'lapsed')
    THEN 1 ELSE 0 END) AS resolved,
  sum(CASE WHEN kind <> 'information' AND state = 'closed' THEN 1 ELSE 0 END) AS confirmed,
  sum(CASE WHEN kind <> 'information' AND state = 'lapsed' THEN 1 ELSE 0 END) AS unanswered,
  sum(CASE WHEN kind <> 'information' AND state = 'resolved' THEN 1 ELSE 0 END) AS awaited,
  sum(CASE WHEN kind <> 'information'
    AND state IN ('silent', 'out_of_scope', 'withdrawn', 'merged') THEN 1 ELSE 0 END) AS otherwise,
  sum(CASE WHEN kind <> 'information'
    AND state IN ('open', 'verified', 'taken', 'waiting', 'deferred') THEN 1 ELSE 0 END) AS open,
  sum(CASE WHEN kind <> 'information' AND answered THEN 1 ELSE 0 END) AS answered,
  sum(CASE WHEN kind <> 'information' AND reopened THEN 1 ELSE 0 END) AS reopened,
  sum(CASE WHEN kind <> 'information' AND merged_into_id IS NOT NULL THEN 1 ELSE 0 END) AS merged,
  sum(CASE WHEN kind = 'information' THEN 1 ELSE 0 END) AS information,
  sum(CASE WHEN kind = 'complaint' THEN 1 ELSE 0 END) AS complaints,
  sum(CASE WHEN kind <> 'information' AND category = 'Lainnya' THEN 1 ELSE 0 END) AS others
FROM one
""")


def recounted(
    connection: Connection, since: datetime, until: datetime, as_of: datetime
) -> dict[str, int]:
    moments = {"since": since, "until": until, "as_of": as_of}
    if connection.dialect.name == "sqlite":  # as they lie there: text, in UTC
        told = {name: at.strftime("%Y-%m-%d %H:%M:%S.%f") for name, at in moments.items()}
        row = connection.execute(STATEMENT, told).one()
    else:
        row = connection.execute(STATEMENT, moments).one()
    return {name: int(value or 0) for name, value in row._mapping.items()}
