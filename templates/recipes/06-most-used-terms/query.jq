# jq --compact-output --from-file query.jq data/terms.json
[.terms[] | {id, term: .prefLabel, used: [.mentions[] | select(.primary)]}]
| sort_by([-(.used | length), .id])[:10][]
| [.term, (.used | length), (.used | map(.briefing) | unique | length)] | select(.[1] > 0)
