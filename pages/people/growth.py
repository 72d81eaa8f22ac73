"""Growth: training against the plan, the employee pulse, who settles conflicts, and the next steps agreed on."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.messages import say
from momentos.people.kept.authority import authority
from momentos.people.questions.empowerment import settled
from momentos.people.questions.growth_seen import seen_steps
from momentos.people.questions.pulse import felt
from momentos.people.questions.training import enrolments
from momentos.people.screen.coaching import show_follow_up
from momentos.people.screen.empowerment import show_empowerment
from momentos.people.screen.pulse import show_pulse
from momentos.people.screen.training import show_training
from momentos.people.words.coaching import follow_up_finding
from momentos.people.words.empowerment import autonomy_finding
from momentos.people.words.pulse import pulse_finding
from momentos.people.words.training import training_finding
from momentos.screen.asking import ask
from momentos.screen.head import page
from momentos.screen.language import t, tell
from momentos.screen.letting_in import lead_switch, need_lead_here
from momentos.screen.picking import pick

VIEWS = {
    "training": say("Training"),
    "pulse": say("Employee pulse"),
    "autonomy": say("Autonomy in conflicts"),
    "follow_up": say("Follow-up"),
}
FILTERED = ("training", "autonomy")
"""The pulse is published for fixed groups and quarters, and a next step waits whatever the period."""

above, today = st.container(), clock.today()
view = pick("view", t("What to look at"), list(VIEWS), words=lambda one: tell(VIEWS[one]), form="row")
with above:
    head = page(t("Growth: training, pulse, autonomy and follow-up"), is_filtered=view in FILTERED)
if view == "follow_up":
    lead = need_lead_here()
    head.say(follow_up_finding(ask(seen_steps, lead).notes))
    show_follow_up(lead)
elif view == "training":
    head.say(training_finding(ask(enrolments, head.filters), today))
    show_training(lead_switch(), head.filters, today)
elif view == "pulse":
    head.say(pulse_finding(ask(felt)))
    show_pulse(lead_switch(), today)
else:
    head.say(autonomy_finding(ask(settled, head.filters, ask(authority))))
    show_empowerment(lead_switch(), head.filters)
