"""Loading the sample company's workbooks the way anybody's are loaded, and taking them out again."""

from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from momentos.domain import clock
from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer, need_lead
from momentos.sample.company import LAST_DAY
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import SAMPLE_AUTHOR, SheetOutcome, list_loads

FOLDER = Path(__file__).parents[3] / "data" / "ejemplo"
FILES = (
    "puntos_de_contacto.xlsx",
    "personal.xlsx",
    "clientes.xlsx",
    "atenciones.xlsx",
    "encuestas.xlsx",
    "compras.xlsx",
    "capacitaciones.xlsx",
    "pulso.xlsx",
)
"""What describes things first, then what happened to them."""


def load_sample(warehouse: Warehouse, *, at: datetime | None = None) -> list[SheetOutcome]:
    """Load the committed workbooks, one load each, and say what became of every sheet; loading twice changes nothing.

    ``Refused`` if the workbooks are not where the checkout keeps them.
    """
    moment = at or clock.now()
    return [outcome for name in FILES for outcome in _load(warehouse, FOLDER / name, moment)]


def is_sample(cursor: DuckDBPyConnection) -> bool:
    """Whether the sample company is among what is loaded."""
    return any(load.author == SAMPLE_AUTHOR and not load.is_undone for load in list_loads(cursor))


def empty_sample(warehouse: Warehouse, viewer: Viewer, *, at: datetime | None = None) -> None:
    """Take the sample company out. Where nothing else was ever loaded, no trace stays; else its loads are undone.

    Raises ``Refused`` to who does not lead.
    """
    from momentos.loading import emptying
    from momentos.warehouse import undo

    need_lead(viewer)
    with warehouse.cursor() as cursor:
        history = list_loads(cursor)
    if all(load.author == SAMPLE_AUTHOR for load in history):
        emptying.empty(warehouse, viewer)
        return
    for load in history:
        if load.author == SAMPLE_AUTHOR and not load.is_undone:
            undo.undo(warehouse, viewer, load.load_id, author=SAMPLE_AUTHOR, at=at or clock.now())


def _load(warehouse: Warehouse, path: Path, at: datetime) -> list[SheetOutcome]:
    if not path.exists():
        raise NotFound(
            say(
                "The sample company's workbook {file} is missing from {folder}.",
                file=path.name,
                folder=str(path.parent),
            )
        )
    from momentos.intake.opening import open_workbook  # every page asks whether this is the sample; few load it
    from momentos.intake.preparing import prepare
    from momentos.intake.recognise import default_choices, recognise
    from momentos.warehouse import loads

    opened = open_workbook(path, path.name)
    today = max(at.date(), LAST_DAY)
    sheets = [prepare(table, default_choices(recognise(table, today=today)), today=today) for table in opened.tables]
    return loads.commit(warehouse, opened.source, sheets, author=SAMPLE_AUTHOR, at=at)
