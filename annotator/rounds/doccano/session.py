"""doccano-client's HTTP session with what it lacks: time limits, a second try, logging in again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from annotator.errors import RoundError

#: Statuses that a server answers to who is not logged in.
NOT_LOGGED_IN = (401, 403)
_CONNECT_SECONDS, _ANSWER_SECONDS = 5, 120


class ServerLost(RoundError):
    """The server gave no answer; whether it did what was asked is not known."""


class Session(requests.Session):
    """A session that never waits for ever.

    Args:
        url: the server, to name in errors.
        log_in: called where the server has forgotten who we are; then the request is made again.
    """

    def __init__(self, url: str, log_in: Callable[[], None]) -> None:
        super().__init__()
        self._url = url
        self._log_in = log_in
        reading = Retry(total=2, backoff_factor=0.3, allowed_methods=["GET"])
        self.mount("http://", HTTPAdapter(max_retries=reading))
        self.mount("https://", HTTPAdapter(max_retries=reading))

    def request(  # type: ignore[override]
        self, method: str, url: str, *, again: bool = True, **options: Any
    ) -> requests.Response:
        """Make a request; ``again`` is whether to log in anew where the session has expired.

        Raises:
            ServerLost: the server gave no answer.
            RoundError: the address is none.
        """
        options.setdefault("timeout", (_CONNECT_SECONDS, _ANSWER_SECONDS))
        try:
            answer = super().request(method, url, **options)
        except (requests.ConnectionError, requests.Timeout):
            raise ServerLost(
                f"The doccano server at {self._url} does not answer: see whether it runs (a local "
                "one: `make doccano`), then run the same command again; what is done stays done."
            ) from None
        except requests.RequestException as error:
            raise RoundError(f"{self._url} is no address of a server ({error}).") from None
        expired = answer.status_code in NOT_LOGGED_IN and "credentials were not" in answer.text
        if expired and again and "/auth/" not in url:
            self._log_in()
            return self.request(method, url, again=False, **options)
        return answer
