"""Lets members of a project label and confirm every clause at once, for measuring with.

Run by the server's Python. Reads from standard input ``{"project", "members", "labels"}`` and gives
every clause of the project, from every member, the labels named.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from examples.models import Example, ExampleState  # noqa: E402
from label_types.models import CategoryType  # noqa: E402
from labels.models import Category  # noqa: E402

wanted = json.load(sys.stdin)
users = list(User.objects.filter(username__in=wanted["members"]))
examples = list(Example.objects.filter(project=wanted["project"]))
types = list(CategoryType.objects.filter(project=wanted["project"], text__in=wanted["labels"]))
Category.objects.bulk_create(
    [
        Category(example=example, user=user, label=label, manual=True)
        for example in examples
        for user in users
        for label in types
    ],
    batch_size=500,
)
ExampleState.objects.bulk_create(
    [ExampleState(example=example, confirmed_by=user) for example in examples for user in users],
    batch_size=500,
)
