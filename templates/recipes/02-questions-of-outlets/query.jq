# jq --slurp --compact-output --from-file query.jq data/briefings/*.json
[.[] | .slug as $briefing | .primary as $primary
 | (.witnesses[] | select(.source == $primary) | .turns // []) as $turns
 | .exchanges[].question as $id
 | $turns[] | select(.id == $id and .speaker.kind == "outlet") | select(.speaker.id)
 | {id: .speaker.id, name: .speaker.name, briefing: $briefing}]
| group_by(.id)
| map([.[0].name, length, (map(.briefing) | unique | length)])
| sort_by([-.[1], .[0]])[]
