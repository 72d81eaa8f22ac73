"""What a reader is told of the journey: answers in, messages out."""
