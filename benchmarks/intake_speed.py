"""How much reading a workbook into DuckDB costs: the product's whole safe path against what people usually write.

    python benchmarks/intake_speed.py [ROWS] [--only WAY]...

Each way runs in a process of its own. Processor seconds count user and system time, children included; the peak is
that of the process plus that of its largest child. The workbook is made once and kept in the temporary folder.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

FOLDER = Path(tempfile.gettempdir()) / "momentos-benchmarks"
HEADERS = (
    "Folio", "Fecha y hora", "Cliente", "Empleado", "Punto de contacto", "Canal", "Motivo", "Espera",
    "Tiempo de atención", "Tiempo de resolución", "Atendida", "Resuelto", "Compensación", "Comentario",
)  # fmt: skip
TOUCHPOINTS = ("Llamar al centro", "Pagar en caja", "Recibir el pedido", "Visitar la tienda", "Devolver un producto")
CHANNELS = ("Teléfono", "Tienda", "WhatsApp", "Correo")
REASONS = ("Reclamo", "Consulta", "Compra", "Garantía", "Entrega", "Factura")


def make_workbook(rows: int) -> Path:
    """A workbook of ``rows`` × 14 mixed columns, as a call centre exports it."""
    import xlsxwriter

    path = FOLDER / f"interactions-{rows}.xlsx"
    if path.exists():
        return path
    FOLDER.mkdir(exist_ok=True)
    chance = random.Random(20260101)
    draft = path.with_suffix(".draft")
    with xlsxwriter.Workbook(str(draft)) as book:
        sheet = book.add_worksheet("Atenciones")
        instant = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        elapsed = book.add_format({"num_format": "[h]:mm:ss"})
        sheet.write_row(0, 0, HEADERS)
        for row in range(1, rows + 1):
            started = datetime(2024, 1, 1) + timedelta(minutes=row * 5 % 1_000_000, seconds=chance.randrange(60))
            is_answered = chance.random() < 0.9
            sheet.write_string(row, 0, f"{row:08d}")
            sheet.write_datetime(row, 1, started, instant)
            sheet.write_number(row, 2, chance.randrange(30_000))
            sheet.write_string(row, 3, f"E-{chance.randrange(60):03d}")
            sheet.write_string(row, 4, chance.choice(TOUCHPOINTS))
            sheet.write_string(row, 5, chance.choice(CHANNELS))
            sheet.write_string(row, 6, chance.choice(REASONS))
            sheet.write_number(row, 7, chance.randrange(600) / 86_400, elapsed)
            if is_answered:
                sheet.write_number(row, 8, chance.randrange(30, 1_200))
                sheet.write_number(row, 9, round(chance.expovariate(1 / 9_000), 1))
            sheet.write_string(row, 10, "sí" if is_answered else "no")
            sheet.write_string(row, 11, chance.choice(("sí", "no")))
            if chance.random() < 0.2:
                sheet.write_number(row, 12, round(chance.random() * 50, 2))
            if chance.random() < 0.3:
                sheet.write_string(row, 13, f"El cliente {chance.randrange(10**9)} pidió que lo llamaran & esperó")
    draft.rename(path)
    return path


def unzip_and_scan(path: Path) -> int:
    """The floor: unpack every part and look at every byte once."""
    with zipfile.ZipFile(path) as archive:
        return sum(archive.read(name).count(b"</row>") for name in archive.namelist())


def pandas_openpyxl(path: Path) -> int:
    return _pandas(path, "openpyxl")


def pandas_calamine(path: Path) -> int:
    return _pandas(path, "calamine")


def _pandas(path: Path, engine: str) -> int:
    import duckdb
    import pandas as pd

    frame = pd.read_excel(path, engine=engine)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "benchmark.duckdb")) as connection:
        connection.register("frame", frame)
        connection.execute("create table interactions as select * from frame")
        return connection.execute("select count(*) from interactions").fetchone()[0]


def opening(path: Path) -> int:
    """The product's gate, child and typed columns alone."""
    from momentos.intake.opening import open_workbook

    return sum(table.row_count for table in open_workbook(path, path.name).tables)


def whole_path(path: Path) -> int:
    """The product, from the file to rows in the warehouse with summaries refreshed: open, recognise, check, load."""
    from momentos.intake.opening import open_workbook
    from momentos.intake.preparing import prepare
    from momentos.intake.recognise import default_choices, recognise
    from momentos.warehouse.connection import Warehouse
    from momentos.warehouse.loads import commit

    now = datetime.now()
    opened = open_workbook(path, path.name)
    sheets = [
        prepare(table, default_choices(recognise(table, today=now.date())), today=now.date()) for table in opened.tables
    ]
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Warehouse.open(Path(folder) / "momentos.duckdb")
        outcomes = commit(warehouse, opened.source, sheets, author="benchmark", at=now)
        warehouse.close()
    return sum(outcome.loaded for outcome in outcomes)


WAYS: dict[str, Callable[[Path], int]] = {
    "unzip and scan (floor)": unzip_and_scan,
    "momentos: open only": opening,
    "momentos: file to facts": whole_path,
    "pandas, calamine": pandas_calamine,
    "pandas, openpyxl": pandas_openpyxl,
}


def measure(way: str, path: Path) -> dict[str, float]:
    """Runs one way in a fresh process: processor seconds, wall seconds, peak MB, rows."""
    command = [sys.executable, __file__, "--run", way, "--file", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def run(way: str, path: Path) -> None:
    """In the fresh process: does it and prints what it took."""
    start = time.perf_counter()
    rows = WAYS[way](path)
    wall = time.perf_counter() - start
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    peak = (own.ru_maxrss + children.ru_maxrss) / 1024
    print(json.dumps({"processor": processor, "wall": wall, "peak": peak, "rows": rows}))


def report(rows: int, ways: list[str]) -> None:
    """One line a way, each against the floor and against pandas with openpyxl where those were run."""
    path = make_workbook(rows)
    print(f"{rows:,} rows × {len(HEADERS)} columns, {path.stat().st_size / 1e6:.1f} MB")
    results = {way: measure(way, path) for way in ways}
    floor = results.get("unzip and scan (floor)", {}).get("processor")
    usual = results.get("pandas, openpyxl", {}).get("processor")
    print(f"{'way':<26}{'cpu s':>8}{'wall s':>8}{'peak MB':>9}{'rows':>10}{'× floor':>9}{'openpyxl ÷':>12}")
    for way, one in results.items():
        to_floor = f"{one['processor'] / floor:.1f}" if floor else ""
        to_usual = f"{usual / one['processor']:.1f}" if usual else ""
        print(
            f"{way:<26}{one['processor']:>8.2f}{one['wall']:>8.2f}{one['peak']:>9.0f}{one['rows']:>10,}"
            f"{to_floor:>9}{to_usual:>12}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    parser.add_argument("--only", action="append", choices=list(WAYS))
    parser.add_argument("--run", choices=list(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments.run, arguments.file)
    else:
        report(arguments.rows, arguments.only or list(WAYS))


if __name__ == "__main__":
    main()
