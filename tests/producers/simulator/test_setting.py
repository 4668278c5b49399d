import pytest

from producers.simulator.setting import require


def test_what_fits_is_let_pass_and_what_does_not_is_named() -> None:
    require("hz", 1.0, "more than 0", fits=True)
    with pytest.raises(ValueError, match=r"^hz: expected more than 0, got -1.0$"):
        require("hz", -1.0, "more than 0", fits=False)
