"""Names in the files that may be one with others: offered before loading, merged if the person says so."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from momentos.datasets.checked import CheckedSheet
from momentos.domain.messages import Message, say
from momentos.intake.near_names import NearNames, Why, near_names
from momentos.ui.asking import ask, warehouse
from momentos.ui.figures import count_text
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text
from momentos.ui.upload.arriving import remembered
from momentos.ui.viewer import viewer
from momentos.warehouse.same_names import Named, say_same, written_names

MOST_OFFERED = 30

_WHY: dict[Why, Message] = {
    Why.ACCENTS: say("accents or punctuation"),
    Why.ORDER: say("another order"),
    Why.SPELLING: say("nearly the same letters"),
    Why.ALPHABETS: say("letters of two alphabets"),
}

Pairs = dict[Named, list[tuple[str, str]]]


def offer_names(sheets: Sequence[CheckedSheet], key: str) -> Pairs:
    """The pairs that the person said are one; nothing is merged before the file is loaded."""
    found = remembered(
        f"names {key}",
        [warehouse().data_version(), [id(sheet) for sheet in sheets]],
        lambda: [(named, one) for named in Named for one in _near(sheets, named)][:MOST_OFFERED],
    )
    chosen: Pairs = {}
    if not found:
        return chosen
    with st.expander(t("Names that may be one: {n}", n=count_text(len(found))), key=f"names_{key}"):
        st.caption(t("Mark those that are the same: the first will be shown as the second, here and in later files."))
        everything = st.toggle(t("All of them are the same"), key=f"all_names_{key}")
        for place, (named, one) in enumerate(found):
            if not one.shown:
                words = t("{count} × «{written}» mixes letters of two alphabets", count=one.count, written=one.written)
                st.markdown(f":orange[:material/warning:] {as_text(words)}")
            elif st.checkbox(_words(one), key=f"same_{key}_{place}", disabled=everything) or everything:
                chosen.setdefault(named, []).append((one.written, one.shown))
    return chosen


def merge(pairs: Pairs) -> None:
    """Remember what was said, once the file is in."""
    for named, same in pairs.items():
        say_same(warehouse(), named, same, author=viewer().name, at=datetime.now())


def _words(one: NearNames) -> str:
    words = t(
        "{count} × «{written}» → «{shown}» ({why})",
        count=count_text(one.count),
        written=one.written,
        shown=one.shown,
        why=tell(_WHY[one.why]),
    )
    return as_text(words)


def _near(sheets: Sequence[CheckedSheet], named: Named) -> list[NearNames]:
    written: Counter[str] = Counter()
    for sheet in sheets:
        if named in sheet.rows.column_names:
            counted = sheet.rows.column(named).drop_null().value_counts().to_pylist()
            written.update({entry["values"]: entry["counts"] for entry in counted})
    return near_names(written, set(ask(written_names, named))) if written else []
