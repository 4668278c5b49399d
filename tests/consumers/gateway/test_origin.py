import pytest

from consumers.gateway.origin import origin_allowed


@pytest.mark.parametrize(
    ("origin", "host", "allowed"),
    [
        (None, "localhost:8081", True),
        ("http://localhost:8080", "localhost:8081", True),
        ("http://127.0.0.1:8080", "127.0.0.1:8081", True),
        ("http://[::1]:8080", "[::1]:8081", True),
        ("https://desk.example", "gateway.example", True),
        ("http://localhost:8080", "127.0.0.1:8081", False),
        ("http://localhost:9999", "localhost:8081", False),
        ("http://evil.example:8080", "localhost:8081", False),
        ("http://localhost.evil.example:8080", "localhost:8081", False),
        ("null", "localhost:8081", False),
        ("", "localhost:8081", False),
        ("http://localhost:x", "localhost:8081", False),
        ("http://[", "localhost:8081", False),
    ],
)
def test_only_our_own_pages_and_the_named_ones_may_connect(origin: str | None, host: str, *, allowed: bool) -> None:
    assert origin_allowed(origin, host, web_port=8080, named=("https://desk.example",)) is allowed
