# Das Protokoll einer Verfolgung: eine Zeile für alles, wonach gefragt werden wird.

log-line = { $at } { $text }
log-because = { $text }: { $reason }
log-written_later = { $text } (eingetragen um { $at })

# ---- Kräfte und Grenzen

log-opened = Verfolgung eröffnet von { $by }
log-unit_joined = { $unit } nimmt an der Verfolgung teil
log-unit_left = { $unit } nimmt nicht mehr an der Verfolgung teil
log-crossed = { $unit }: Grenzübertritt von { $left } nach { $entered }
log-crossed_late = { $unit }: Grenzübertritt von { $left } nach { $entered }, verspätet gemeldet: niemand hat es damals gesehen
log-crossing_possible = { $unit }: möglicher Grenzübertritt von { $left } nach { $entered }
log-crossing_confirmed = { $unit }: Grenzübertritt von { $left } nach { $entered }, jetzt bestätigt
log-crossing_withdrawn = { $unit }: kein Grenzübertritt von { $left } nach { $entered }, zurückgenommen
log-approaching = { $unit } wird in { $entered } erwartet um { $eta }
log-approach_withdrawn = { $unit } wird nicht mehr in { $entered } erwartet (war { $eta })
log-contact_lost = keine Position von { $unit } seit { $since }
log-contact_regained = wieder eine Position von { $unit }, nach Stille seit { $since }
log-limit_warned = { $unit } in { $state }: Begrenzung nah ({ $by })
log-limit_exceeded = { $unit } in { $state }: BEGRENZUNG ÜBERSCHRITTEN ({ $by })
log-sight_lost = { $unit } hat das Ziel aus den Augen verloren ({ $by })
log-sight_regained = { $unit } sieht das Ziel wieder ({ $by })
log-return_began = { $unit } verfolgt nicht mehr und fährt zurück ({ $by })
log-return_ended = { $unit } verfolgt wieder ({ $by })
log-target_seen = das verfolgte Fahrzeug wurde gesehen ({ $source }, { $by })
log-fixes_refused = Positionen werden abgewiesen
log-fault = Systemstörung

# ---- Fakten

log-fact_added = { $fact } ({ $by })
log-assessment_added = Einschätzung: { $fact } ({ $by })
log-fact_withdrawn = Angabe zurückgenommen von { $by }

# ---- Leitstellen

log-alerted = { $room } alarmiert: { $phase }
log-unserved = { $state } betreten, wo keine Leitstelle bekannt ist: telefonisch zu melden
log-acknowledged = { $room }: quittiert von { $by }
log-escalated_louder = { $room } hat nicht quittiert: lauter alarmiert
log-escalated_supervisor = { $room } hat nicht quittiert: der Dienstgruppenleiter ist verständigt
log-escalated_telephone = { $room } hat nicht quittiert: telefonisch anrufen
log-shelved = { $room }: zurückgestellt von { $by } bis { $until }
log-unshelved = { $room }: wieder aufgenommen
log-alert_offered = { $room }: { $by } bietet die Meldung { $to } an
log-offer_over = { $room }: das Angebot ist vorbei, die Meldung bleibt, wo sie war
log-alert_taken = { $room }: übernommen von { $by }
log-notified_by_telephone = { $room } telefonisch unterrichtet: { $by } sprach mit { $answered_by }
log-call_withdrawn = { $room }: Anruf von { $at } zurückgenommen von { $by }
log-warning_withdrawn = { $room }: Warnung von Hand zurückgenommen von { $by }

# ---- Unterstützung und Führung

log-requested = { $by } ersucht { $room }: { $kind }
log-lead_offered = { $by } bietet { $room } die Führung an
log-request_accepted = { $room } nimmt an: { $kind } ({ $by })
log-request_refused = { $room } lehnt ab: { $kind } ({ $by })
log-request_withdrawn = nicht mehr erbeten von { $room }: { $kind } ({ $by })
log-request_expired = { $room } hat nicht rechtzeitig geantwortet, nicht mehr erbeten: { $kind }
log-lead_passed = { $room } führt von jetzt an ({ $by })
log-stop_given = ABBRUCHBEFEHL von { $by }
log-stop_received = { $unit } hat den Abbruchbefehl quittiert ({ $by })
log-stop_unanswered = Quittung des Abbruchbefehls fehlt: { $units }
log-stop_lifted = Abbruchbefehl aufgehoben von { $by }

# ---- Irrtümer, mehrere Verfolgungen, das Ende

log-unit_taken_out = { $unit } nahm irrtümlich teil, herausgenommen von { $by }
log-opened_in_error = irrtümlich eröffnet ({ $by })
log-merge_asked = { $by } bittet, sie mit { $case } zusammenzulegen
log-merge_accepted = { $case } nimmt sie auf
log-merge_refused = { $case } nimmt sie nicht auf
log-merge_taken_in = { $case } ist hier aufgenommen
log-merged = geht weiter als { $case }
log-split_asked = { $by } trennt { $case } für ein zweites Ziel ab
log-split_accepted = { $case } geht mit ihren Kräften weiter
log-split_refused = { $case } wurde nicht eröffnet
log-question_given_up = { $by } wartet nicht länger auf { $case }
log-split_taken_in = abgetrennt von { $case }
log-still_asked = läuft es noch? gefragt, denn seit langem hat sich kein Einsatzmittel bewegt
log-still_confirmed = sie läuft noch ({ $by })
log-closed = Verfolgung abgeschlossen von { $by }
log-item_done = { $item }: erledigt ({ $by })
log-item_corrected = { $item }: berichtigt ({ $by })
log-item_due = { $item }: spätestens { $due }
