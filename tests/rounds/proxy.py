"""A network that fails: passes bytes to a server and cuts connections when told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

_PIECE = 65536


class Proxy:
    """Listens on a port of this machine and passes everything on to ``port``.

    ``cut(request)`` is asked of each request's first bytes and says what becomes of it: "" passes
    it on, "before" drops the connection before the server sees it, "after" once it has answered, so
    that the answer is lost.
    """

    def __init__(self, port: int, cut: Callable[[bytes], str]) -> None:
        self._target = port
        self._cut = cut
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            while request := _message(client):
                fate = self._cut(request)
                if fate == "before":
                    return
                with socket.create_connection(("127.0.0.1", self._target)) as server:
                    server.sendall(request)
                    answer = _message(server)
                if fate == "after":
                    return
                client.sendall(answer)


def _message(connection: socket.socket) -> bytes:
    """One HTTP message with its body, as its length says."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(_PIECE)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        ),
        0,
    )
    while len(body) < length:
        piece = connection.recv(_PIECE)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body
