"""Real surveys through the real door, and what the screens say of them: writes ``docs/trials.md``.

    python -m benchmarks.trials FOLDER_OF_SPREADSHEETS

Every file goes in by ``momentos import`` as anybody would type it; every quotation is read from the page itself.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "trials.md"
FRAME = ROOT / "src" / "momentos" / "ui" / "main.py"

AIRPORT_JOURNEY = """Orden,Etapa,Punto de contacto,Nombre,Impacto
1,Llegar,roads,Vías de acceso,3
2,Llegar,park,Estacionamiento,4
3,Llegar,ltparking,Estacionamiento de larga estadía,3
4,Llegar,airtrain,Tren interno,3
5,Llegar,rental,Centro de autos de alquiler,2
6,Orientarse,sign,Señalización,3
7,Orientarse,walkways,Pasillos y escaleras mecánicas,2
8,Orientarse,screens,Pantallas de vuelos,3
9,Orientarse,infodown,Informes en planta baja,4
10,Orientarse,infoup,Informes en planta alta,4
11,Esperar,art,Obras de arte,2
12,Esperar,food,Restaurantes,4
13,Esperar,store,Tiendas,2
14,Esperar,wifi,Wifi,5
"""
"""The impact is our own guess before looking, so that the data can contradict something; it is not the airport's."""

AIRPORT_YEARS = range(2010, 2019)


def main() -> None:
    data = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        parts = [*_introduction(), *_airport(data, place), *_evaluations(data, place), *_sample(place)]
    REPORT.write_text("\n".join(parts) + "\n", encoding="utf-8")
    print(f"{REPORT.relative_to(ROOT)}: {len(parts)} lines")


def _introduction() -> Iterator[str]:
    yield "# Trials on real surveys"
    yield ""
    yield "Written by `python -m benchmarks.trials FOLDER`; nothing below was typed by hand. The spreadsheets are"
    yield "public and stay out of this repository. Quotations are what the Spanish screens say."


def _airport(data: Path, folder: Path) -> Iterator[str]:
    """San Francisco airport's passengers: one overall score and fourteen touchpoints scored 1–5."""
    database = folder / "airport.duckdb"
    journey = folder / "recorrido.csv"
    journey.write_text(AIRPORT_JOURNEY, encoding="utf-8")
    yield from ("", "## An airport, nine years", "")
    yield "Fifteen questions scored 1 to 5: fourteen touchpoints and the airport as a whole (`all`), which stands for"
    yield "loyalty. 0 (blank) and 6 (never used) are no scores."
    yield from _loaded(database, data / "sfo-airport-survey" / "dataset.xlsx", "--map", "year=answered_at")
    yield from _loaded(database, journey)
    yield from _target(database)
    yield from ("", "The journey's impact and the target are our own guess before looking, so that the data can")
    yield "contradict something."
    yield from _quoted("The screen «Impacto», over all nine years:", _screen(database, "impact.py", period="all"))
    yield from _quoted("The screen «Prioridades»:", _screen(database, "priorities.py", period="all", most=3))
    yield from ("", "All fourteen, by what the data say:", "")
    yield from _impact_table(_cli(database, "impact", "--json"))
    yield from ("", "Year by year, each year alone:", "")
    yield from ("| Year | Passengers | Weighs most | Its level (90 %) |", "|---|---|---|---|")
    for year in AIRPORT_YEARS:
        found = _cli(database, "impact", "--from", f"{year}-01-01", "--to", f"{year}-12-31", "--json")
        first = max((row for row in found["rows"] if row["share"]), key=lambda row: row["share"])
        level = f"{first['derived']} ({first['low']}–{first['high']})"
        yield f"| {year} | {found['n']:,} | {first['touchpoint']} | {level} |"


def _evaluations(data: Path, folder: Path) -> Iterator[str]:
    """Course evaluations of a Turkish university: twenty-eight questions, no loyalty answer."""
    database = folder / "courses.duckdb"
    yield from ("", "## Course evaluations without a loyalty answer", "")
    yield "Twenty-eight questions 1 to 5. Nothing stands for loyalty, so nothing is said of impact; how people answered"
    yield "is."
    yield from _loaded(database, data / "turkiye-student-evaluation" / "turkiye-student-evaluation_R_Specific.csv")
    yield from _quoted("The screen «Impacto»:", _screen(database, "impact.py", most=0))


def _sample(folder: Path) -> Iterator[str]:
    """The invented company, whose truths are known."""
    database = folder / "sample.duckdb"
    yield from ("", "## The sample company", "")
    yield "What was planted is told in [sample-company.md](sample-company.md): «Pide asesoría» weighs more than"
    yield "assigned, «Recibe una promoción» less, satisfied customers buy again sooner."
    yield from ("", "```", "$ momentos demo", "```")
    _run(database, "demo")
    yield from _quoted("The screen «Impacto»:", _screen(database, "impact.py", period="all", most=2))
    yield from _quoted("The screen «Prioridades»:", _screen(database, "priorities.py", period="all", most=3))


def _loaded(database: Path, file: Path, *options: str) -> Iterator[str]:
    """The command and what became of the rows."""
    report = json.loads(_run(database, "import", str(file), *options, "--json"))[0]
    shown = " ".join(f'"{one}"' if "=" in one else one for one in options)
    yield from ("", "```", f"$ momentos import {file.name} {shown}".rstrip())
    for sheet in report["sheets"]:
        scores = sum(field == "rating" for field in sheet["mapping"].values())
        told = f"{sheet['dataset']}: {sheet['read']:,} rows read, {sheet['loaded']:,} loaded"
        yield f"{told}, {scores} columns of scores" if scores else told
    yield "```"
    asked = [one["problem"] for one in report["problems"] if one["severity"] == "warning"]
    if asked:
        yield from ("", *(f"* {one}" for one in asked))


def _target(database: Path) -> Iterator[str]:
    """A target for every touchpoint: without one nothing is judged."""
    typed = ("targets", "--set", "score=4", "--author", "Prueba")
    _run(database, *typed)
    yield from ("", "```", f"$ momentos {' '.join(typed)}", "```")


def _impact_table(found: dict[str, Any]) -> Iterator[str]:
    yield "| Touchpoint | Assigned | Data (90 %) | Overall score per point (95 %) | n | Verdict |"
    yield "|---|---|---|---|---|---|"
    for row in sorted(found["rows"], key=lambda row: -(row["share"] or 0)):
        strength = f"{row['strength']:.2f} ({row['strength_low']:.2f} to {row['strength_high']:.2f})"
        level = f"{row['derived']} ({row['low']}–{row['high']})"
        yield f"| {row['touchpoint']} | {row['assigned']} | {level} | {strength} | {row['n']:,} | {row['verdict']} |"


def _quoted(heading: str, said: dict[str, list[str]]) -> Iterator[str]:
    yield from ("", heading, "")
    yield f"> **{said['title'][0]}**"
    for line in (*said["alerts"], *said["lines"]):
        yield ">"
        yield f"> {line}"


def _cli(database: Path, *typed: str) -> Any:
    return json.loads(_run(database, *typed))


def _run(database: Path, *typed: str) -> str:
    """What a command prints; the exit status 3 (some rows kept out) is an answer too."""
    command = [sys.executable, "-m", "momentos", *typed, "--db", str(database)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def _screen(database: Path, page: str, most: int = 6, **address: str) -> dict[str, list[str]]:
    """What a page says, in a process of its own: title, alerts, and the first sentences about touchpoints."""
    command = [sys.executable, "-m", "benchmarks.trials", "--page", page, str(most), json.dumps(address)]
    environment = {**os.environ, "MOMENTOS_DATABASE": str(database)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _say_page(page: str, most: int, address: dict[str, str]) -> None:
    """Print as JSON what the page says in Spanish."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(FRAME), default_timeout=300)
    app.query_params["lang"] = "es"
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(str(next((ROOT / "pages").rglob(page)))).run()
    if app.exception:
        raise SystemExit(str(app.exception))
    entries = [_plain(one.value) for one in app.markdown if one.value.startswith("**")]
    methods = [_plain(one.value) for one in app.caption if "n \\=" in one.value or "n =" in one.value]
    alerts = [_plain(one.value) for one in app.warning]
    said = {"title": [_plain(app.title[0].value)], "alerts": alerts, "lines": [*methods, *entries[:most]]}
    print(json.dumps(said, ensure_ascii=False))


def _plain(markdown: str) -> str:
    """The text as the reader sees it: our own bold stays, escapes and line breaks go."""
    text = re.sub(r"\\([^\w\s])", r"\1", markdown).replace("\u2060", "")
    return " ".join(text.split())


if __name__ == "__main__":
    if sys.argv[1] == "--page":
        _say_page(sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4]))
    else:
        main()
