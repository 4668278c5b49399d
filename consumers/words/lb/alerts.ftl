# Wat eng Meldung seet: fir d'A op enger Zeil oder enger Kaart, a fir d'Ouer.

# ---- d'Iwwerschrëft

headline-approaching = KËNNT OP { $here } ZOU
headline-entered = OP { $here } ERAKOMM
headline-entered_possible = UN DER GRENZ, VLÄICHT OP { $here } ERAKOMM
headline-entered_elsewhere = SOSS ANZWOUSCH OP { $here } ERAKOMM
headline-left = HUET { $here } VERLOOSS
headline-departed = EEGEN EENHEETEN AM AUSLAND: { $states }
headline-fault = SYSTEMPANN, PER TELEFON HANDELEN
headline-cleared = ENTWARNUNG { $here }
headline-home_again = EEGEN EENHEETEN ËREM DOHEEM
headline-no_longer_expected = GËTT NET MÉI ERWAART ZU { $here }
headline-not_coming_here = KËNNT NET HEIHIN: SOSS ANZWOUSCH OP { $states } ERAKOMM
headline-never_entered = ZERÉCKGEZUNN: ET ASS NET GESCHITT, KEEN ASS OP { $here } ERAKOMM
headline-never_departed = ZERÉCKGEZUNN: ET ASS NET GESCHITT, EEGEN EENHEETE SINN NET AN D'AUSLAND GAANGEN
headline-no_position = KENG POSITIOUN

# ---- wien

units-from = { $units } aus { $states }
units-also = { $units } (och an der Verfollegung: { $others })
no-position-unit = { $unit } KENG POSITIOUN zanter { $since }
no-position-since = KENG POSITIOUN zanter { $since }
no-position-of = KENG POSITIOUN vun { $units }
unit-since = { $unit } zanter { $since }
unit-in = { $unit } zu { $states } um { $at }
unit-not_seen = { $unit }: Plaz net bekannt

# ---- wéini: erwaart

expected = erwaart um { $eta } (tëscht { $from } an { $to }), { $percent }
expected-in = erwaart an { $in }, um { $eta } (tëscht { $from } an { $to }), { $percent }
expected-now = elo erwaart, um { $eta } (tëscht { $from } an { $to }), { $percent }
expected-overdue = war erwaart um { $eta } (tëscht { $from } an { $to }), { $percent }
overdue = IWWERFÄLLEG
had-been-expected = war erwaart um { $eta }
been-before = war schonn hei: { $crossed }
warned = { $warned }: { $text }

# ---- wéini: iwwer d'Grenz

since-unknown = scho do, zanter wéini ass net bekannt
crossed-at = um { $at }
crossed-between = tëscht { $from } an { $to }, dertëscht keng Positiounen
crossed-possible = { $crossed } (méiglech, net bestätegt)
crossed-withdrawn = Grenziwwergang zeréckgezunn: en ass net geschitt
crossed-into = op { $states }
start-unsure = fir d'éischt un der Grenz gesinn: vläicht schonn déi ganzen Zäit do
told-late = spéit gemellt: keen huet et deemools gesinn
out-again = erëm eraus { $crossed }
home-again = erëm doheem { $crossed }
still-there = NACH ËMMER DO: de Wee eraus ass zeréckgezunn, en ass net geschitt

card-crossed = iwwer d'Grenz { $crossed }
card-crossed_possibly = méiglecherweis iwwer d'Grenz { $crossed }
card-not_crossed = net iwwer d'Grenz: et ass net geschitt
card-time_unknown = Zäitpunkt vum Grenziwwergang net bekannt
card-out_possibly = méiglecherweis { $out }

# ---- wou

near = bei { $place }
place-distance = { $place } ({ $distance } { $wind })
where = { $place } ({ $state }), { $distance } { $wind }
place-unknown = Plaz net bekannt

# ---- Ëmstänn a Warnungen

before-opening = iwwer d'Grenz, éier d'Verfollegung opgemaach gouf
elsewhere = op enger anerer Plaz bestätegt wéi als éischt gemellt, fir déi aner Asazzentralen zoustänneg sinn
coordinating = als koordinéierend Asazzentral alarméiert: d'Gebitt ass net bekannt
warning-fault = Systempann, per Telefon handelen
warning-possible = méigleche Grenziwwergang, nach net bestätegt
warning-withdrawn = de Grenziwwergang ass zeréckgezunn
warning-instead = d'Eenheet ass amplaz op { $states } gefuer
warning-out_possible = méigleche Wee eraus, nach net bestätegt
off-road-no = { $unit } { $way }: no der Rechtskaart NET ERLAABT
off-road-unknown = { $unit } { $way }: op der Rechtskaart NOKUCKEN, ob dat erlaabt ass
off-road-yes = { $unit } { $way }: no der Rechtskaart erlaabt
way-foot = ZE FOUSS
way-rail = OP DER SCHINN
way-water = UM WAASSER
way-air = DUERCH D'LOFT

# ---- wien se iwwerholl huet

acknowledged = quittéiert vun { $who } um { $at }
acknowledged-older = { $acknowledged }, deemools bei Revisioun { $revision }
not-acknowledged = NET QUITTÉIERT
person-desk = { $name } ({ $desk })

# ---- firwat dës Asazzentral, vu wou op wou, wien opgemaach huet

room-home = { $room }: eegen Eenheeten
room-area = { $room }: zoustänneg fir { $area }
room-coordinating = { $room }: koordinéierend Asazzentral
opened = { $at } vun { $by }
pursuit-of = { $case } ({ $state })

# ---- fir d'Ouer

spoken = { $mode }. Prioritéit { $priority }. D'Verfollegung { $case } { $happened }.
spoken-near = { $happened } bei { $place }
spoken-approaching = steet virum Grenziwwergang { $into }
spoken-entered = { $possible ->
    [yes] ass méiglecherweis { $into } erakomm
   *[no] ass { $into } erakomm
}
spoken-entered_elsewhere = { $possible ->
    [yes] ass méiglecherweis soss anzwousch { $into } erakomm
   *[no] ass soss anzwousch { $into } erakomm
}
spoken-left = { $possible ->
    [yes] huet méiglecherweis { $the } verlooss
   *[no] huet { $the } verlooss
}
spoken-departed = { $possible ->
    [yes] ass méiglecherweis an d'Ausland gaangen, { $into }
   *[no] ass an d'Ausland gaangen, { $into }
}
spoken-fault = huet eng Systempann, per Telefon handelen
spoken-cleared = ass opgehuewen { $in }
spoken-home_again = { $possible ->
    [yes] huet hir eegen Eenheete méiglecherweis erëm { $in }
   *[no] huet hir eegen Eenheeten erëm { $in }
}
spoken-no_longer_expected = gëtt net méi { $in } erwaart
spoken-not_coming_here = kënnt net heihin, ass soss anzwousch { $into } erakomm
spoken-never_entered = ass zeréckgezunn, et ass net geschitt: si ass ni { $into } erakomm
spoken-never_departed = ass zeréckgezunn, et ass net geschitt: déi eegen Eenheete sinn ni an d'Ausland gaangen
spoken-no_position = Keng Positioun vun { $unit }.
spoken-also_fault = Systempann, per Telefon handelen.

# ---- wat keng Grenz ass: dat eegent Gebitt vun der Asazzentral, aus der Loft, mat der Hand, en Alarm

headline-approaching_area = KËNNT OP ÄERT GEBITT ZOU
headline-entered_area = AN ÄERT GEBITT ERAKOMM
headline-left_area = HUET ÄERT GEBITT VERLOOSS
headline-overflown = LOFTFUERZEUCH IWWER { $here }
headline-warned = MAT DER HAND GEWARNT
headline-alarm = ALARM: { $alarm }
headline-withdrawn_because = ZERÉCKGEZUNN, WELL: { $because }
spoken-approaching_area = kënnt op Äert Gebitt zou
spoken-entered_area = { $possible ->
    [yes] ass méiglecherweis an Äert Gebitt erakomm
   *[no] ass an Äert Gebitt erakomm
}
spoken-left_area = { $possible ->
    [yes] huet Äert Gebitt méiglecherweis verlooss
   *[no] huet Äert Gebitt verlooss
}
spoken-overflown = ass iwwer { $the }, nëmmen e Loftfuerzeuch
spoken-warned = kënnt vläicht bei Iech: Dir sidd mat der Hand gewarnt
spoken-alarm = brauch Iech
spoken-withdrawn_because = ass zeréckgezunn, well: { $because }
where-point = { $point }, { $where }
for-information = nëmme fir d'Informatioun
room-copy = { $room }: fir d'Informatioun
room-by_hand = { $room }: mat der Hand gewarnt

# ---- duerch Leit an Aueren

by-hand = mat der Hand gewarnt vun { $by } um { $at }: { $text }
by-hand-direction = Richtung { $direction }
by-hand-seen = gesinn um { $at }
shelved = op d'Säit geluecht bis { $until } vun { $by }: { $reason }
offered = dem { $to } ugebueden vun { $by } bis { $until }
escalation-louder = NET QUITTÉIERT: méi haart alarméiert, och op der zweeter Plaz
escalation-supervisor = NET QUITTÉIERT: de Responsabelen ass informéiert
escalation-telephone = NET QUITTÉIERT: per Telefon uruffen
alarm-at = { $alarm } (zanter { $at })
alarm-asked = { $room } FREET: { $kind }
alarm-danger = { $assessment ->
    [yes] GEFOR (Aschätzung): { $code }
   *[no] GEFOR: { $code }
}
alarm-danger_withdrawn = GEFOR ZERÉCKGEZUNN: { $code } („{ $because }“)
alarm-lead_passed = { $room } HUET ELO D'LEEDUNG
alarm-limit_warned = { $unit } zu { $state }: LIMITT NO ({ $by })
alarm-limit_exceeded = { $unit } zu { $state }: LIMITT IWWERSCHRATT ({ $by })
alarm-no_room = { $state } BETRUEDEN, a keng Asazzentral do ass bekannt: PER TELEFON MELLEN
alarm-not_acknowledged_supervisor = { $room } HUET NET QUITTÉIERT: de Responsabelen do ass informéiert
alarm-not_acknowledged_telephone = { $room } HUET NET QUITTÉIERT: { $room } URUFFEN
alarm-request_unanswered = { $room } HUET NET GEÄNTWERT ({ $kind }): { $room } URUFFEN
alarm-six_hours_over = SECHS STONNE SI VIRBÄI: { $item }
alarm-still_running = LEEFT ET NACH? Zanter { $since } huet sech keng Eenheet beweegt
alarm-stop_given = STOPPUERDER vun { $room }
alarm-stop_lifted = Stoppuerder opgehuewe vun { $room }
alarm-taken_in = { $case } GEET HEI WEIDER: hir Eenheete gehéieren elo derbäi
alarm-stop_unanswered = QUITTUNG VUN DER STOPPUERDER FEELT: { $units }
