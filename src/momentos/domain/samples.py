"""How many answers each claim needs, and the cut points of published rules, in one place.

Screens quote these numbers, policies start from them, and the analysis obeys them.
"""

# --- Figures ----------------------------------------------------------------------------------------
JUDGED_N = 30
"""Answers from which a figure is judged: set beside a target, given a priority, ringed, or named in a title."""

# --- People -----------------------------------------------------------------------------------------
OWN_FIGURE_N = 5
"""Answers from which a person sees their own figure, in private."""
BAND_N = 20
"""Answers from which a person is placed in a band."""
AWARD_N = 30
"""Answers from which a person can be recognised for a figure."""
SHRINKAGE_K = 30
"""Imaginary answers with the team's average that everybody is given: the same doubt for all."""
CLEARLY_ABOVE = 0.90
"""Probability of being truly above the team (or truly improved) from which we say so."""
TOP_PLACES = 3
BOARD_WINDOW_DAYS = 90
COMPOSITE_MINIMUM_WEIGHT = 0.60
"""Share of a composite's weight that must have been measured."""
COMPOSITE_CAP = 120
"""Points a single metric can give at most, where 100 is excellent."""
ISOLATED_CASES = 0.50
"""Share of somebody's cases that nobody else handles from which the comparison is said to be weak."""

# --- Honesty checks ---------------------------------------------------------------------------------
FUNNEL_CONFIDENCE = 0.998
BURST_ANSWERS = 5
BURST_MINUTES = 10
EVERYBODYS_BURSTS = 0.25
"""Share of people with bursts from which answers are said to arrive in batches, and nobody is named."""
SIGNAL_ODDS = 2.0
"""Times by which the odds of a rate must differ from what is ordinary: in large numbers any difference is certain."""
SIGNAL_CASES = 5
"""Cases below which a person's rate is not looked at."""
EXCELLENT_TOP_SHARE = 0.95
"""Share of top scores an excellent person has; only more perfect than luck allows there is odd."""

# --- Touchpoint impact ------------------------------------------------------------------------------
IMPACT_RESPONDENTS = 200
"""Respondents from which a level is shown."""
IMPACT_TENTATIVE_RESPONDENTS = 100
"""Respondents from which a level is shown as tentative."""
IMPACT_VISITS = 30
"""Visitors of a touchpoint from which its level is shown."""
IMPACT_EACH_SIDE = 10
"""Satisfied and dissatisfied answers, each, without which the two are not compared."""
IMPACT_LEVEL_CUTS = (0.4, 0.8, 1.25, 2.0)
"""Multiples of an equal share between levels 1|2, 2|3, 3|4 and 4|5."""
IMPACT_CONFIDENCE = 0.90
HALO_CORRELATION = 0.60
"""Mean correlation between touchpoints from which answers are said to share one mood."""
RESTRICTED_RANGE_SHARE = 0.90
"""Share of one and the same score from which a touchpoint's scores are said hardly to vary."""
STRAIGHT_LINING_SHARE = 0.50
"""Share of respondents with one score for everything from which we warn."""
STRAIGHT_LINING_SCORES = 3
"""Scores a respondent must have given to be able to give one score to everything."""
PENALTY_RESPONDENTS = 400
PENALTY_EACH_END = 30
"""Low and high scores, each, without which a touchpoint is not said to punish or to reward."""

MATCHED_EACH_SIDE = 30
"""Customers on each side without whom those with a bad moment are not compared with those without."""
WORTH_EACH_SIDE = 30
"""Customers satisfied and dissatisfied, each, without whom a moment's worth in money is not shown."""

# --- Control charts ---------------------------------------------------------------------------------
TRIAL_LIMIT_POINTS = 6
"""Points from which limits are drawn, as trial limits."""
FIRM_LIMIT_POINTS = 12
MONTH_N = 10
"""Answers below which a month is read together with its quarter."""
RUN_POINTS = 7
"""Points in a row on one side, or rising, or falling, that are a signal."""
ANHOEJ_POINTS = 24
"""Points above which the run rules give way to Anhøj's."""
YEAR_BEFORE_MONTHS = 24
"""Months from which a month is compared with the same month of the year before."""
SEASON_MONTHS = 36
"""Months from which a season is estimated and taken out."""

# --- Customers --------------------------------------------------------------------------------------
OVERDUE_K = 2
"""Imaginary gaps with everybody's average that each customer is given."""
OVERDUE_ATTENTIVE = 1.0
OVERDUE_LATE = 2.0
OVERDUE_AT_RISK = 3.0
"""Silence, as a multiple of the customer's usual gap."""
SURVIVAL_AT_RISK = 20
"""Customers still observed without whom a survival curve is not drawn."""

# --- Comments ---------------------------------------------------------------------------------------
COMMENT_TOPIC_N = 5

# --- Growth -----------------------------------------------------------------------------------------
TRAINED_PEOPLE = 5
COMPARISON_PEOPLE = 5
"""People trained, and not yet trained, without whom a course's before and after is not measurable."""
TRAINING_ANSWERS = 5
"""Answers a person needs in each of the two windows to count in a before and after."""
TRAINING_DAYS = 90
"""Days of each of the two windows."""
SKILL_CASES = 20
"""Cases of one reason from which a person is said to meet it often."""
SOON_DAYS = 30
"""Days ahead in which what runs out, or is planned, is told already."""
PULSE_GROUP = 5
"""People below whom no answers to the pulse are ever shown, alone or by subtraction."""
EACH_WAY_N = 20
"""Customers of each way of ending a conflict without whom its coming back is not compared."""
