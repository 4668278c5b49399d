# Wat een melding zegt: voor het oog op een regel of een kaart, en voor het oor.

# ---- de kop

headline-approaching = NADERT { $here }
headline-entered = BINNENGEKOMEN IN { $here }
headline-entered_possible = AAN DE GRENS, MOGELIJK BINNENGEKOMEN IN { $here }
headline-entered_elsewhere = ELDERS BINNENGEKOMEN IN { $here }
headline-left = HEEFT { $here } VERLATEN
headline-departed = EIGEN EENHEDEN IN HET BUITENLAND: { $states }
headline-fault = SYSTEEMSTORING, HANDEL PER TELEFOON
headline-cleared = AFGEMELD { $here }
headline-home_again = EIGEN EENHEDEN WEER IN EIGEN LAND
headline-no_longer_expected = NIET LANGER VERWACHT IN { $here }
headline-not_coming_here = KOMT HIER NIET: ELDERS BINNENGEKOMEN IN { $states }
headline-never_entered = INGETROKKEN: HET IS NIET GEBEURD, NIEMAND KWAM { $here } BINNEN
headline-never_departed = INGETROKKEN: HET IS NIET GEBEURD, EIGEN EENHEDEN GINGEN DE GRENS NIET OVER
headline-no_position = GEEN POSITIE

# ---- wie

units-from = { $units } uit { $states }
units-also = { $units } (ook in de achtervolging: { $others })
no-position-unit = { $unit } GEEN POSITIE sinds { $since }
no-position-since = GEEN POSITIE sinds { $since }
no-position-of = GEEN POSITIE van { $units }
unit-since = { $unit } sinds { $since }
unit-in = { $unit } in { $states } om { $at }
unit-not_seen = { $unit }: plaats niet bekend

# ---- wanneer: verwacht

expected = verwacht om { $eta } (tussen { $from } en { $to }), { $percent }
expected-in = verwacht over { $in }, om { $eta } (tussen { $from } en { $to }), { $percent }
expected-now = nu verwacht, om { $eta } (tussen { $from } en { $to }), { $percent }
expected-overdue = was verwacht om { $eta } (tussen { $from } en { $to }), { $percent }
overdue = OVER TIJD
had-been-expected = was verwacht om { $eta }
been-before = eerder al hier geweest: { $crossed }
warned = { $warned }: { $text }

# ---- wanneer: de grens over

since-unknown = al aanwezig, sinds wanneer is niet bekend
crossed-at = om { $at }
crossed-between = tussen { $from } en { $to }, ondertussen geen posities
crossed-possible = { $crossed } (mogelijk, niet bevestigd)
crossed-withdrawn = grensoverschrijding ingetrokken: het is niet gebeurd
crossed-into = naar { $states }
start-unsure = voor het eerst gezien aan de grens: misschien er al die tijd al
told-late = te laat gemeld: niemand zag het op dat moment
out-again = weer vertrokken { $crossed }
home-again = weer in eigen land { $crossed }
still-there = NOG STEEDS DAAR: het vertrek is ingetrokken, het is niet gebeurd

card-crossed = grens overschreden { $crossed }
card-crossed_possibly = grens mogelijk overschreden { $crossed }
card-not_crossed = grens niet overschreden: het is niet gebeurd
card-time_unknown = tijdstip van de grensoverschrijding niet bekend
card-out_possibly = mogelijk { $out }

# ---- waar

near = bij { $place }
place-distance = { $place } ({ $distance } { $wind })
where = { $distance } { $wind } van { $place } ({ $state })
place-unknown = plaats niet bekend

# ---- omstandigheden en waarschuwingen

before-opening = grens overschreden voordat de achtervolging werd geopend
elsewhere = bevestigd op een andere plaats dan eerst gemeld, waarvoor andere meldkamers dienen
coordinating = gewaarschuwd als coördinerende meldkamer: het gebied is niet bekend
warning-fault = systeemstoring, handel per telefoon
warning-possible = mogelijke grensoverschrijding, nog niet bevestigd
warning-withdrawn = de grensoverschrijding is ingetrokken
warning-instead = de eenheid ging in plaats daarvan naar { $states }
warning-out_possible = mogelijk weer vertrokken, nog niet bevestigd
off-road-no = { $unit } { $way }: volgens de rechtskaart NIET TOEGESTAAN
off-road-unknown = { $unit } { $way }: NAGAAN op de rechtskaart of dat mag
off-road-yes = { $unit } { $way }: volgens de rechtskaart toegestaan
way-foot = TE VOET
way-rail = PER SPOOR
way-water = OVER WATER
way-air = DOOR DE LUCHT

# ---- wie het op zich neemt

acknowledged = bevestigd door { $who } om { $at }
acknowledged-older = { $acknowledged }, toen bij revisie { $revision }
not-acknowledged = NIET BEVESTIGD
person-desk = { $name } ({ $desk })

# ---- waarom deze meldkamer, van waar naar waar, wie opende

room-home = { $room }: eigen eenheden
room-area = { $room }: dient { $area }
room-coordinating = { $room }: coördinerende meldkamer
opened = { $at } door { $by }
pursuit-of = { $case } ({ $state })

# ---- voor het oor

spoken = { $mode }. Prioriteit { $priority }. Achtervolging { $case } { $happened }.
spoken-near = { $happened } bij { $place }
spoken-approaching = nadert { $the }
spoken-entered = { $possible ->
    [yes] is mogelijk binnengekomen in { $in }
   *[no] is binnengekomen in { $in }
}
spoken-entered_elsewhere = { $possible ->
    [yes] is mogelijk elders binnengekomen in { $in }
   *[no] is elders binnengekomen in { $in }
}
spoken-left = { $possible ->
    [yes] heeft { $the } mogelijk verlaten
   *[no] heeft { $the } verlaten
}
spoken-departed = { $possible ->
    [yes] is mogelijk de grens over naar { $into }
   *[no] is de grens over naar { $into }
}
spoken-fault = heeft een systeemstoring, handel per telefoon
spoken-cleared = is afgemeld in { $in }
spoken-home_again = { $possible ->
    [yes] heeft de eigen eenheden mogelijk weer in { $in }
   *[no] heeft de eigen eenheden weer in { $in }
}
spoken-no_longer_expected = wordt niet langer verwacht in { $in }
spoken-not_coming_here = komt niet hier, ging elders { $the } binnen
spoken-never_entered = is ingetrokken, het is niet gebeurd: kwam nooit { $in } binnen
spoken-never_departed = is ingetrokken, het is niet gebeurd: de eigen eenheden gingen nooit de grens over
spoken-no_position = Geen positie van { $unit }.
spoken-also_fault = Systeemstoring, handel per telefoon.

# ---- wat geen grens is: het eigen gebied van de meldkamer, uit de lucht, met de hand, een alarm

headline-approaching_area = NADERT UW GEBIED
headline-entered_area = BINNENGEKOMEN IN UW GEBIED
headline-left_area = HEEFT UW GEBIED VERLATEN
headline-overflown = LUCHTVAARTUIG BOVEN { $here }
headline-warned = MET DE HAND GEWAARSCHUWD
headline-alarm = ALARM: { $alarm }
headline-withdrawn_because = INGETROKKEN, OMDAT: { $because }
spoken-approaching_area = nadert uw gebied
spoken-entered_area = { $possible ->
    [yes] is mogelijk binnengekomen in uw gebied
   *[no] is binnengekomen in uw gebied
}
spoken-left_area = { $possible ->
    [yes] heeft uw gebied mogelijk verlaten
   *[no] heeft uw gebied verlaten
}
spoken-overflown = is boven { $the }, alleen een luchtvaartuig
spoken-warned = komt misschien naar u toe: u bent met de hand gewaarschuwd
spoken-alarm = heeft u nodig
spoken-withdrawn_because = is ingetrokken, omdat: { $because }
where-point = { $point }, { $where }
for-information = alleen ter informatie
room-copy = { $room }: ter informatie
room-by_hand = { $room }: met de hand gewaarschuwd

# ---- door mensen en klokken

by-hand = met de hand gewaarschuwd door { $by } om { $at }: { $text }
by-hand-direction = richting { $direction }
by-hand-seen = gezien om { $at }
shelved = opzijgezet tot { $until } door { $by }: { $reason }
offered = aangeboden aan { $to } door { $by } tot { $until }
escalation-louder = NIET BEVESTIGD: luider alarm gegeven, ook op de tweede werkplek
escalation-supervisor = NIET BEVESTIGD: de leidinggevende is ingelicht
escalation-telephone = NIET BEVESTIGD: bel op
alarm-at = { $alarm } (sinds { $at })
alarm-asked = { $room } VRAAGT: { $kind }
alarm-danger = { $assessment ->
    [yes] GEVAAR (inschatting): { $code }
   *[no] GEVAAR: { $code }
}
alarm-danger_withdrawn = GEVAAR INGETROKKEN: { $code } („{ $because }”)
alarm-lead_passed = { $room } HEEFT NU DE LEIDING
alarm-limit_warned = { $unit } in { $state }: GRENSWAARDE NABIJ ({ $by })
alarm-limit_exceeded = { $unit } in { $state }: GRENSWAARDE OVERSCHREDEN ({ $by })
alarm-no_room = { $state } BINNENGEREDEN, en geen meldkamer daar is hier bekend: MELD HET PER TELEFOON
alarm-not_acknowledged_supervisor = { $room } HEEFT NIET BEVESTIGD: de leidinggevende daar is ingelicht
alarm-not_acknowledged_telephone = { $room } HEEFT NIET BEVESTIGD: BEL { $room }
alarm-request_unanswered = { $room } HEEFT NIET GEANTWOORD ({ $kind }): BEL { $room }
alarm-six_hours_over = ZES UUR ZIJN VOORBIJ: { $item }
alarm-still_running = LOOPT HET NOG? Geen eenheid reed sinds { $since }
alarm-stop_given = STOPBEVEL van { $room }
alarm-stop_lifted = stopbevel opgeheven door { $room }
alarm-taken_in = { $case } GAAT HIER VERDER: haar eenheden horen er nu bij
alarm-stop_unanswered = ONTVANGSTBEVESTIGING VAN HET STOPBEVEL ONTBREEKT: { $units }
