"""Laws and results in a bucket, by the protocol of S3: what runs, goes on, and is told.

A server of moto (``make test-buckets``) is the bucket, in a process of its own, and asks for a key.
Each command is a process of its own, too, as with a user.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.cli.running import ROOT
from tests.corpus.conftest import Law
from tests.corpus.test_killed import content

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("s3fs", "moto", "flask_cors")),
    reason="needs s3fs, and moto's server",
)

#: Actions that the server takes without a key: those that make one.
_FREE = 3
_MOST = 60

Environment = dict[str, str]
Ran = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def key() -> Iterator[Environment]:
    """A server of S3, by the variables that lead to it with a key to all that it holds."""
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
        env=os.environ | {"INITIAL_NO_AUTH_ACTION_COUNT": str(_FREE), "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    with server:
        assert server.stderr is not None
        said = next(line for line in server.stderr if "Running on" in line)
        address = re.search(r"http://[\d.:]+", said)
        assert address
        # It says more than a pipe holds, and would wait until that is read.
        reading = Thread(target=server.stderr.read)
        reading.start()
        try:
            yield _key_of({"AWS_ENDPOINT_URL": address[0], "AWS_DEFAULT_REGION": "us-east-1"})
        finally:
            server.terminate()
            reading.join()


def _key_of(way: Environment) -> Environment:
    import boto3

    anybody = boto3.Session("nobody", "nobody", region_name=way["AWS_DEFAULT_REGION"])
    iam = anybody.client("iam", endpoint_url=way["AWS_ENDPOINT_URL"])
    iam.create_user(UserName="drafter")
    allowed = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
    iam.put_user_policy(UserName="drafter", PolicyName="all", PolicyDocument=policy)
    made = iam.create_access_key(UserName="drafter")["AccessKey"]
    return way | {
        "AWS_ACCESS_KEY_ID": made["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"],
    }


@pytest.fixture
def bucket(key: Environment, tmp_path: Path) -> Any:
    """A bucket, as boto3 has it, and its name."""
    import boto3

    session = boto3.Session(
        key["AWS_ACCESS_KEY_ID"], key["AWS_SECRET_ACCESS_KEY"],
        region_name=key["AWS_DEFAULT_REGION"],
    )  # fmt: skip
    name = re.sub("[^a-z0-9]", "-", tmp_path.name.lower()).strip("-")
    return session.resource("s3", endpoint_url=key["AWS_ENDPOINT_URL"]).create_bucket(Bucket=name)


@pytest.fixture
def ran(key: Environment, tmp_path: Path) -> Callable[..., Ran]:
    """Runs ``annotate corpus``, with strange workers; killed at a write, if one is named."""

    def run(*arguments: str, at: int = 0, **other: str) -> Ran:
        clean = {name: value for name, value in os.environ.items() if name[:4] != "AWS_"}
        command = [sys.executable, "-m", "tests.corpus.killed", str(at), "corpus", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=clean | {"HOME": str(tmp_path)} | key | other,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def put_laws(bucket: Any, folder: Path) -> None:
    for path in folder.iterdir():
        bucket.put_object(Key=f"laws/{path.name}", Body=path.read_bytes())


def held(bucket: Any, below: str) -> dict[str, bytes]:
    """What lies in the bucket, but what the clock says."""
    found = {
        one.key.removeprefix(below): one.get()["Body"].read()
        for one in bucket.objects.filter(Prefix=below)
    }
    return {name: data for name, data in found.items() if name != "runs.jsonl"}


def test_a_run_that_is_killed_goes_on_with_the_bytes_of_one_that_was_not(
    bucket: Any, ran: Callable[..., Ran], law: Law, key: Environment
) -> None:
    for name in "abc":
        folder = law(name, f"1. {name}\n2. More of {name}.").parent
    law("bad", "fault")
    put_laws(bucket, folder)
    laws, options = f"s3://{bucket.name}/laws", ("--batch-size", "2", "--workers", "1")
    assert ran("run", laws, "-o", f"s3://{bucket.name}/whole", *options).returncode == 0
    for at in range(3, _MOST, 6):
        done = ran("run", laws, "-o", f"s3://{bucket.name}/torn", *options, at=at)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    else:
        pytest.fail("it never came to its end")
    torn = held(bucket, "torn/")
    assert torn == held(bucket, "whole/")
    assert torn["refused.csv"].count(b"bad.txt") == 2
    everything = b"".join(one.get()["Body"].read() for one in bucket.objects.all())
    for secret in (key["AWS_SECRET_ACCESS_KEY"], key["AWS_ACCESS_KEY_ID"]):
        assert secret.encode() not in everything
        assert secret not in done.stdout + done.stderr


def test_what_has_changed_is_run_anew_and_told_of(
    bucket: Any, ran: Callable[..., Ran], law: Law, tmp_path: Path
) -> None:
    folder = law("a", "1. A.").parent
    law("b", "1. B.")
    put_laws(bucket, folder)
    laws, out = f"s3://{bucket.name}/laws", f"s3://{bucket.name}/out"
    assert ran("run", laws, "-o", out).returncode == 0
    bucket.put_object(Key="laws/a.txt", Body=b"1. Another A.")
    refused = ran("run", laws, "-o", out)
    assert refused.returncode == 2
    assert f"1 file changed since {out} was made, first {laws}/a.txt" in refused.stderr
    assert ran("run", laws, "-o", out, "--changed").returncode == 0
    asked = ran("query", out, "SELECT text FROM findings ORDER BY 1", "--format", "csv")
    assert asked.stdout.split("\n") == ["text", "1. Another A.", "1. B.", ""]
    page = tmp_path / "page.html"
    assert ran("report", out, "-o", str(page)).returncode == 0
    assert "Gender in the laws" in page.read_text(encoding="utf-8")


def test_a_list_in_a_bucket_names_what_lies_beside_it(
    bucket: Any, ran: Callable[..., Ran], law: Law, tmp_path: Path
) -> None:
    put_laws(bucket, law("a", "1. A.").parent)
    bucket.put_object(Key="list.csv", Body=b"path,country\nlaws/a.txt,AL\nlaws/gone.txt,AL\n")
    out = tmp_path / "out"
    done = ran("run", f"s3://{bucket.name}/list.csv", "-o", str(out))
    assert done.returncode == 0
    gone = f"s3://{bucket.name}/laws/gone.txt"
    assert f"{gone} cannot be read (there is nothing of that name): look to it" in done.stderr
    assert any(name.startswith("laws/part-") for name in content(out))


@pytest.mark.parametrize(
    ("laws", "out", "other", "told"),
    [
        ("nowhere", "{}/out", {}, "s3://nowhere does not exist: check the address."),
        ("{}/nowhere", "{}/out", {}, "/nowhere does not exist: check the address."),
        ("{}", "{}/out", {}, "holds no file that may be a law ("),
        ("{}", "nowhere-either/out", {}, "s3://nowhere-either/out cannot be written (The spec"),
        (
            "{}",
            "{}/out",
            {"AWS_SECRET_ACCESS_KEY": "hush"},
            "/out cannot be used (The request sig",
        ),
        (
            "{}",
            "{}/out",
            {"AWS_ACCESS_KEY_ID": "who"},
            "/out cannot be used (The AWS Access",
        ),
        ("{}", "{}/out", {"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, "cannot be used (Could not"),
    ],
)
def test_what_is_wrong_with_a_bucket_or_a_key_is_one_sentence_and_leaves_nothing(
    bucket: Any, ran: Callable[..., Ran], law: Law,
    laws: str, out: str, other: Environment, told: str,
) -> None:  # fmt: skip
    if "nowhere-either" in out:
        put_laws(bucket, law("a", "1. A.").parent)
    laws, out = (f"s3://{place.format(bucket.name)}" for place in (laws, out))
    done = ran("run", laws, "-o", out, **other)
    assert done.returncode == 2, done.stderr
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not {"hush", "who"} & set(re.findall(r"\w+", done.stderr))
    assert held(bucket, "out/") == {}


def test_without_a_key_every_command_says_so(bucket: Any, ran: Callable[..., Ran]) -> None:
    none = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_EC2_METADATA_DISABLED": "1"}
    out = f"s3://{bucket.name}/out"
    for command in (["report", out], ["query", out, "SELECT 1"], ["run", str(ROOT), "-o", out]):
        done = ran(*command, **none)
        assert done.returncode == 2
        assert "cannot be used (Unable to locate credentials): check the address" in done.stderr
