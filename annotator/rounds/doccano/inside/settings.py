"""Settings of the local doccano: its own for production, open to this machine only.

Read by the server's Python, not by this program's (``DJANGO_SETTINGS_MODULE``).
"""

import os

from config.settings.production import *  # noqa: F403
from config.settings.production import DATABASES

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Web server and task queue write in turn; neither gives up on the other too soon.
    DATABASES["default"].setdefault("OPTIONS", {})["timeout"] = 60

# Seconds in which the task queue is to answer when it is asked whether it runs: on a busy machine
# one that does takes longer than the three that it is given otherwise.
HEALTHCHECK_CELERY_TIMEOUT = 10
