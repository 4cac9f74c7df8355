# jq --compact-output --from-file query.jq data/discrepancies.json
[.discrepancies[] | select(.class == "fact" and .status == "confirmed")]
| sort_by([.type, .id])[]
| [.type, .title, .takeaway] | map(if . == "" then null else . end)
