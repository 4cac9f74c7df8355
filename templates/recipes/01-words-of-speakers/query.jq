# jq --slurp --compact-output --from-file query.jq data/briefings/*.json
[.[] | .primary as $primary | .witnesses[] | select(.source == $primary) | .turns[]?
 | select(.speaker.kind | IN("chair", "official")) | select(.speaker.id)
 | {id: .speaker.id, name: .speaker.name,
    words: ([.passages[].text | split(" ") | length] | add)}]
| group_by(.id)
| map([.[0].name, length, (map(.words) | add)])
| sort_by([-.[2], .[0]])[]
