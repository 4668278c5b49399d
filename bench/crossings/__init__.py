"""The scorecard of border crossings: what the tracker told of made-up units, held against what they truly did.

Truth. A unit's visits are the territories it is in, one after the other; a visit's depth is how far from any border it
comes. A deep crossing is a change between two neighbouring visits, after visits of 50 m or less were taken out (a river
strip {DE, LU} between LU and DE is) and equal neighbours were merged; the first visit counts as deep. Its instant and
place are those of the true crossing into the later visit. A plain one has nothing taken out before it and comes from a
visit that is truly deep: nobody can argue about when and where it was, as one can after 200 m along the line.

Told. The same crossing is told where every state truly entered is told entered (where none is entered: every state
truly left is told left) and the instants differ by at most 15 s on a motorway, 30 s on a road, 120 s on foot. Each told
crossing stands for one true crossing; as many pairs are made as can be, the closest first.

Missed: a deep crossing without a confirmed crossing that tells it. Invented: a confirmed crossing that tells a state
entered (none entered: left) in which (out of which) the unit truly never was, from 10 s before `not_before` to 10 s
after `confirmed_at`. Doubled: a confirmed crossing that shares a state with a true crossing of any depth within that
time, where others have taken all such. Unfounded: any other confirmed crossing: the unit was there about then, but did
not cross so within that time (most are a way back that never was). Any of these three that says `start_unsure` (the
unit was first seen near a border) is counted apart.

Baseline: every way between two fixes taken at its word, each change on it confirmed at once; its instants and places
are those of the best of all it tells.

Delays. `possible` after the truth: from the first fix behind the true crossing to the fix that told it first; after the
fix: the same from the first fix reported beyond the border (looked for from that time before the true crossing on).
`confirmed`: from the true crossing itself. Beyond: how deep behind the border the unit truly was when that was told, to
the nearest border; below zero where it truly was not there.

Noise: 15 m along each axis, one fix a second, accuracy told. Its own error is 17.7 m at p50 and 36.7 m at p95, so that
a place told better than that was won from many fixes.

Forecast. An approach came true where the unit truly comes into one of its states, however shallow, while it is open
(give or take the tolerance); one still open when the course ends is left out. A deep crossing was announced where an
approach of one of the states entered was open when it happened; the time and the place of entry are those told first.
"""
