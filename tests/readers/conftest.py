"""What the tests of readers share."""

from tests.readers.pdf.here import in_process

__all__ = ["in_process"]
