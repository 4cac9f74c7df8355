# jq --compact-output --from-file query.jq data/commitments.json
[.commitments[] | select(.class == "announcement") | {date, speaker: .speaker_name}]
| group_by([.date, .speaker])
| map([.[0].date, .[0].speaker, length])
| sort_by([.[0], -.[2], .[1]])[]
