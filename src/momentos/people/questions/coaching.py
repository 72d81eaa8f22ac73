"""What a coaching note rests on, told from the facts as they are now."""

from duckdb import DuckDBPyConnection

from momentos.domain.masking import masked
from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.domain.viewer import inner
from momentos.people.kept.coaching import Evidence, Note


@inner
def evidence_told(cursor: DuckDBPyConnection, evidence: Evidence, reference: str) -> Message:
    """The contact, the comment (without what could tell who wrote it) or the figure, in a sentence."""
    if evidence is Evidence.INTERACTION:
        return _contact(cursor, reference)
    if evidence is Evidence.SURVEY:
        return _survey(cursor, reference)
    return say("Figure: {figure}", figure=reference)


@inner
def told_of(cursor: DuckDBPyConnection, some: tuple[Note, ...]) -> dict[int, Message]:
    """The evidence of each note, by its number."""
    return {one.entry_no: evidence_told(cursor, one.evidence, one.reference) for one in some}


def _contact(cursor: DuckDBPyConnection, number: str) -> Message:
    row = cursor.execute(
        """
        select occurred_at::date, touchpoint, reason
        from current_interactions
        where interaction_key = ?
        order by load_no desc
        limit 1
        """,
        [fold(number)],
    ).fetchone()
    if row is None:
        return say("Contact {number}, which is no longer among the data", number=number)
    day, *about = row
    what = ", ".join(part for part in about if part)
    return say("Contact {number} of {day}: {what}", number=number, day=day, what=what or "–")


def _survey(cursor: DuckDBPyConnection, number: str) -> Message:
    row = cursor.execute(
        """
        select answers.comment, answers.touchpoint, customers.name
        from current_responses as answers
        left join current_customers as customers on customers.customer_key = answers.customer_key
        where answers.response_key = ?
        order by answers.load_no desc
        limit 1
        """,
        [fold(number)],
    ).fetchone()
    if row is None:
        return say("Survey {number}, which is no longer among the data", number=number)
    comment, touchpoint, customer = row
    if not comment:
        return say("Survey {number}, without a comment: {touchpoint}", number=number, touchpoint=touchpoint or "–")
    words = masked(comment, [customer] if customer else [])
    return say("Survey {number}: «{words}»", number=number, words=words)
