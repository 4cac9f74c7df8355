# jq --compact-output --from-file query.jq data/observations.json
def known: if . == "" then null else . end;
[.observations[] | select(.comparable and (.variant | not))]
| group_by([.indicator, .series]) | map(select(length > 1)) | add // []
| sort_by([.indicator, (.series | known), (.start | known), .figure])[]
| [.indicator, (.series | known), (.start | known), .value, (.unit | known)]
