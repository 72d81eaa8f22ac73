"""Small changes to Python source, each of one line: what a slip of the hand could have written instead."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

OPPOSITES = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "is not": "is", "is": "is not", "not in": "in", "in": "not in",
    "and": "or", "or": "and", "+": "-", "-": "+", "*": "/", "/": "*", "//": "*", "%": "*", "**": "*",
}  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """On this line (1-based), from this column to that one (0-based, in bytes), ``new`` instead of ``old``."""

    line: int
    start: int
    end: int
    old: str
    new: str

    def apply(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        line = lines[self.line - 1].encode()
        lines[self.line - 1] = (line[: self.start] + self.new.encode() + line[self.end :]).decode()
        return "".join(lines)

    def __str__(self) -> str:
        return f"{' '.join(self.old.split())} → {self.new}"


def mutations_of(text: str, *, with_numbers: bool = True) -> list[Mutation]:
    """Every change there is, by place; ``with_numbers`` says whether numbers that nothing is compared with change too."""
    lines = text.splitlines()
    found = dict.fromkeys(one for one in _of_tree(ast.parse(text), lines, with_numbers) if one.old.strip() != one.new)
    return sorted(found, key=lambda one: (one.line, one.start, one.new))


def _of_tree(node: ast.AST, lines: list[str], with_numbers: bool) -> Iterator[Mutation]:
    yield from _of_node(node, lines, with_numbers)
    for child in _children(node):
        yield from _of_tree(child, lines, with_numbers or isinstance(node, ast.Compare))


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """What is inside, but for annotations, decorators, docstrings, formats of texts and what only types or starts."""
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
        return
    left_out: list[ast.AST | None] = []
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        left_out += node.decorator_list
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        left_out.append(node.returns)
    if isinstance(node, ast.AnnAssign | ast.arg):
        left_out.append(node.annotation)
    for child in ast.iter_child_nodes(node):
        is_of_start = isinstance(child, ast.If) and any(
            word in ast.dump(child.test) for word in ("TYPE_CHECKING", "__name__")
        )
        if child not in left_out and not is_of_start:
            yield child


def _of_node(node: ast.AST, lines: list[str], with_numbers: bool) -> Iterator[Mutation]:
    match node:
        case ast.Compare(left=left, comparators=[right]):
            yield from _operator(left, right, lines)
        case ast.BoolOp(values=values):
            for left, right in pairwise(values):
                yield from _operator(left, right, lines)
        case ast.BinOp(left=left, right=right):
            yield from _operator(left, right, lines)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from _whole(node, _text(operand, lines), lines)
        case ast.If(test=test) | ast.IfExp(test=test):
            yield from _whole(test, "False", lines)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield from _whole(value, "None", lines)
        case ast.Expr(value=ast.Call()):
            yield from _whole(node, "pass", lines)
        case ast.Constant(value=bool() as value):
            yield from _whole(node, str(not value), lines)
        case ast.Constant(value=int() | float() as value) if with_numbers:
            yield from _whole(node, repr(value + 1), lines)


def _operator(left: ast.expr, right: ast.expr, lines: list[str]) -> Iterator[Mutation]:
    """The operator between two operands of one line, turned into its opposite."""
    if left.end_lineno != right.lineno or left.end_col_offset is None:
        return
    between = lines[right.lineno - 1].encode()[left.end_col_offset : right.col_offset].decode()
    operator = between.strip(" ()")
    if operator in OPPOSITES:
        start = left.end_col_offset + between.index(operator)
        yield Mutation(right.lineno, start, start + len(operator), operator, OPPOSITES[operator])


def _whole(node: ast.expr | ast.stmt, new: str, lines: list[str]) -> Iterator[Mutation]:
    """All of an expression or statement that stands on one line."""
    if node.lineno == node.end_lineno and node.end_col_offset is not None:
        yield Mutation(node.lineno, node.col_offset, node.end_col_offset, _text(node, lines), new)


def _text(node: ast.expr | ast.stmt, lines: list[str]) -> str:
    return lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset].decode()
