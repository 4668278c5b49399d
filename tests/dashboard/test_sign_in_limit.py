from dashboard.sign_in_limit import SignInLimit


class HandClock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_a_few_wrong_tokens_are_allowed() -> None:
    limit = SignInLimit(most=3, window_s=60.0, clock=HandClock())
    limit.note_wrong("a")
    limit.note_wrong("a")
    assert limit.wait_s("a") == 0.0


def test_after_too_many_the_address_waits_until_the_oldest_is_forgotten() -> None:
    clock = HandClock()
    limit = SignInLimit(most=2, window_s=60.0, clock=clock)
    limit.note_wrong("a")
    clock.now_s += 10.0
    limit.note_wrong("a")
    assert limit.wait_s("a") == 50.0
    assert limit.wait_s("b") == 0.0
    clock.now_s += 50.0
    assert limit.wait_s("a") == 0.0
