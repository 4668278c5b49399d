"""Opens the port a server of ours listens on, before anything is loaded, so that a port in use is one clear line."""

import socket

__all__ = ["listening_socket"]


def listening_socket(address: str, port: int, setting: str, *, backlog: int = 128) -> socket.socket:
    """A socket that listens; port 0 takes a free one.

    Args:
        address: where to listen.
        port: which port.
        setting: the variable that chooses another port, named in the error.
        backlog: how many may wait to be taken.

    Raises:
        OSError: the port cannot be had: expected, got, what to set.
    """
    try:
        listening = socket.create_server((address, port), backlog=backlog)
    except OSError as error:
        message = f"expected a free port, got {address}:{port} ({error.strerror}); choose one with {setting}"
        raise OSError(message) from error
    # Inherited by each connection (asyncio sets it only on sockets it opens itself); without it an answer, or an alert
    # right behind a heartbeat, waits 40 ms for the other side's delayed acknowledgement.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
