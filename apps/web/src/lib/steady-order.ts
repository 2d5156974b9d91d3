/**
 * Keeps the rows somebody is looking at where they are: those of `shown` that are still in `fresh` come first, in
 * their old order, then the new ones. For answers that come late, or again, under the cursor.
 */
export function keepOrder<Row extends { id: string }>(shown: readonly Row[], fresh: readonly Row[]): Row[] {
  const held = new Map(fresh.map((row) => [row.id, row]));
  const stayed = shown.flatMap(({ id }) => held.get(id) ?? []);
  const seen = new Set(stayed.map(({ id }) => id));
  return [...stayed, ...fresh.filter(({ id }) => !seen.has(id))];
}
