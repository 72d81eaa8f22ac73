"""Colours, safe text, units and the reader's way of writing."""

import pytest

from momentos.charts.axis_marks import ticks
from momentos.charts.colours import COLOURS, contrast
from momentos.charts.safe_text import lines_of, plain_text, shortened, text_width
from momentos.charts.style import Style, figure
from momentos.facts import METRICS
from momentos.locales import translator
from momentos.locales.units import scale_for


def colombian(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".translate(str.maketrans({",": ".", ".": ","}))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_numbers_can_be_read_on_every_colour_of_the_scale(mode: str) -> None:
    colours = COLOURS[mode]
    for fill in (*colours.performance, *colours.sequence):
        assert contrast(colours.over(fill), fill) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_ink_can_be_read_on_the_background_and_on_a_band(mode: str) -> None:
    colours = COLOURS[mode]
    for ink in (colours.ink, colours.ink2, colours.ink3, colours.accent, colours.bad, colours.good):
        assert contrast(ink, colours.background) >= 4.5
        assert contrast(ink, colours.band) >= 4.5


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("A & B", "A &amp; B"),
        ("$x$", "&#36;x&#36;"),
        ("50 %{y}", "50 %&#123;y}"),
        ("two\nlines", "two lines"),
        ("a\u202eb\u200b", "ab"),
    ],
)
def test_text_from_a_spreadsheet_loses_its_powers(written: str, safe: str) -> None:
    assert plain_text(written) == safe


def test_long_names_are_broken_and_end_in_an_ellipsis() -> None:
    assert lines_of("Atención en caja rápida", 16) == ["Atención en caja", "rápida"]
    assert lines_of("uno dos tres cuatro cinco seis", 8, 2) == ["uno dos", "tres cu…"]
    assert shortened("Estacionamiento", 6) == "Estac…"


def test_a_line_grows_a_little_rather_than_break_a_word() -> None:
    assert lines_of("Estacionamiento", 12) == ["Estacionamiento"]


def test_bold_capitals_are_wider_than_thin_letters() -> None:
    assert text_width("MMM", 13, is_bold=True) > text_width("MMM", 13) > text_width("iii", 13)


def test_the_decimal_sign_is_the_readers() -> None:
    assert figure(Style(number=colombian), 300).layout.separators == ",."
    assert figure(Style(), 300).layout.separators == ".,"


@pytest.mark.parametrize(
    ("key", "largest", "value", "written"),
    [
        ("csat", 90, 78.25, "78,2 %"),
        ("nps", 40, -12, "-12,0"),
        ("wait", 90, 32.03, "32,0 s"),
        ("handle_time", 4000, 3000, "50,0 min"),
        ("resolution_time", 90_000, 86_400, "24,0 h"),
        ("interactions", 9007, 9007, "9.007"),
    ],
)
def test_values_carry_the_unit_people_think_in(key: str, largest: float, value: float, written: str) -> None:
    style = Style(number=colombian, translate=translator("es"))
    assert scale_for(METRICS[key], [largest]).write(value, style) == written


def test_marks_of_an_axis_are_round_numbers_inside_it() -> None:
    assert ticks(61, 93, 6) == [70, 80, 90]
    assert ticks(0, 1, 5) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1.0])


def test_minutes_are_marked_at_round_minutes() -> None:
    assert ticks(0, 3000, 5, divisor=60) == [0, 600, 1200, 1800, 2400, 3000]


def test_a_meeting_enlarges_everything() -> None:
    assert figure(Style(scale=1.5), 300).layout.height == 450
    assert figure(Style(scale=1.5), 300).layout.xaxis.tickfont.size == 19.5
