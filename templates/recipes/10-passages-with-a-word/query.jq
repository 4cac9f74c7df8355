# jq --slurp --compact-output --from-file query.jq data/sources.json data/briefings/*.json
(.[0].sources | map({key: .id, value: .text_name}) | from_entries) as $names
| [.[1:][] | .slug as $briefing | .witnesses[] | select(.kind == "article")
   | .source as $source | .sections[].passages[] | select(.text | test("\\bsafe\\b"; "i"))
   | {name: $names[$source], line, url: "briefings/\($briefing)/#\(.id)",
      id: (if .id | startswith("\($source)-") then .id else "\($source)-\(.id)" end)}]
| sort_by(.id)[]
| [.name, .line, .url]
