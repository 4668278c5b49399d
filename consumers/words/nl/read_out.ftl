# De voorleeskaart: wat een operator per telefoon aan een andere meldkamer voorleest. Korte zinnen, gespeld waar nodig.

# ---- wie belt, en of het echt is

read-dial = Bel { $room }: { $telephone }
read-dial_unknown = Bel { $room }: het nummer is hier niet bekend
read-mode-live = Dit is echt, geen oefening
read-mode-exercise = Oefening, oefening, oefening
read-mode-test = Dit is een test, een test, een test
read-not_known = niet bekend
read-caller = U spreekt met { $room }, { $state }
read-lead-ours = Wij hebben de leiding over de achtervolging
read-lead-yours = U hebt de leiding over de achtervolging
read-lead-other = { $room } heeft de leiding over de achtervolging
read-over-closed = De achtervolging is voorbij
read-over-merged = De achtervolging gaat verder als { $case }
read-over-error = De achtervolging is bij vergissing geopend. Er was geen achtervolging

# ---- wat er gebeurde, waar, wanneer, en waarheen

read-pursuit = Achtervolging { $case } { $happened }
read-withdrawn = is voor u ingetrokken
read-telephoned = komt misschien naar u toe: wij waarschuwen u hierbij
read-telephoned_over = is voorbij: wij lichten u hierbij in
read-when = Wanneer: { $when }
read-expected = verwacht om { $eta }, tussen { $from } en { $to }
read-expected_at = verwacht om { $eta }
read-where = Waar: { $where }
read-near = { $place }, { $distance } naar het { $direction }
read-last = Laatste positie: { $unit } om { $at }, in { $in }, { $place }
read-last_unknown = Laatste positie: niet bekend
read-car_seen = De achtervolgde auto is gezien om { $at }, { $place }, binnen { $uncertainty }, { $source }
read-going = Richting: { $direction }. Snelheid: { $speed }
read-speed = { $speed } ({ $digits }) kilometer per uur

read-towards-n = noorden
read-towards-ne = noordoosten
read-towards-e = oosten
read-towards-se = zuidoosten
read-towards-s = zuiden
read-towards-sw = zuidwesten
read-towards-w = westen
read-towards-nw = noordwesten

# ---- wat er van de verdachten bekend is

read-plate = kenteken { $plate }: { $spelled }. Land: { $state }
read-no_plate = Kenteken: niet bekend
read-amount = { $number } ({ $digits })
read-written = zoals geschreven: "{ $text }"
read-written_in = zoals geschreven, in het { $language }: "{ $text }"
read-purpose = Doel: { $purpose }

# ---- eenheden, verzoeken, stopbevelen

read-units = Eenheden in de achtervolging: { $number }. Roepnamen: { $units }
read-no_units = Eenheden in de achtervolging: geen
read-asked-ours = Wij vragen u: { $what }
read-asked-other = { $room } vraagt u: { $what }
read-asked-nothing = Aan u is nog niets gevraagd
read-stop = Er geldt een STOPBEVEL, gegeven door { $room } om { $at }. Reden: { $reason }
read-stop_missing = Nog geen ontvangstbevestiging van: { $units }

# ---- het recht, terugbellen, het einde

read-law_on_card = Rechtsgrond, { $state } in { $in }: lees hem van de kaart { $card }
read-law_unknown = Rechtsgrond: niet bekend, { $check }
read-call_back = Bel { $room } terug: { $telephone } ({ $digits })
read-call_back_unknown = Nummer om { $room } terug te bellen: niet bekend
read-ask = Vraag: met wie spreek ik? Noteer naam en tijd

# ---- gespeld

read-dash = streepje
read-space = spatie
read-umlaut = { $letter } met trema
read-digit-0 = nul
read-digit-1 = één
read-digit-2 = twee
read-digit-3 = drie
read-digit-4 = vier
read-digit-5 = vijf
read-digit-6 = zes
read-digit-7 = zeven
read-digit-8 = acht
read-digit-9 = negen

# ---- talen, als die waarin iets geschreven is

read-tongue-nl = Nederlands
read-tongue-fr = Frans
read-tongue-de = Duits
read-tongue-lb = Luxemburgs
read-tongue-en = Engels
