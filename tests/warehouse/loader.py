"""A program that loads file after file, for a test to kill: prints a line when it starts one and when one is in.

Each file has a sheet of interactions, one of surveys with ratings, and repeats and corrects some of the rows before.
"""

import sys
from pathlib import Path

from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from tests.warehouse.sheets import NOON, file_of, sheet_of

ROWS = 300


def main(folder: Path, first: int) -> None:
    warehouse = Warehouse.open(folder / "momentos.duckdb")
    for number in range(first, first + 1000):
        print(f"loading {number}", flush=True)
        calls = [
            {
                "interaction": f"T{number}-{one}",
                "occurred_at": NOON,
                "employee": f"E{one % 7}",
                "wait_seconds": float(one),
            }
            for one in range(ROWS)
        ]
        corrected = {**calls[0], "interaction": "T-shared", "wait_seconds": float(number)}
        answers = [{"response": f"R{number}-{one}", "answered_at": NOON, "csat": 4.0} for one in range(ROWS)]
        ratings = [{"response": f"R{number}-{one}", "touchpoint": "Pago", "score": 5.0} for one in range(ROWS)]
        sheets = [
            sheet_of("interactions", [*calls, corrected], sheet="Llamadas"),
            sheet_of("responses", answers, sheet="Encuestas", more={"ratings": ratings}),
        ]
        commit(warehouse, file_of(folder, content=str(number).encode()), sheets, author="ana", at=NOON)
        print(f"loaded {number}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
