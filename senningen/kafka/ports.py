"""Ports on this machine: which is free, who holds one, and whether something answers there."""

import random
import socket

import psutil

__all__ = ["PortError", "check_port", "free_port", "is_open"]

_HOST = "127.0.0.1"
_ANSWER_S = 0.5
_TO_CHOOSE_FROM = range(15_000, 32_000)
"""Below the ports that Linux, macOS and Windows lend to outgoing connections: those may be taken at any moment."""
_TRIES = 100


class PortError(OSError):
    """A port that another process holds; names the port and, where the system tells, the process."""


_GIVEN: set[int] = set()


def free_port(host: str = _HOST) -> int:
    """A port that can be listened on at this moment, and that no outgoing connection will be given later.

    Never one that it gave before: who was given that may not listen on it yet.

    Raises:
        PortError: none was found.
    """
    for port in random.sample(_TO_CHOOSE_FROM, _TRIES):
        if port in _GIVEN:
            continue
        try:
            check_port(port, host)
        except PortError:
            continue
        _GIVEN.add(port)
        return port
    message = f"expected a free port of {host} from {_TO_CHOOSE_FROM.start} to {_TO_CHOOSE_FROM.stop}, found none"
    raise PortError(message)


def is_open(port: int, host: str = _HOST) -> bool:
    """True when something accepts connections at this port."""
    try:
        socket.create_connection((host, port), _ANSWER_S).close()
    except OSError:
        return False
    return True


def check_port(port: int, host: str = _HOST) -> None:
    """Return when this port can be listened on.

    Raises:
        PortError: it is in use (by whom, when that can be seen), or may not be used.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            why = f"is in use{_by_whom(port)}" if is_open(port, host) else f"cannot be used: {error.strerror}"
            message = f"port {port} of {host} {why}"
            raise PortError(message) from error


def _by_whom(port: int) -> str:
    """The process that listens there; empty when the system does not tell (another user's)."""
    try:
        connections = psutil.net_connections("tcp")
    except psutil.AccessDenied:
        return ""
    for connection in connections:
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port and connection.pid:
            return f" by process {connection.pid} ({psutil.Process(connection.pid).name()})"
    return ""
