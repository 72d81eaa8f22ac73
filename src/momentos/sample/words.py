"""What is told of the sample company, wherever its figures stand."""

from momentos.domain.messages import say

SAMPLE_DATA = say("Sample data")
INVENTED = say("Everything you see is an invented company.")
ALREADY_LOADED = say("The sample company is already loaded.")
