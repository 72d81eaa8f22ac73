"""Signals for a lead to talk about with the person: who is invited to answer, who answers, and answers that look odd.

Never verdicts, and never a reason to withhold a recognition by themselves. Only for leads.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.gaming import (
    Check,
    HonestyFigures,
    Rates,
    funnel_widening,
    honesty_signals,
    off_the_funnel,
    ordinary_repeats,
)
from momentos.domain.masking import masked
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Kind, Metric, Unit
from momentos.domain.viewer import Viewer, need_lead
from momentos.figures.filters import Filters
from momentos.people.questions.survey_numbers import own_numbers
from momentos.people.questions.survey_rows import (
    MOST_ROWS,
    answers_in,
    contacts_in,
    contacts_without_survey,
    has_clock,
    marked,
    within_a_burst,
)

INVITED = Metric(
    "invited",
    say("Customers invited to answer"),
    say("Of the contacts attended, those whose customer was invited to answer the survey."),
    Kind.SHARE,
    Unit.PERCENT,
    Direction.NEITHER,
    "",
    "",
    "",
)
ANSWERED = replace(
    INVITED,
    key="survey_answered",
    label=say("Contacts with an answered survey"),
    formula=say(
        "Of the contacts whose customer was invited (of all, where no sheet says so), those with a survey answered."
    ),
)
"""Shown on a funnel only; asked of no fact."""


class Unseen(StrEnum):
    """What could not be looked at, since the sheets do not say it."""

    INVITATIONS = "invitations"
    ANSWERS = "answers"
    REPEATED_CUSTOMERS = "repeated_customers"
    COMMENTS = "comments"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Signal:
    """One odd figure of a person, beside what is ordinary here, over ``n`` cases."""

    employee: str
    check: Check
    figure: float
    ordinary: float
    n: int


@dataclass(frozen=True)
class Funnel:
    """A rate of every person: ``rows`` with ``employee, value, n, outside`` in per cent, the common rate, and how much
    wider than counting explains its limits are."""

    metric: Metric
    rows: pd.DataFrame
    centre: float
    widening: float


@dataclass(frozen=True)
class Honesty:
    """The signals, by person; the funnels that the sheets allow; and what could not be looked at."""

    people: int
    answers: int
    signals: tuple[Signal, ...]
    funnels: tuple[Funnel, ...]
    not_looked_at: tuple[Unseen, ...]


def honesty(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters) -> Honesty:
    """Everything that looks odd in the window. Raises ``Refused`` unless the viewer leads."""
    need_lead(viewer)
    contacts, answers = contacts_in(cursor, filters), marked(answers_in(cursor, filters))
    people = sorted({*contacts["employee"], *answers["employee"]})
    figures = _figures(people, contacts, answers)
    signals = tuple(
        Signal(people[one.person], one.check, one.figure, one.ordinary, _cases(figures, one.check, one.person))
        for one in honesty_signals(figures)
    )
    funnels = tuple(
        _funnel(metric, people, rates)
        for metric, rates in ((INVITED, figures.invited), (ANSWERED, figures.answered))
        if rates.n.sum() > 0
    )
    return Honesty(len(people), len(answers), signals, funnels, tuple(_not_looked_at(figures, answers)))


def rows_behind_signal(
    cursor: DuckDBPyConnection, viewer: Viewer, employee: str, check: Check, filters: Filters
) -> pd.DataFrame:
    """The person's answers that the signal speaks of, the latest first, up to ``MOST_ROWS``; for who is invited or
    answers, the contacts without a survey.

    ``occurred_at, customer, number, score, comment, load_id, file_name, sheet, row_number``.
    Raises ``Refused`` unless the viewer leads.
    """
    need_lead(viewer)
    if check in _OF_CONTACTS:
        return contacts_without_survey(cursor, employee, filters)
    answers = marked(answers_in(cursor, filters))
    own = answers[answers["employee"] == employee]
    chosen = own[_CHOSEN[check](own)] if check in _CHOSEN else own
    found = chosen.sort_values("occurred_at", ascending=False, na_position="last").head(MOST_ROWS)
    columns = ["occurred_at", "customer", "number", "score", "comment", "load_id", "file_name", "sheet", "row_number"]
    shown = pd.Series([None if pd.isna(text) else masked(text) for text in found["comment"]], found.index, dtype=object)
    number = own_numbers(cursor, found)
    return found.assign(comment=shown, number=number)[columns].reset_index(drop=True)


def _figures(people: list[str], contacts: pd.DataFrame, answers: pd.DataFrame) -> HonestyFigures:
    by_person = contacts.set_index("employee").reindex(people).fillna(0.0)

    def of_contacts(successes: str, n: str) -> Rates:
        return Rates(by_person[successes].to_numpy(dtype=float), by_person[n].to_numpy(dtype=float))

    def of_answers(successes: str, n: str) -> Rates:
        counted = answers[answers[n].astype(bool)].groupby("employee")[successes].agg(["sum", "count"])
        counted = counted.reindex(people).fillna(0.0)
        return Rates(counted["sum"].to_numpy(dtype=float), counted["count"].to_numpy(dtype=float))

    answered = of_contacts("has_survey", "may_answer")
    return HonestyFigures(
        invited=of_contacts("invited", "may_be_invited"),
        # Surveys without the number of their contact say nothing of who did not answer.
        answered=answered if answered.successes.sum() > 0 else Rates(0 * answered.n, 0 * answered.n),
        repeated=_repeats(people, answers, of_answers("is_repeated", "is_known")),
        top=of_answers("is_top", "is_scored"),
        contradicting=of_answers("is_contradicted", "has_mood"),
        answered_at=_instants(people, answers),
    )


def _repeats(people: list[str], answers: pd.DataFrame, counted: Rates) -> Rates:
    """The rates with what is ordinary: how often customers repeat among as many answers of the others."""
    known = answers[answers["customer_key"].notna()]
    every = known.groupby("customer_key").size()
    own = {name: group.groupby("customer_key").size() for name, group in known.groupby("employee")}
    nobody = every.iloc[:0]
    of_others = [np.asarray(every.sub(own.get(name, nobody), fill_value=0), dtype=np.float64) for name in people]
    return replace(counted, ordinary=ordinary_repeats(counted.n, of_others))


def _instants(people: list[str], answers: pd.DataFrame) -> tuple[np.ndarray, ...]:
    """Seconds of the answers of each person, where the hour is known."""
    timed = answers[has_clock(answers["occurred_at"])]
    seconds = timed["occurred_at"].astype("datetime64[s]").astype("int64").astype(float)
    by_person = {name: group.to_numpy() for name, group in seconds.groupby(timed["employee"])}
    return tuple(by_person.get(name, np.zeros(0)) for name in people)


def _cases(figures: HonestyFigures, check: Check, person: int) -> int:
    if check is Check.BURST:
        return len(figures.answered_at[person])
    rates: Rates = getattr(figures, _RATE_OF[check])
    return int(rates.n[person])


def _funnel(metric: Metric, people: list[str], rates: Rates) -> Funnel:
    known = rates.n > 0
    rows = pd.DataFrame(
        {
            "employee": np.array(people, dtype=object)[known],
            "value": 100 * rates.successes[known] / rates.n[known],
            "n": rates.n[known].astype(int),
            "outside": off_the_funnel(rates)[known] != 0,
        }
    )
    return Funnel(metric, rows, float(100 * rates.successes.sum() / rates.n.sum()), funnel_widening(rates))


def _not_looked_at(figures: HonestyFigures, answers: pd.DataFrame) -> list[Unseen]:
    rates = {
        Unseen.INVITATIONS: figures.invited,
        Unseen.ANSWERS: figures.answered,
        Unseen.REPEATED_CUSTOMERS: figures.repeated,
        Unseen.COMMENTS: figures.contradicting,
    }
    found = [unseen for unseen, rate in rates.items() if rate.n.sum() == 0]
    if len(answers) and not any(len(one) for one in figures.answered_at):
        found.append(Unseen.MINUTES)
    return found


_OF_CONTACTS = {Check.FEW_INVITATIONS, Check.MANY_INVITATIONS, Check.FEW_RESPONSES, Check.MANY_RESPONSES}

_CHOSEN = {
    Check.REPEATED_CONTACTS: lambda own: (
        own["customer_key"].isin(own.loc[own["is_repeated"], "customer_key"].dropna())
        | own["interaction_key"].isin(own.loc[own["is_repeated"], "interaction_key"].dropna())
    ),
    Check.CONTRADICTING_COMMENTS: lambda own: own["is_contradicted"].astype(bool),
    Check.BURST: within_a_burst,
}

_RATE_OF = {
    Check.FEW_INVITATIONS: "invited",
    Check.MANY_INVITATIONS: "invited",
    Check.FEW_RESPONSES: "answered",
    Check.MANY_RESPONSES: "answered",
    Check.REPEATED_CONTACTS: "repeated",
    Check.TOO_PERFECT: "top",
    Check.CONTRADICTING_COMMENTS: "contradicting",
}
