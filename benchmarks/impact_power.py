"""How many answers derived impact needs: planted truth, found or not.

    python -m benchmarks.impact_power

Eight touchpoints that share a mood, the first clearly the strongest, the last without effect. Prints, for each
number of respondents, how often a level is shown, the strongest is found, a right assigned impact is called wrong,
and the touchpoint without effect is called a driver; then how long a bootstrap takes at size.
"""

import time

import numpy as np

from momentos.analysis.impact import Evidence, ImpactVerdict, derived_impact, impact_verdict
from tests.analysis.worlds import PLANTED, survey

KEYS = [f"touchpoint {place + 1}" for place in range(len(PLANTED))]
RUNS = 200


def true_levels() -> list[int | None]:
    """The levels once everybody in the world has answered."""
    report = derived_impact(KEYS, *survey(np.random.default_rng(0), 300_000), resamples=2)
    return [touchpoint.level for touchpoint in report.touchpoints]


def power(respondents: int, levels: list[int | None], rng: np.random.Generator) -> str:
    """One line of the table."""
    shown = strongest = wrong = null_driver = 0
    for run in range(RUNS):
        report = derived_impact(KEYS, *survey(rng, respondents), seed=run)
        if report.touchpoints[0].level is None:
            continue
        shown += 1
        strongest += max(report.touchpoints, key=lambda touchpoint: touchpoint.share or 0).key == KEYS[0]
        verdicts = [
            impact_verdict(level, touchpoint.low, touchpoint.high, Evidence.FIRM)
            for level, touchpoint in zip(levels, report.touchpoints, strict=True)
        ]
        wrong += sum(verdict is not ImpactVerdict.CONSISTENT for verdict in verdicts)
        null_driver += report.touchpoints[-1].is_driver
    if shown == 0:
        return f"{respondents:>12,}  {'nothing claimed':>15}"
    rates = (shown / RUNS, strongest / shown, wrong / shown / len(KEYS), null_driver / shown)
    return f"{respondents:>12,}  " + "  ".join(f"{rate:>15.1%}" for rate in rates)


def speed(respondents: int, touchpoints: int) -> str:
    """Seconds for one report with its bootstrap of 200."""
    answers = survey(np.random.default_rng(1), respondents, np.linspace(1, 0, touchpoints))
    began = time.perf_counter()
    report = derived_impact([str(place) for place in range(touchpoints)], *answers)
    return f"{respondents:>12,} × {touchpoints:<3} {time.perf_counter() - began:>6.2f} s  {report.method}"


def main() -> None:
    levels = true_levels()
    rng = np.random.default_rng(1)
    print(f"planted points per point: {PLANTED}; true levels: {levels}; {RUNS} runs\n")
    headings = ("level shown", "strongest found", "right one wrong", "null a driver")
    print(f"{'respondents':>12}  " + "  ".join(f"{heading:>15}" for heading in headings))
    for respondents in (60, 100, 200, 400, 1_000, 3_000):
        print(power(respondents, levels, rng))
    print("\nbootstrap of 200")
    for respondents, touchpoints in ((5_000, 8), (50_000, 10), (50_000, 15), (200_000, 15)):
        print(speed(respondents, touchpoints))


if __name__ == "__main__":
    main()
