"""``python -m annotator`` does what ``annotate`` does."""

import sys

from annotator.cli import main

sys.exit(main())
