"""How long derived impact takes, from the question to the last resample.

    python -m benchmarks.impact_speed

Fifty thousand respondents who score fifteen touchpoints, as large companies have them: first the statistics alone, then
the whole question as the screen asks it, warehouse and all, with what the progress bar was told.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import tempfile
import time
from datetime import datetime
from pathlib import Path

import numpy as np

from momentos.analysis.impact import derived_impact
from momentos.journey.questions.impact import journey_impact
from tests.analysis.worlds import survey
from tests.figures.company import company

RESPONDENTS, TOUCHPOINTS = 50_000, 15


def statistics(scores: np.ndarray, loyalty: np.ndarray) -> str:
    """The model, its shares and two hundred resamples."""
    began = time.perf_counter()
    report = derived_impact([f"T{place}" for place in range(scores.shape[1])], scores, loyalty)
    return f"statistics alone: {time.perf_counter() - began:5.2f} s  {report.method}, n = {report.respondents:,}"


def whole_question(scores: np.ndarray, loyalty: np.ndarray) -> str:
    """The same from rows in a warehouse, with cautions and penalties."""
    day = datetime(2026, 3, 1)
    responses = [{"response": f"R{place}", "answered_at": day, "nps": float(one)} for place, one in enumerate(loyalty)]
    ratings = [
        {"response": f"R{place}", "touchpoint": f"T{point}", "score": float(score), "answered_at": day}
        for place, row in enumerate(scores)
        for point, score in enumerate(row)
        if score == score
    ]
    heard: list[float] = []
    with tempfile.TemporaryDirectory() as folder, company(Path(folder), responses=responses, ratings=ratings) as cursor:
        began = time.perf_counter()
        found = journey_impact(cursor, progress=heard.append)
        seconds = time.perf_counter() - began
    told = f"progress told {len(heard)} times"
    return f"whole question:   {seconds:5.2f} s  {len(ratings):,} scores, n = {found.report.respondents:,}; {told}"


def main() -> None:
    rng = np.random.default_rng(1)
    scores, loyalty = survey(rng, RESPONDENTS, np.linspace(1, 0, TOUCHPOINTS))
    print(f"{RESPONDENTS:,} respondents × {TOUCHPOINTS} touchpoints, 200 resamples, one thread")
    print(statistics(scores, loyalty))
    print(whole_question(scores, loyalty))


if __name__ == "__main__":
    main()
