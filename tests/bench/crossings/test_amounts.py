from bench.crossings.amounts import AMOUNTS, SKIES, Amount, parts, smaller


def test_the_work_is_cut_into_parts_with_a_seed_of_their_own_and_the_same_under_every_sky() -> None:
    cut = parts([Amount("crossing", 25, 10)], ["white", "correlated"])
    assert [(part.sky, part.seed, part.units) for part in cut] == [
        ("white", 1, 10),
        ("white", 2, 10),
        ("white", 3, 5),
        ("correlated", 1, 10),
        ("correlated", 2, 10),
        ("correlated", 3, 5),
    ]


def test_a_smaller_run_has_a_unit_of_every_world() -> None:
    assert [amount.units for amount in smaller(AMOUNTS, 1e-6)] == [1] * len(AMOUNTS)


def test_every_sky_is_told_apart_by_what_its_receiver_reads() -> None:
    assert len({(receiver.noise, receiver.tells_motion) for receiver in SKIES.values()}) == len(SKIES) == 4
    assert {(receiver.hz, receiver.sigma_m, receiver.tells_accuracy) for receiver in SKIES.values()} == {(1, 15, True)}


def test_the_forecast_is_scored_in_the_first_parts_where_motion_is_not_told() -> None:
    cut = parts([Amount("crossing", 25, 10, foretold=2)], ["white", "white, motion told"])
    assert [part.foretells for part in cut] == [True, True, False, False, False, False]
