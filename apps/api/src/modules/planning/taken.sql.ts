/**
 * All that a visit or a meeting takes, from its claims: each resource with its minutes before `starts` and after `ends`,
 * columns of the row it belongs to, as is `practice`. `owner` is a condition on the claim `k`.
 */
export const takenJson = (practice: string, owner: string, starts: string, ends: string) => `(
  select coalesce(json_agg(json_build_array(k.resource_id, (extract(epoch from ${starts} - k.starts_at) / 60)::int,
      (extract(epoch from k.ends_at - ${ends}) / 60)::int) order by k.resource_id), '[]')
    from claim k where k.practice_id = ${practice} and ${owner})`;
