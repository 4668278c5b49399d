"""The port of a server of ours: what is sent goes out at once, and a port in use is said in one line."""

import socket

import pytest

from senningen.listening import listening_socket


def test_a_connection_sends_at_once_and_waits_for_no_acknowledgement() -> None:
    with (
        listening_socket("127.0.0.1", 0, "SENNINGEN_WEB_PORT") as listening,
        socket.create_connection(listening.getsockname()),
    ):
        taken, _ = listening.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_port_in_use_is_said_with_the_setting_that_chooses_another() -> None:
    with listening_socket("127.0.0.1", 0, "SENNINGEN_WEB_PORT") as listening:
        port = listening.getsockname()[1]
        with pytest.raises(OSError, match=rf"expected a free port, got 127.0.0.1:{port} .*SENNINGEN_WEB_PORT"):
            listening_socket("127.0.0.1", port, "SENNINGEN_WEB_PORT")
