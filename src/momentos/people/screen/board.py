"""The team board: its picture, who is not drawn, its table, its explanation, and the bare ranking beside it."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Kind, Metric
from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import POINTS, Policy
from momentos.people.pictures import board as people
from momentos.people.pictures import funnel
from momentos.people.questions.board import around_the_team, have_nothing_alike, is_hidden, unknown_cases
from momentos.people.questions.raw_ranking import wrong_places
from momentos.people.questions.seen import seen_movements
from momentos.people.questions.staff_notes import staff_notes
from momentos.people.screen.board_choices import Choices
from momentos.people.words import board as words
from momentos.people.words.board import Movement
from momentos.people.words.raw_ranking import AGREES, podium_lines, why_wrong
from momentos.people.words.staff_notes import staff_note
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.figure_table import text_table
from momentos.screen.language import reader, t, tell
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text, figure_text, interval_text

FEW_GROUPS = 10
"""Up to so many teams, areas or sites, the funnel names them all."""


def show_board(rows: pd.DataFrame, team: float | None, choices: Choices, policy: Policy, filters: Filters) -> None:
    """The picture and all that is said of it, in one box."""
    metric, by, viewer = choices.metric, choices.by, choices.viewer
    title, drawn = tell(words.board_title(metric, by)), board_for_chart(rows)
    has_picture = not have_nothing_alike(rows) and not drawn.empty
    with box(title, tell(words.how_to_read(by, viewer)) if has_picture else ""):
        if has_picture:
            legend = people.legend(metric, style(), _bands_shown(by, viewer))
            show(people.team_board, drawn, team, metric, key="board", legend=legend, alt=title)
        _say_the_rest(rows)
        _say_weak_comparisons(rows)
        for one in [metric] if metric is not POINTS else [part.metric for part in policy.metrics]:
            _say_unknown_cases(ask(unknown_cases, one, filters, policy.case_mix))
        _say_movements(ask(seen_movements, viewer, policy, metric, filters, by), viewer)
        _table(rows, metric, whose=t("Person") if by is Dimension.EMPLOYEE else tell(by.label))
        with st.expander(t("How people are compared")):
            st.markdown(reader().words(words.how_compared(policy), quote=as_text))


def board_for_chart(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the fair figure as the value to draw; those whose figure is not for this viewer left out."""
    drawn = rows[~is_hidden(rows)]
    return drawn.assign(value=drawn["score"])


def show_raw_ranking(rows: pd.DataFrame, metric: Metric, team: float) -> None:
    """The claims of a bare ranking and why they do not hold, behind a toggle."""
    with box(t("A bare ranking and the luck in it")):
        if not st.toggle(t("What a bare ranking would have claimed"), key="raw_ranking"):
            return
        st.markdown("\n".join(reader().words(line, quote=as_text) for line in podium_lines(rows, metric)))
        wrong = wrong_places(rows, metric, team)
        for one in wrong:
            st.markdown(f"- {as_text(tell(why_wrong(one, metric, team)))}")
        if not wrong:
            st.caption(tell(AGREES))


def show_funnel(rows: pd.DataFrame, metric: Metric, team: float, by: Dimension) -> None:
    """What luck explains; only of shares of what can be compared."""
    if metric.kind is not Kind.SHARE or have_nothing_alike(rows):
        return
    title = t("What luck explains at each number of answers")
    with box(
        title,
        t("One mark each, in cases of the same kind. Between the curves luck explains the distance to all together."),
    ):
        show(
            funnel.funnel,
            around_the_team(rows, team),
            team,
            metric,
            key="funnel",
            legend=funnel.legend(style()),
            alt=title,
            are_all_named=by is not Dimension.EMPLOYEE and len(rows) <= FEW_GROUPS,
        )


def show_staff_notes(filters: Filters) -> None:
    """What to know of the staff sheet, folded away; nothing where it holds no surprise."""
    notes = ask(staff_notes, filters)
    if notes:
        with st.expander(t("What to know of the staff sheet")):
            for note in notes:
                st.markdown(f"- {as_text(tell(staff_note(note)))}")


def _bands_shown(by: Dimension, viewer: Viewer) -> tuple[str, ...]:
    """The groups on the picture: of people, only a lead sees others than those above."""
    return ("above", "same", "below") if viewer.is_lead or by is not Dimension.EMPLOYEE else ("above",)


def _say_the_rest(rows: pd.DataFrame) -> None:
    for one in words.the_rest(rows):
        st.markdown(f"**{as_text(tell(one.heading))}** {reader().write(one.names, quote=as_text)}")


def _say_weak_comparisons(rows: pd.DataFrame) -> None:
    weak = words.weak_comparisons(rows)
    if weak is not None:
        st.info(as_text(tell(weak)), icon=":material/balance:")


def _say_unknown_cases(unknown: Sequence[tuple[Dimension, float]]) -> None:
    for dimension, share in unknown:
        st.caption(as_text(tell(words.unknown_case(dimension, share))))


def _say_movements(changes: pd.DataFrame, viewer: Viewer) -> None:
    places: dict[Movement, Callable[[str], object]] = {
        Movement.BETTER: st.success,
        Movement.WORSE: st.warning,
        Movement.NONE: st.caption,
    }
    for movement, sentence in words.movements(changes, is_lead=viewer.is_lead).items():
        places[movement](as_text(tell(sentence)))


def _table(rows: pd.DataFrame, metric: Metric, *, whose: str) -> None:
    """The exact numbers, folded away."""
    with st.expander(t("See the numbers")):
        table = pd.DataFrame(
            {
                whose: rows["employee"].astype(str),
                t("Area"): rows["area"].fillna("").astype(str),
                t("Result"): [
                    tell(words.group_of(band, missing))
                    for band, missing in zip(rows["band"], rows["missing"], strict=True)
                ],
                t("Fair figure"): [_figure(metric, value) for value in rows["score"]],
                t("95 % interval"): [
                    interval_text(metric, low, high) for low, high in zip(rows["low"], rows["high"], strict=True)
                ],
                t("As measured"): [_figure(metric, value) for value in rows["observed"]],
                t("Expected in the same cases"): [_figure(metric, value) for value in rows["expected"]],
                t("Answers or cases (n)"): [count_text(n) for n in rows["n"]],
                t("Probability of being above"): [_chance(p) for p in rows["p_above"]],
                t("Probability of being among the best three"): [_chance(p) for p in rows["p_top3"]],
            }
        )
        text_table(table, alt=t("{metric} per person", metric=tell(metric.label)))


def _figure(metric: Metric, value: float) -> str:
    return "" if pd.isna(value) else figure_text(metric, value)


def _chance(p: float | None) -> str:
    sentence = words.chance(p)
    return "" if sentence is None else tell(sentence)
