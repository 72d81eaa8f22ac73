"""Text from spreadsheets is shown as written and never read as anything else."""

import ast

import pytest
from markdown_it import MarkdownIt

from momentos.screen.safe import as_html, as_text
from tests.tree import SCREENS

HOSTILE = [
    "![x](http://host/t.png)",
    "[click](http://host)",
    "<b>Luis</b>",
    "**Ana** _Ruiz_ `code` ~~no~~",
    "$x^2$ and $$y$$",
    "# Title",
    "- item",
    "1. first",
    "| a | b |",
    ":red[alert] :material/home:",
    "&lt;script&gt;",
    "a\\b",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_markdown_reads_as_written(name):
    shown = "".join(
        child.content
        for token in MarkdownIt("commonmark").enable("strikethrough").parse(as_text(name))
        for child in token.children or []
        if child.type in ("text", "text_special")
    )

    assert shown.replace("\u2060", "") == name


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_markdown_makes_no_element(name):
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(as_text(name))

    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children} <= {"text", "text_special"}


def test_emoji_codes_links_and_addresses_are_parted_by_a_sign_without_width():
    assert as_text(":smile:") == "\\:\u2060smile\\:"
    assert "\u2060" in as_text("www.host.com")
    assert "\u2060" in as_text("ana@host.com")
    assert "\u2060" in as_text("a -> b")


def test_a_name_of_several_lines_is_one_line():
    assert as_text("Ana\n\n# Ruiz") == "Ana \\# Ruiz"


def test_values_in_our_html_are_text():
    assert as_html("<li>{name}</li>", name='<img src="x">') == "<li>&lt;img src=&quot;x&quot;&gt;</li>"


def test_a_whole_sentence_of_ours_is_shown_and_of_an_endless_cell_that_it_goes_on():
    sentence = "palabra " * 60
    assert as_text(sentence) == sentence.strip()
    endless = as_text("a" * 5000)
    assert len(endless) == 1000
    assert endless.endswith("a…")


def test_lists_to_pick_from_read_no_markdown_so_nothing_is_escaped_in_them():
    escaped = [
        f"{path.name}:{call.lineno}"
        for path in SCREENS
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("selectbox", "multiselect")
        for given in call.keywords
        if given.arg == "format_func" and getattr(given.value, "id", "") == "as_text"
    ]
    assert not escaped
