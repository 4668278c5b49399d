# Was eine Meldung sagt: dem Auge in einer Zeile oder auf einer Karte, und dem Ohr.

# ---- die Überschrift

headline-approaching = NÄHERT SICH { $here }
headline-entered = GRENZÜBERTRITT NACH { $here }
headline-entered_possible = AN DER GRENZE, MÖGLICHERWEISE GRENZÜBERTRITT NACH { $here }
headline-entered_elsewhere = GRENZÜBERTRITT NACH { $here } AN ANDERER STELLE
headline-left = HAT { $here } VERLASSEN
headline-departed = EIGENE KRÄFTE IM AUSLAND: { $states }
headline-fault = SYSTEMSTÖRUNG, TELEFONISCH HANDELN
headline-cleared = ENTWARNUNG { $here }
headline-home_again = EIGENE KRÄFTE WIEDER IM INLAND
headline-no_longer_expected = NICHT MEHR ERWARTET IN { $here }
headline-not_coming_here = KOMMT NICHT HIERHER: GRENZÜBERTRITT NACH { $states } AN ANDERER STELLE
headline-never_entered = ZURÜCKGENOMMEN: ES IST NICHT GESCHEHEN, KEIN GRENZÜBERTRITT NACH { $here }
headline-never_departed = ZURÜCKGENOMMEN: ES IST NICHT GESCHEHEN, EIGENE KRÄFTE GINGEN NICHT INS AUSLAND
headline-no_position = KEINE POSITION

# ---- wer

units-from = { $units } aus { $states }
units-also = { $units } (auch in der Verfolgung: { $others })
no-position-unit = { $unit } KEINE POSITION seit { $since }
no-position-since = KEINE POSITION seit { $since }
no-position-of = KEINE POSITION von { $units }
unit-since = { $unit } seit { $since }
unit-in = { $unit } in { $states } um { $at }
unit-not_seen = { $unit }: Ort nicht bekannt

# ---- wann: erwartet

expected = erwartet um { $eta } (zwischen { $from } und { $to }), { $percent }
expected-in = erwartet in { $in }, um { $eta } (zwischen { $from } und { $to }), { $percent }
expected-now = jetzt erwartet, um { $eta } (zwischen { $from } und { $to }), { $percent }
expected-overdue = war erwartet um { $eta } (zwischen { $from } und { $to }), { $percent }
overdue = ÜBERFÄLLIG
had-been-expected = war erwartet um { $eta }
been-before = war schon einmal hier: { $crossed }
warned = { $warned }: { $text }

# ---- wann: die Grenze überschritten

since-unknown = schon dort, seit wann ist nicht bekannt
crossed-at = um { $at }
crossed-between = zwischen { $from } und { $to }, dazwischen keine Positionen
crossed-possible = { $crossed } (möglich, nicht bestätigt)
crossed-withdrawn = Grenzübertritt zurückgenommen: er ist nicht geschehen
crossed-into = nach { $states }
start-unsure = zuerst an der Grenze gesehen: vielleicht schon immer dort
told-late = verspätet gemeldet: niemand hat es damals gesehen
out-again = wieder draußen { $crossed }
home-again = wieder im Inland { $crossed }
still-there = NOCH DORT: die Ausreise ist zurückgenommen, sie ist nicht geschehen

card-crossed = Grenze überschritten { $crossed }
card-crossed_possibly = Grenze möglicherweise überschritten { $crossed }
card-not_crossed = Grenze nicht überschritten: es ist nicht geschehen
card-time_unknown = Zeitpunkt des Grenzübertritts nicht bekannt
card-out_possibly = möglicherweise { $out }

# ---- wo

near = bei { $place }
place-distance = { $place } ({ $distance } { $wind })
where = { $distance } { $wind } von { $place } ({ $state })
place-unknown = Ort nicht bekannt

# ---- Umstände und Warnungen

before-opening = Grenze überschritten, bevor die Verfolgung eröffnet wurde
elsewhere = an anderer Stelle bestätigt als zuerst gemeldet, für die andere Leitstellen zuständig sind
coordinating = als koordinierende Leitstelle alarmiert: das Gebiet ist nicht bekannt
warning-fault = Systemstörung, telefonisch handeln
warning-possible = möglicher Grenzübertritt, noch nicht bestätigt
warning-withdrawn = der Grenzübertritt ist zurückgenommen
warning-instead = das Einsatzmittel ist stattdessen nach { $states } gefahren
warning-out_possible = mögliche Ausreise, noch nicht bestätigt
off-road-no = { $unit } { $way }: nach der Rechtskarte NICHT ERLAUBT
off-road-unknown = { $unit } { $way }: auf der Rechtskarte PRÜFEN, ob das erlaubt ist
off-road-yes = { $unit } { $way }: nach der Rechtskarte erlaubt
way-foot = ZU FUSS
way-rail = AUF DER SCHIENE
way-water = AUF DEM WASSER
way-air = AUS DER LUFT

# ---- wer sie übernommen hat

acknowledged = quittiert von { $who } um { $at }
acknowledged-older = { $acknowledged }, damals bei Revision { $revision }
not-acknowledged = NICHT QUITTIERT
person-desk = { $name } ({ $desk })

# ---- warum diese Leitstelle, von wo nach wo, wer eröffnet hat

room-home = { $room }: eigene Kräfte
room-area = { $room }: zuständig für { $area }
room-coordinating = { $room }: koordinierende Leitstelle
opened = { $at } von { $by }
pursuit-of = { $case } ({ $state })

# ---- für das Ohr

spoken = { $mode }. Priorität { $priority }. Verfolgung { $case }: { $happened }.
spoken-near = { $happened } bei { $place }
spoken-approaching = steht vor dem Grenzübertritt { $into }
spoken-entered = { $possible ->
    [yes] möglicherweise Grenzübertritt { $into }
   *[no] Grenzübertritt { $into }
}
spoken-entered_elsewhere = { $possible ->
    [yes] möglicherweise an anderer Stelle Grenzübertritt { $into }
   *[no] an anderer Stelle Grenzübertritt { $into }
}
spoken-left = { $possible ->
    [yes] hat { $the } möglicherweise verlassen
   *[no] hat { $the } verlassen
}
spoken-departed = { $possible ->
    [yes] möglicherweise ins Ausland, { $into }
   *[no] ins Ausland, { $into }
}
spoken-fault = hat eine Systemstörung, telefonisch handeln
spoken-cleared = Entwarnung { $in }
spoken-home_again = { $possible ->
    [yes] eigene Kräfte möglicherweise wieder { $in }
   *[no] eigene Kräfte wieder { $in }
}
spoken-no_longer_expected = wird nicht mehr { $in } erwartet
spoken-not_coming_here = kommt nicht hierher, an anderer Stelle Grenzübertritt { $into }
spoken-never_entered = ist zurückgenommen, es ist nicht geschehen: kein Grenzübertritt { $into }
spoken-never_departed = ist zurückgenommen, es ist nicht geschehen: die eigenen Kräfte gingen nie ins Ausland
spoken-no_position = Keine Position von { $unit }.
spoken-also_fault = Systemstörung, telefonisch handeln.

# ---- was keine Grenze ist: das eigene Gebiet der Leitstelle, aus der Luft, von Hand, ein Alarm

headline-approaching_area = NÄHERT SICH IHREM GEBIET
headline-entered_area = IN IHREM GEBIET
headline-left_area = HAT IHR GEBIET VERLASSEN
headline-overflown = LUFTFAHRZEUG ÜBER { $here }
headline-warned = VON HAND GEWARNT
headline-alarm = ALARM: { $alarm }
headline-withdrawn_because = ZURÜCKGENOMMEN, WEIL: { $because }
spoken-approaching_area = nähert sich Ihrem Gebiet
spoken-entered_area = { $possible ->
    [yes] ist möglicherweise in Ihrem Gebiet
   *[no] ist in Ihrem Gebiet
}
spoken-left_area = { $possible ->
    [yes] hat Ihr Gebiet möglicherweise verlassen
   *[no] hat Ihr Gebiet verlassen
}
spoken-overflown = überfliegt { $the }, nur ein Luftfahrzeug
spoken-warned = kommt vielleicht zu Ihnen: Sie sind von Hand gewarnt
spoken-alarm = braucht Sie
spoken-withdrawn_because = ist zurückgenommen, weil: { $because }
where-point = { $point }, { $where }
for-information = nur zur Kenntnis
room-copy = { $room }: zur Kenntnis
room-by_hand = { $room }: von Hand gewarnt

# ---- durch Menschen und Uhren

by-hand = von Hand gewarnt durch { $by } um { $at }: { $text }
by-hand-direction = Richtung { $direction }
by-hand-seen = gesehen um { $at }
shelved = zurückgestellt bis { $until } von { $by }: { $reason }
offered = von { $by } angeboten an { $to } bis { $until }
escalation-louder = NICHT QUITTIERT: lauter alarmiert, auch am zweiten Platz
escalation-supervisor = NICHT QUITTIERT: der Dienstgruppenleiter ist verständigt
escalation-telephone = NICHT QUITTIERT: telefonisch anrufen
alarm-at = { $alarm } (seit { $at })
alarm-asked = { $room } BITTET: { $kind }
alarm-danger = { $assessment ->
    [yes] GEFAHR (Einschätzung): { $code }
   *[no] GEFAHR: { $code }
}
alarm-danger_withdrawn = GEFAHR ZURÜCKGENOMMEN: { $code } („{ $because }“)
alarm-lead_passed = { $room } FÜHRT JETZT
alarm-limit_warned = { $unit } in { $state }: BEGRENZUNG NAH ({ $by })
alarm-limit_exceeded = { $unit } in { $state }: BEGRENZUNG ÜBERSCHRITTEN ({ $by })
alarm-no_room = { $state } BETRETEN, und dort ist keine Leitstelle bekannt: TELEFONISCH MELDEN
alarm-not_acknowledged_supervisor = { $room } HAT NICHT QUITTIERT: dort ist der Dienstgruppenleiter verständigt
alarm-not_acknowledged_telephone = { $room } HAT NICHT QUITTIERT: { $room } ANRUFEN
alarm-request_unanswered = { $room } HAT NICHT GEANTWORTET ({ $kind }): { $room } ANRUFEN
alarm-six_hours_over = SECHS STUNDEN SIND VORBEI: { $item }
alarm-still_running = LÄUFT ES NOCH? Seit { $since } hat sich kein Einsatzmittel bewegt
alarm-stop_given = ABBRUCHBEFEHL von { $room }
alarm-stop_lifted = Abbruchbefehl aufgehoben von { $room }
alarm-taken_in = { $case } GEHT HIER WEITER: ihre Kräfte gehören jetzt dazu
alarm-stop_unanswered = QUITTUNG DES ABBRUCHBEFEHLS FEHLT: { $units }
