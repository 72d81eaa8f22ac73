"""Where the bubbles of the map and their names go, so that none covers another."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from momentos.charts.frames import rows_of
from momentos.charts.placement import Box, Candidate, above, below, beside, choose, choose_all
from momentos.charts.safe_text import block_size, lines_of
from momentos.charts.style import LABEL_SIZE, Style
from momentos.domain.impact import MOMENT_OF_TRUTH_IMPACT
from momentos.domain.messages import say
from momentos.journey.pictures.stages import Band

NOT_MEASURED = say("not measured")

_SMALLEST, _SMALLEST_PHONE = 32.0, 24.0
_LANES = 9


@dataclass(frozen=True)
class Canvas:
    """Pixels of the plotting area and the impact at its ends."""

    width: float
    height: float
    lowest: float
    highest: float

    @property
    def per_unit(self) -> float:
        return self.height / (self.highest - self.lowest)

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)

    def down(self, impact: float) -> float:
        """Pixels from the top at which an impact stands."""
        return (self.highest - impact) * self.per_unit


@dataclass(frozen=True)
class _Stop:
    """A touchpoint to place: its stage, how far along it, 0 to 1, and the impact it stands at."""

    touchpoint: str
    band: Band
    along: float
    height: float
    is_priority: bool
    is_measured: bool


@dataclass(frozen=True)
class _Plan:
    """One way to fit everything: the largest bubble, letters a line, lines a label, how far a bubble may move
    up or down and in how many steps, and its distance from the edges of its stage."""

    largest: float
    letters: int
    lines: int
    drift: float
    margin: float = 3.0
    steps: int = 5


_NAMING_ALL = (
    _Plan(62, 16, 3, 0),
    _Plan(56, 13, 3, 0),
    _Plan(52, 13, 3, 10),
    _Plan(46, 12, 2, 16),
    _Plan(42, 11, 2, 24),
    _Plan(38, 11, 3, 36, steps=9),
)
_BUBBLES_FIRST = (_Plan(40, 11, 2, 36, steps=9), _Plan(32, 11, 2, 72, steps=9))
_PHONE = (_Plan(36, 11, 3, 20, steps=9), _Plan(30, 11, 3, 36, steps=9), _Plan(24, 11, 2, 56, margin=-7, steps=9))


def place(
    ordered: pd.DataFrame, bands: list[Band], canvas: Canvas, taken: list[Box], style: Style
) -> tuple[list[float], list[Candidate]]:
    """Diameter and place of each touchpoint of ``ordered``, with the side its name stands on.

    The first plan that has room for every bubble and name is taken; where none has, bubbles come first and a name
    without room is left out. A phone names only the priorities. ``taken`` must stay free.
    """
    stops, turn = _stops(ordered, bands), _turn(ordered)
    for plan in () if style.compact else _NAMING_ALL:
        sizes = _diameters(ordered, plan, style)
        named = (
            _named(stops[at], sizes[at], _bubbles(stops[at], sizes[at], canvas, plan, style), canvas, plan, style)
            for at in turn
        )
        found = choose_all(named, taken, canvas.box)
        if found is not None:
            spots = dict(zip(turn, found, strict=True))
            return sizes, [spots[at] for at in ordered.index]
    return _bubbles_first(ordered, stops, canvas, taken, style)


def _bubbles_first(
    ordered: pd.DataFrame, stops: list[_Stop], canvas: Canvas, taken: list[Box], style: Style
) -> tuple[list[float], list[Candidate]]:
    turn = _turn(ordered)
    for plan in _PHONE if style.compact else _BUBBLES_FIRST:
        sizes = _diameters(ordered, plan, style)
        wishes = [_bubbles(stops[at], sizes[at], canvas, plan, style) for at in turn]
        found = choose(wishes, taken, canvas.box)
        if all(found):
            break
    bubbles = {at: spot or wish[0] for at, wish, spot in zip(turn, wishes, found, strict=True)}
    covered = [*taken, *(box for spot in bubbles.values() for box in spot.boxes)]
    to_name = [at for at in turn if not style.compact or ordered["is_priority"][at]]
    names = [
        [_label_alone(one) for one in _named(stops[at], sizes[at], [bubbles[at]], canvas, plan, style)]
        for at in to_name
    ]
    found_names = dict(zip(to_name, choose(names, covered, canvas.box), strict=True))
    return sizes, [found_names.get(at) or bubbles[at] for at in ordered.index]


def _stops(ordered: pd.DataFrame, bands: list[Band]) -> list[_Stop]:
    """The touchpoints, in the order of ``ordered``."""
    by_stage = {band.stage: band for band in bands}
    mates = ordered["stage"].value_counts()
    turn = ordered.groupby("stage").cumcount()
    return [
        _Stop(
            row.touchpoint,
            by_stage[row.stage],
            (turn[row.Index] + 0.5) / mates[row.stage],
            float(row.height),
            bool(row.is_priority),
            not pd.isna(row.score),
        )
        for row in rows_of(ordered)
    ]


def _turn(ordered: pd.DataFrame) -> list[int]:
    """Priorities choose first, then the touchpoints of most answers."""
    return sorted(ordered.index, key=lambda at: (not ordered["is_priority"][at], -ordered["n"][at]))


def _diameters(ordered: pd.DataFrame, plan: _Plan, style: Style) -> list[float]:
    """The area follows the answers, down to a bubble that can hold its number."""
    smallest = _SMALLEST_PHONE if style.compact else _SMALLEST
    shares = np.sqrt(ordered["n"] / max(ordered["n"].max(), 1)).where(ordered["score"].notna(), 0)
    return [style.px(max(share * plan.largest, smallest)) for share in shares]


def _bubbles(stop: _Stop, size: float, canvas: Canvas, plan: _Plan, style: Style) -> list[Candidate]:
    """Places for a bubble inside its stage: near its turn in the journey and its impact, on its side of the line
    of the moments of truth."""
    start = stop.band.start * canvas.width + size / 2 + plan.margin
    end = stop.band.end * canvas.width - size / 2 - plan.margin
    wanted = start + (end - start) * stop.along if end > start else (start + end) / 2
    lanes = sorted({wanted, *np.linspace(start, end, _LANES)}) if end > start else [wanted]
    line, here = canvas.down(MOMENT_OF_TRUTH_IMPACT), canvas.down(stop.height)
    drifts = sorted({style.px(plan.drift * part) for part in np.linspace(-1, 1, plan.steps)})
    places = [
        Candidate(
            (Box(x - size / 2, here + drift - size / 2, x + size / 2, here + drift + size / 2),),
            (abs(x - wanted) * 0.25 + abs(drift) * 2) / style.scale,
            x,
            here + drift,
        )
        for drift in drifts
        if (here + drift <= line) == (here <= line)
        for x in lanes
    ]
    return sorted(places, key=lambda one: one.cost)


def _named(
    stop: _Stop, size: float, bubbles: list[Candidate], canvas: Canvas, plan: _Plan, style: Style
) -> list[Candidate]:
    """Each of these bubbles with its name below, above or beside; a name that leaves its stage costs more."""
    left, right = stop.band.start * canvas.width, stop.band.end * canvas.width
    lines = lines_of(stop.touchpoint, plan.letters, plan.lines)
    if not stop.is_measured:
        lines = [*lines, style.words(NOT_MEASURED)]
    wide, tall = block_size(lines, style.px(LABEL_SIZE), is_bold=stop.is_priority)
    reach = size / 2 + style.px(4)
    named = []
    for bubble in bubbles:
        for side, extra in ((below(reach), 0), (above(reach), 6), *((side, 10) for side in beside(reach))):
            label = side.box(bubble.x, bubble.y, wide, tall)
            outside = max(0.0, left - label.left, label.right - right)
            cost = bubble.cost + extra + outside * 0.6
            named.append(Candidate((*bubble.boxes, label), cost, bubble.x, bubble.y, side, tuple(lines)))
    return named


def _label_alone(named: Candidate) -> Candidate:
    """The name of a bubble that already has its place."""
    return Candidate(named.boxes[-1:], named.cost, named.x, named.y, named.side, named.lines)
