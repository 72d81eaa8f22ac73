"""Folding a whole column of names at once."""

import pyarrow as pa
import pyarrow.compute as pc

from momentos.domain.names import fold

_SPACES = r"[\t-\r\x1c-\x1f ]"


def fold_column(texts: pa.Array | pa.ChunkedArray) -> pa.Array:
    """``fold`` of every text; empty stays empty, and a text of spaces alone becomes empty.

    Plain ASCII, nearly everything in practice, is folded without leaving Arrow: the same result, many times faster.
    """
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    if pa.types.is_dictionary(texts.type):
        return _fold_texts(texts.dictionary).take(texts.indices)
    return _fold_texts(texts)


def _fold_texts(texts: pa.Array) -> pa.Array:
    is_plain = pc.string_is_ascii(texts)
    folded = pc.ascii_lower(texts)
    if _is_untidy(folded):
        folded = pc.ascii_trim(pc.replace_substring_regex(folded, f"{_SPACES}+", " "), " ")
    if not pc.all(is_plain).as_py() and len(texts):
        folded = pc.if_else(is_plain, folded, _fold_one_by_one(texts, is_plain))
    return pc.if_else(pc.equal(folded, ""), None, folded)


def _is_untidy(texts: pa.Array) -> bool:
    """Whether any text has spaces to take away: at an end, two together, of another kind. Far quicker than a regex."""
    return (
        pc.any(pc.starts_with(texts, " ")).as_py()
        or pc.any(pc.ends_with(texts, " ")).as_py()
        or pc.any(pc.match_substring(texts, "  ")).as_py()
        or not pc.all(pc.or_(pc.ascii_is_printable(texts), pc.invert(pc.string_is_ascii(texts)))).as_py()
    )


def _fold_one_by_one(texts: pa.Array, is_plain: pa.Array) -> pa.Array:
    """``fold`` of each different text that is not plain; the plain ones are left empty."""
    coded = pc.if_else(is_plain, None, texts).dictionary_encode()
    folded = pa.array([fold(text) for text in coded.dictionary.to_pylist()], pa.string())
    return folded.take(coded.indices)
