"""Policy: how people are evaluated and recognised, in the company's own words and numbers."""

from momentos.domain import clock
from momentos.people.kept.policies import version_on, versions
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.questions.seen import weights_of
from momentos.people.screen.policy import show_policy, show_versions
from momentos.people.screen.policy_form import draft_a_policy
from momentos.people.words.policy_versions import policy_finding, policy_name
from momentos.screen.asking import ask
from momentos.screen.head import plain_page
from momentos.screen.language import reader, tell
from momentos.screen.letting_in import set_the_code
from momentos.screen.part import part
from momentos.screen.viewer import viewer

today = clock.today()
version = ask(version_on, today)
policy = version.policy if version else READY_POLICIES[0].policy
name = reader().text(policy_name(version))
plain_page(tell(policy_finding(version)))

history = ask(versions)
show_policy(policy, version, ask(weights_of, policy, today), name)
if viewer().is_lead:
    part("draft", draft_a_policy, policy, name, history, today)
show_versions(history)
set_the_code()
