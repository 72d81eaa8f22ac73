"""Ordinary least squares where some columns may say the same."""

import warnings

import statsmodels.api as sm
from numpy.typing import NDArray
from statsmodels.tools.sm_exceptions import SingularMatrixWarning


def least_squares(
    outcome: NDArray, columns: NDArray, cov_type: str = "nonrobust"
) -> sm.regression.linear_model.RegressionResults:
    """The fit of ``outcome`` on ``columns`` (respondents × columns) and a constant.

    Where the same people pass two touchpoints, the columns that say who passed are one: the pseudo-inverse shares their
    weight, and what the scores weigh is as certain as ever. So statsmodels' warning about it tells nobody anything.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SingularMatrixWarning)
        return sm.OLS(outcome, sm.add_constant(columns, has_constant="add")).fit(cov_type=cov_type)
