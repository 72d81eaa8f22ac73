"""``import``: files in, and what became of each told as a table or as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from momentos.datasets import DATASETS
from momentos.domain import clock
from momentos.domain.messages import say
from momentos.domain.metrics import Kind
from momentos.facts import METRICS
from momentos.terminal.answers import plain
from momentos.terminal.console import DONE, PARTLY, REFUSED, Console, command, json_option

if TYPE_CHECKING:
    from momentos.loading.file_report import FileReport, SheetReport


class _Pair(click.ParamType):
    """``LEFT=RIGHT``; after a header the last = splits, as headers may hold one."""

    def __init__(self, name: str) -> None:
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        left, equals, right = value.rpartition("=") if self.name.startswith("HEADER=") else value.partition("=")
        if not equals or not left.strip() or not right.strip():
            self.fail(f"{value!r} is not {self.name}.", param, ctx)
        return left, right.strip()


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dataset", type=click.Choice(list(DATASETS)), help="What the tables are, where it cannot be told.")
@click.option("--sheet", help="Only this sheet.")
@click.option(
    "--map", "columns", type=_Pair("HEADER=FIELD"), multiple=True,
    help='What a column is; "rating" for scores of a touchpoint, "-" to leave it out.',
)  # fmt: skip
@click.option("--set", "constants", type=_Pair("FIELD=VALUE"), multiple=True, help="One value for every row.")
@click.option(
    "--no-answer", "no_answer", type=_Pair("HEADER=CODES"), multiple=True,
    help='Codes of a column of scores that stand for "no answer": "Nota=9,99".',
)  # fmt: skip
@click.option("--day-first/--month-first", "day_first", default=None, help="How dates such as 03/05/2026 are written.")
@click.option("--hidden/--no-hidden", "hidden", default=None, help="Whether hidden sheets are loaded too.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would happen, and load nothing.")
@click.option(
    "--marked", type=click.Path(dir_okay=False, path_type=Path),
    help="Write the file here as .xlsx, its wrong cells red with a comment (one file only).",
)  # fmt: skip
@click.option("--strict", "is_strict", is_flag=True, help="Load nothing if any row is bad.")
@json_option
@command
def import_command(
    console: Console,
    files: tuple[Path, ...],
    dataset: str | None,
    sheet: str | None,
    columns: tuple[tuple[str, str], ...],
    constants: tuple[tuple[str, str], ...],
    no_answer: tuple[tuple[str, str], ...],
    day_first: bool | None,
    hidden: bool | None,
    is_dry: bool,
    marked: Path | None,
    is_strict: bool,
) -> int:
    """Load every table found in every sheet of the files."""
    from momentos.terminal.importing import import_files
    from momentos.terminal.reading import Wishes

    if marked is not None and len(files) > 1:
        raise click.UsageError(console.render(say("--marked writes one workbook: name one file.")))
    if not any(map(_is_there, files)):
        missing = ", ".join(map(str, files))
        raise click.UsageError(
            console.render(say("There is no file {path}. Check its name and its folder.", path=missing))
        )
    wishes = Wishes(dataset, sheet, dict(columns), dict(constants), day_first, hidden, dict(no_answer))
    with console.warehouse() as warehouse:
        reports = import_files(warehouse, files, wishes, is_dry=is_dry, is_strict=is_strict, at=clock.now())
    if console.is_json:
        console.print_json([_answer(console, report) for report in reports])
    else:
        for report in reports:
            _print_report(console, report)
    if marked is not None and reports[0].sheets:
        _write_marked(console, files[0], reports[0], marked)
    return _exit_status(reports)


def _is_there(path: Path) -> bool:
    """Whether there is something by this name, or it cannot be looked for, which is told in its own place."""
    try:
        return path.exists()
    except OSError:
        return True


def _write_marked(console: Console, path: Path, report: "FileReport", target: Path) -> None:
    from momentos.exports.annotated import annotated
    from momentos.intake.opening import open_workbook

    book = open_workbook(path, path.name)
    target.write_bytes(annotated(path, book.kind, book.tables, report.problems, console.reader.translate))
    if not console.is_json:
        console.tell(say("{file} is your workbook with its problems marked.", file=str(target)))


def _exit_status(reports: Sequence["FileReport"]) -> int:
    """Refused if nothing was done with any file; partly done if one was refused, or rows of it were kept out."""
    refused = sum(report.status == "refused" for report in reports)
    if refused == len(reports):
        return REFUSED
    kept_out = any(report.status != "already loaded" and report.has_rows_kept_out for report in reports)
    return PARTLY if refused or kept_out else DONE


def _answer(console: Console, report: "FileReport") -> dict[str, Any]:
    return {
        "file": report.file,
        "sha256": report.sha256,
        "status": str(report.status),
        "sheets": [{**asdict(sheet), "unmapped": list(sheet.unmapped)} for sheet in report.sheets],
        "problems": [
            {
                "sheet": one.sheet,
                "cell": one.cell,
                "column": one.column,
                "field": one.field,
                "found": one.found,
                "problem": console.render(one.problem),
                "suggestion": None if one.suggestion is None else console.render(one.suggestion),
                "severity": str(one.severity),
            }
            for one in report.problems
        ],
        **({"figures": _figures_answer(report)} if report.effect else {}),
    }


def _figures_answer(report: "FileReport") -> list[dict[str, Any]]:
    return [
        {"metric": name, "before": plain(before), "after": plain(after)}
        for name, (before, after) in report.effect.items()
    ]


def _print_report(console: Console, report: "FileReport") -> None:
    from momentos.loading.words.report import columns_left_out, what_became_of, what_is_wrong

    click.echo(console.render(what_became_of(report)))
    if report.sheets:
        headings = [
            say("Sheet"), say("Dataset"), say("Rows read"), say("Loaded"), say("Replaced"), say("Unchanged"),
            say("Kept out"), say("Skipped"), say("Load number"),
        ]  # fmt: skip
        console.print_table(headings, [_sheet_row(console, sheet) for sheet in report.sheets])
    for left_out in filter(None, map(columns_left_out, report.sheets)):
        console.tell(left_out)
    if report.effect:
        labels = [console.render(METRICS[name].label) for name in report.effect]
        rows = [
            [label, *_figures(name, values)]
            for label, (name, values) in zip(labels, report.effect.items(), strict=True)
        ]
        console.print_table([say("Metric"), say("Before the load"), say("After the load")], rows)
    for line in what_is_wrong(report):
        console.tell(line)


def _figures(metric: str, values: tuple[float | None, float | None]) -> list[float | None]:
    """Before and after; counts are whole."""
    if METRICS[metric].kind is not Kind.COUNT:
        return [*values]
    return [None if value is None else int(value) for value in values]


def _sheet_row(console: Console, sheet: "SheetReport") -> list[Any]:
    dataset = console.render(DATASETS[sheet.dataset].label) if sheet.dataset else None
    counts = [sheet.read, sheet.loaded, sheet.replaced, sheet.unchanged, sheet.rejected, sheet.skipped]
    return [sheet.sheet, dataset, *counts, sheet.load_id]
