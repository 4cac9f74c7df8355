# jq --compact-output --from-file query.jq data/figures.json
[.figures[] | select(.primary and .role == "change" and .unit == "%" and .direction == "increase")]
| sort_by([-.value, .id])[:10][]
| [.value, .quote, .subject, .speaker_name] | map(if . == "" then null else . end)
