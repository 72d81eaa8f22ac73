"""Ordinary least squares where some columns may say the same."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from numpy.typing import NDArray

if TYPE_CHECKING:
    from statsmodels.regression.linear_model import RegressionResults


def least_squares(outcome: NDArray, columns: NDArray, cov_type: str = "nonrobust") -> RegressionResults:
    """The fit of ``outcome`` on ``columns`` (respondents × columns) and a constant.

    Where the same people pass two touchpoints, the columns that say who passed are one: the pseudo-inverse shares their
    weight, and what the scores weigh is as certain as ever. So statsmodels' warning about it tells nobody anything.
    """
    from statsmodels.regression.linear_model import OLS  # longer to import than a page takes to draw
    from statsmodels.tools import add_constant
    from statsmodels.tools.sm_exceptions import SingularMatrixWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SingularMatrixWarning)
        return OLS(outcome, add_constant(columns, has_constant="add")).fit(cov_type=cov_type)
