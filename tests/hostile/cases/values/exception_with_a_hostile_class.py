"""The exception's class has a name of control characters and lies about its bases.

verdict: merit
"""

class Meta(type):
    def mro(cls):
        return [cls, ValueError, Exception, BaseException, object]

    @property
    def __name__(cls):
        raise SystemExit


def total(values):
    raise Meta("\x1b[2J\n<script>", (ValueError,), {})("\x1b[31m" * 1000)
