"""The pages' HTTP interface, asked over a real socket."""

import re
from collections.abc import Iterator

import httpx
import pytest

from dashboard.server import COOKIE
from senningen.commands.accounts import remove_account
from tests.dashboard.conftest import Web
from tests.dashboard.records import NL_ROOM

MAP = ("/api/config", "/api/map/borders", "/api/map/borders/20_203", "/api/map/places")


@pytest.fixture
def client(web: Web) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=web.address) as one:
        yield one


@pytest.fixture
def desk(client: httpx.Client, web: Web) -> httpx.Client:
    assert client.post("/api/session", json={"token": web.tokens["nl-desk"]}).status_code == 200
    return client


def test_the_sign_in_page_and_the_static_code_are_public(client: httpx.Client) -> None:
    for path in ("/", "/js/main.js", "/style.css", "/vendor/leaflet/leaflet-src.esm.js"):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/api/session", "/orders.json", *MAP])
def test_without_a_token_nothing_is_shown(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 401
    client.cookies.set(COOKIE, "nobody's")
    assert client.get(path).status_code == 401


def test_a_right_token_opens_a_session_in_a_cookie_that_page_code_cannot_read(client: httpx.Client, web: Web) -> None:
    answer = client.post("/api/session", json={"token": web.tokens["nl-desk"]})
    who = {"name": "nl-desk", "role": "operator", "state": "NL", "rooms": [NL_ROOM]}
    assert answer.json() == who
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie
    assert client.get("/api/session").json() == who


def test_over_https_the_cookie_never_travels_in_the_clear(client: httpx.Client, web: Web) -> None:
    answer = client.post("/api/session", json={"token": web.tokens["nl-desk"]}, headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in answer.headers["set-cookie"]
    assert "connect-src 'self' wss://127.0.0.1:" in answer.headers["content-security-policy"]


def test_signing_out_ends_the_session(desk: httpx.Client) -> None:
    assert desk.delete("/api/session").status_code == 204
    assert desk.get("/api/session").status_code == 401


def test_a_removed_account_is_out_at_once(desk: httpx.Client, web: Web) -> None:
    remove_account(web.accounts, "nl-desk")
    assert desk.get("/api/session").status_code == 401


def test_a_wrong_token_is_refused_and_too_many_must_wait(client: httpx.Client, web: Web) -> None:
    for _ in range(10):
        assert client.post("/api/session", json={"token": "wrong"}).status_code == 401
    late = client.post("/api/session", json={"token": web.tokens["nl-desk"]})
    assert late.status_code == 429
    assert 0 < int(late.headers["retry-after"]) <= 61


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": 5}, {"token": "a" * 501}, {"token": "a", "role": "x"}])
def test_a_body_that_is_no_sign_in_is_refused(client: httpx.Client, body: dict[str, object]) -> None:
    assert client.post("/api/session", json=body).status_code == 422


def test_another_sites_page_cannot_sign_anybody_in_or_out(client: httpx.Client, web: Web) -> None:
    elsewhere = {"Origin": "http://elsewhere.example"}
    body = {"token": web.tokens["nl-desk"]}
    assert client.post("/api/session", json=body, headers=elsewhere).status_code == 403
    assert client.delete("/api/session", headers=elsewhere).status_code == 403
    assert client.post("/api/session", json=body, headers={"Origin": web.address}).status_code == 200


def test_every_answer_carries_the_policy(client: httpx.Client) -> None:
    for path in ("/", "/js/main.js", "/api/session", "/nothing-here"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["x y", "x; script-src *", "evil'", "-evil", "evil_"])
def test_a_host_header_cannot_add_to_the_policy(client: httpx.Client, host: str) -> None:
    policy = client.get("/", headers={"Host": host}).headers.get("content-security-policy", "")
    assert not re.search("script-src|evil|x", policy.replace("frame-ancestors", ""))


def test_a_signed_in_person_gets_the_map(desk: httpx.Client, web: Web) -> None:
    web.base_map.compute()
    config = desk.get("/api/config").json()
    assert config["map"]["state"] == "ready"
    assert config["gateway"].startswith("ws://127.0.0.1:")
    assert any("OpenStreetMap" in text for text in config["attribution"])
    assert any("GeoNames" in text for text in config["attribution"])
    overview = desk.get("/api/map/borders").json()
    tile = desk.get(f"/api/map/borders/{overview['tiles'][0]}").json()
    assert tile["lines"]
    assert desk.get("/api/map/borders/1_1").status_code == 404
    assert desk.get("/api/map/places").json()["places"]


def test_an_unchanged_map_is_not_sent_twice(desk: httpx.Client, web: Web) -> None:
    web.base_map.compute()
    first = desk.get("/api/map/borders")
    assert "private" in first.headers["cache-control"]
    again = desk.get("/api/map/borders", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code in {200, 304}
