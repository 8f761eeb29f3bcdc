"""Makes accounts in the local doccano's database, and gives their tokens.

Run by the server's Python. Reads from standard input ``[{"username", "password", "admin"}]``, so
that no password stands in a command line, and prints ``{username: token}``. An account that exists
keeps its password.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402

tokens = {}
for wanted in json.load(sys.stdin):
    user, new = User.objects.get_or_create(username=wanted["username"])
    if new:
        user.set_password(wanted["password"])
        user.is_staff = user.is_superuser = wanted["admin"]
        user.save()
    tokens[user.username] = Token.objects.get_or_create(user=user)[0].key
json.dump(tokens, sys.stdout)
