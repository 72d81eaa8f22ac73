"""What a reader is told of the service: answers in, messages out."""
