"""Which web pages may open a console: our own, and those the installation names; a terminal has no page."""

from collections.abc import Collection
from urllib.parse import urlsplit

__all__ = ["origin_allowed"]


def origin_allowed(origin: str | None, host: str, *, web_port: int, named: Collection[str] = ()) -> bool:
    """Whether a browser page of this origin may connect; browsers always name it, and a page cannot forge it.

    Allowed are: no origin (no browser; the token decides), an origin the installation names, and a page served on our
    own page port of the very host name under which the gateway was asked.

    Args:
        origin: the Origin header (RFC 6454), as in http://localhost:8080.
        host: the Host header, as in localhost:8081.
        web_port: the port of our own pages.
        named: origins of the setting `page_origins`.
    """
    if origin is None or origin in named:
        return True
    try:
        page, asked = urlsplit(origin), urlsplit(f"//{host}")
        port = page.port or {"http": 80, "https": 443}.get(page.scheme)
    except ValueError:
        return False
    return page.hostname is not None and page.hostname == asked.hostname and port == web_port
