"""Beginning again with nothing: what takes the sample company away."""

import shutil

from momentos.datasets import DATASETS
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import authors, shown_names, summaries
from momentos.warehouse.connection import Warehouse

_DERIVED = (
    *shown_names.NAMES,
    authors.TABLE,
    *(summary.name for summary in summaries.SUMMARIES),
    "passages",
    "shared_interactions",
    "questionnaires",
)
_HISTORY = ("loads", "confirmed_rows", "load_scopes", "journal")


def empty(warehouse: Warehouse, viewer: Viewer) -> None:
    """Delete every row, the history of loads, the journal and the kept files.

    Settings stay, and numbers of loads are not used again. Raises ``Refused`` to who does not lead.
    """
    need_lead(viewer)
    with warehouse.transaction() as cursor:
        for table in (*DATASETS, *_HISTORY, *_DERIVED):
            cursor.execute(f"delete from {table}")
    shutil.rmtree(warehouse.files_folder, ignore_errors=True)
