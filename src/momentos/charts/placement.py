"""Where marks and their labels go so that none covers another. Pixels, y downwards, as on a screen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from momentos.charts.style import Style, note

_GAP = 3.0


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, right: float, down: float) -> "Box":
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)


class Side(NamedTuple):
    """Where a label stands beside its mark, as Plotly's anchors and shifts (y upwards there)."""

    xanchor: str
    yanchor: str
    xshift: float
    yshift: float

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """The rectangle of a label of this size beside a mark at (x, y)."""
        left = x + self.xshift - {"left": 0.0, "center": width / 2, "right": width}[self.xanchor]
        top = y - self.yshift - {"top": 0.0, "middle": height / 2, "bottom": height}[self.yanchor]
        return Box(left, top, left + width, top + height)


class Candidate(NamedTuple):
    """One way to draw something: the rectangles it covers, and how little we like it."""

    boxes: tuple[Box, ...]
    cost: float
    x: float = 0.0
    y: float = 0.0
    side: Side | None = None
    lines: tuple[str, ...] = ()


def below(distance: float) -> Side:
    return Side("center", "top", 0, -distance)


def above(distance: float) -> Side:
    return Side("center", "bottom", 0, distance)


def beside(distance: float) -> tuple[Side, Side]:
    """To the right and to the left."""
    return Side("left", "middle", distance, 0), Side("right", "middle", -distance, 0)


def corners(distance: float) -> tuple[Side, ...]:
    """Above and below, leaning to the right or to the left: the free sides of a mark on a slope."""
    return tuple(
        Side(xanchor, yanchor, x * distance, y * distance)
        for xanchor, x in (("left", 1), ("right", -1))
        for yanchor, y in (("bottom", 0.5), ("top", -0.5))
    )


def choose(
    wishes: Sequence[Sequence[Candidate]], taken: Sequence[Box], inside: Box, gap: float = _GAP
) -> list[Candidate | None]:
    """For each thing, in order, its cheapest candidate that lies inside and covers nothing; ``None`` if none does."""
    return list(_chosen(wishes, taken, inside, gap))


def choose_all(
    wishes: Iterable[Sequence[Candidate]], taken: Sequence[Box], inside: Box, gap: float = _GAP
) -> list[Candidate] | None:
    """The same where there is room for everything; else ``None``, known as soon as one thing has none."""
    chosen = []
    for pick in _chosen(wishes, taken, inside, gap):
        if pick is None:
            return None
        chosen.append(pick)
    return chosen


def _chosen(
    wishes: Iterable[Sequence[Candidate]], taken: Sequence[Box], inside: Box, gap: float
) -> Iterator[Candidate | None]:
    occupied = _edges(taken)
    for candidates in wishes:
        by_cost = sorted(candidates, key=lambda one: one.cost)
        free = _are_free(by_cost, occupied, inside, gap)
        pick = by_cost[int(free.argmax())] if free.any() else None
        yield pick
        if pick:
            occupied = np.vstack([occupied, _edges(pick.boxes)])


def label_note(style: Style, label: str, spot: Candidate, **font_and_place: Any) -> dict[str, Any]:
    """The note of a label, already safe, on the side its candidate chose."""
    side = spot.side or above(0)
    anchors: dict[str, Any] = {
        "xanchor": side.xanchor,
        "yanchor": side.yanchor,
        "xshift": side.xshift,
        "yshift": side.yshift,
    }
    return note(style, label, align=side.xanchor, **anchors, **font_and_place)


def overlaps(one: Box, other: Box) -> bool:
    """Whether two rectangles share any area."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _edges(boxes: Sequence[Box]) -> NDArray[np.float64]:
    return np.array(boxes, dtype=float).reshape(-1, 4)


def _are_free(
    candidates: Sequence[Candidate], occupied: NDArray[np.float64], inside: Box, gap: float
) -> NDArray[np.bool_]:
    """For each candidate, whether all its rectangles lie inside and cover nothing."""
    owner = np.repeat(np.arange(len(candidates)), [len(one.boxes) for one in candidates])
    left, top, right, bottom = _edges([box for one in candidates for box in one.boxes]).T[:, :, None]
    taken_left, taken_top, taken_right, taken_bottom = occupied.T[:, None, :]
    is_hit = (
        (left < taken_right + gap)
        & (taken_left < right + gap)
        & (top < taken_bottom + gap)
        & (taken_top < bottom + gap)
    ).any(axis=1)
    is_out = (left < inside.left) | (right > inside.right) | (top < inside.top) | (bottom > inside.bottom)
    free = np.ones(len(candidates), dtype=bool)
    free[owner[is_hit | is_out[:, 0]]] = False
    return free
