import os
import socket

import pytest

from senningen.kafka.ports import PortError, check_port, free_port, is_open


def test_a_port_in_use_names_the_process_that_holds_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert is_open(port)
        with pytest.raises(PortError, match=rf"port {port} of 127\.0\.0\.1 is in use by process {os.getpid()} "):
            check_port(port)


def test_a_free_port_can_be_listened_on_and_nothing_answers_there() -> None:
    port = free_port()
    check_port(port)
    assert not is_open(port)


def test_no_port_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setattr("senningen.kafka.ports.random.sample", lambda *_: [port, port + 1])
    assert free_port() == port + 1


def test_a_free_port_is_none_that_an_outgoing_connection_may_be_given() -> None:
    linux_lends_from = 32_768  # the others from 49,152
    assert all(1024 < free_port() < linux_lends_from for _ in range(50))


def test_an_address_that_is_not_ours_cannot_be_used() -> None:
    with pytest.raises(PortError, match=r"port \d+ of 192\.0\.2\.1 cannot be used"):
        check_port(free_port(), "192.0.2.1")
