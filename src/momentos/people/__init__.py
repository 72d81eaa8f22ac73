"""People: boards, the policy, cards, recognition, rewards, growth and honesty."""
