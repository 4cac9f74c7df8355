# jq --compact-output --from-file query.jq data/topics.json
[.topics[] | [.title, (.exchanges | length)] | select(.[1] > 0)]
| sort_by([-.[1], .[0]])[]
