"""What a reader is told of people's work: answers in, messages out."""
