"""What of a file stays out, told before it is loaded."""

from momentos.domain.messages import say
from momentos.loading.stays_out import StaysOut
from momentos.loading.words import stays_out as words
from momentos.locales.reader import reader

ASKED = (say("What is this table?"),)


def told(left: StaysOut) -> list[str]:
    return [reader("en").words(one) for one in (*words.what_stays_out(left), *words.not_answered(left))]


def test_a_whole_sheet_stays_out_whatever_else_is_said_of_it() -> None:
    left = StaysOut("a.csv", is_whole=True, unanswered=ASKED, columns=("x",), of=9, rows=3, of_rows=9)
    assert told(left) == ["a.csv: all of it stays out.", "Not answered: What is this table?"]


def test_rows_and_columns_are_counted_of_all_there_are() -> None:
    left = StaysOut("a.csv", columns=("Saldo", "Nota"), of=9, rows=1200, of_rows=2500)
    assert told(left) == [
        "a.csv: 1,200 of 2,500 rows stay out; why is said at their table",
        "a.csv: 2 of 9 columns stay out: Saldo, Nota",
    ]


def test_one_row_or_column_is_told_in_the_singular() -> None:
    assert told(StaysOut("a.csv", columns=("Saldo",), of=9, rows=1, of_rows=2500)) == [
        "a.csv: 1 of 2,500 rows stays out; why is said at its table",
        "a.csv: 1 of 9 columns stays out: Saldo",
    ]


def test_an_answer_that_is_missing_is_told_unless_its_columns_are() -> None:
    asked = "Not answered: What is this table?"
    assert told(StaysOut("a.csv", unanswered=ASKED)) == ["a.csv: not everything is answered.", asked]
    assert told(StaysOut("a.csv", unanswered=ASKED, columns=("Saldo",), of=9)) == [
        "a.csv: 1 of 9 columns stays out: Saldo",
        asked,
    ]


def test_of_very_many_columns_the_first_are_named() -> None:
    (line,) = told(StaysOut("a.csv", columns=tuple(f"C{place}" for place in range(31)), of=40))
    assert line.endswith("C28, C29 …")
    (line,) = told(StaysOut("a.csv", columns=tuple(f"C{place}" for place in range(30)), of=40))
    assert line.endswith("C28, C29")
