"""Files fetched from a publisher on this machine, who breaks off, changes his mind, or is gone."""

import hashlib
import resource
import signal
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from annotator.errors import CorpusError
from annotator.training.corpus.download import HostDown, NoRoom, fetch

LAW = b"1. An officer may search any person.\n" * 8000
SHA256 = hashlib.sha256(LAW).hexdigest()


class Publisher(ThreadingHTTPServer):
    """Sends ``law``; breaks off after ``breaks_after`` bytes; may not know of ranges."""

    law = LAW
    breaks_after = None
    knows_ranges = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}/law"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        publisher, wanted = self.server, self.headers.get("Range")
        publisher.asked.append(wanted)
        start = int(wanted[len("bytes=") : -1]) if wanted and publisher.knows_ranges else 0
        if self.path != "/law":
            self.send_error(404)
            return
        if start >= len(publisher.law):
            self.send_error(416)
            return
        body = publisher.law[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: publisher.breaks_after])

    def log_message(self, *args):
        pass


@pytest.fixture
def publisher():
    with Publisher() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_file_comes_whole(publisher, tmp_path):
    fetch(publisher.url, tmp_path / "laws" / "law", SHA256)
    assert (tmp_path / "laws" / "law").read_bytes() == LAW
    assert [path.name for path in (tmp_path / "laws").iterdir()] == ["law"]


@pytest.mark.parametrize("knows_ranges", [True, False])
def test_what_broke_off_is_gone_on_with(publisher, tmp_path, knows_ranges):
    publisher.breaks_after = 100_000
    with pytest.raises(CorpusError, match=r"broke off .* kept for the next time"):
        fetch(publisher.url, tmp_path / "law", SHA256)
    assert (tmp_path / "law.part").read_bytes() == LAW[:100_000]
    assert not (tmp_path / "law").exists()
    publisher.breaks_after, publisher.knows_ranges = None, knows_ranges
    fetch(publisher.url, tmp_path / "law", SHA256)
    assert (tmp_path / "law").read_bytes() == LAW
    assert publisher.asked == [None, "bytes=100000-"]


def test_a_part_that_is_no_part_of_it_is_fetched_anew(publisher, tmp_path):
    (tmp_path / "law.part").write_bytes(LAW + b"more")
    fetch(publisher.url, tmp_path / "law", SHA256)
    assert (tmp_path / "law").read_bytes() == LAW


def test_another_checksum_is_told_and_nothing_of_it_kept(publisher, tmp_path):
    publisher.law = LAW + b"2. As amended.\n"
    with pytest.raises(CorpusError, match="does not send what was labelled"):
        fetch(publisher.url, tmp_path / "law", SHA256)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_not_a_publisher_that_is_down(publisher, tmp_path):
    with pytest.raises(CorpusError, match="404") as caught:
        fetch(publisher.url + "s", tmp_path / "law", SHA256)
    assert not isinstance(caught.value, HostDown)


def test_a_publisher_that_is_down_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/law"
        with pytest.raises(HostDown, match="could not be reached"):
            fetch(url, tmp_path / "law", SHA256)


def test_a_file_too_large_for_a_law_is_not_kept(publisher, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.training.corpus.download.MAX_BYTES", 1000)
    with pytest.raises(CorpusError, match="larger than 1000 bytes"):
        fetch(publisher.url, tmp_path / "law", SHA256)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small_disk():
    """No file of this process may grow beyond 50 kB: the system refuses, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_is_told_and_nothing_half_written_taken_for_the_law(
    publisher, tmp_path, small_disk
):
    with pytest.raises(NoRoom, match="make room, and run the command again"):
        fetch(publisher.url, tmp_path / "law", SHA256)
    assert not (tmp_path / "law").exists()
