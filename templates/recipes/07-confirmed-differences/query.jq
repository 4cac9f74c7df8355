# jq --compact-output --from-file query.jq data/discrepancies.json
[.discrepancies[] | select(.class == "fact" and .status == "confirmed") | [.type, .id, .title]]
| sort[]
