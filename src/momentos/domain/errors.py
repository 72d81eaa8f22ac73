"""Two kinds of failure: what the person can put right (``Refused``), and everything else, which is a bug."""

from momentos.domain.messages import Message


class Refused(Exception):
    """Something the person brought or asked cannot be done; ``message`` says where, what and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.render())
        self.message = message
