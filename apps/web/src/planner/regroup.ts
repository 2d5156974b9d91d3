export interface InColumn {
  readonly columnId: string;
}

function sameFields<T extends object>(before: T, after: T): boolean {
  const keys = Object.keys(after) as (keyof T)[];
  return Object.keys(before).length === keys.length && keys.every((key) => Object.is(before[key], after[key]));
}

/**
 * Groups by column and keeps what did not change: an item equal field by field stays the same object, a column whose
 * items all stayed keeps its array. Memoised columns and cards then skip everything but the one visit that changed.
 */
export function regroup<T extends InColumn>(
  items: readonly T[],
  identity: (item: T) => string,
  before: ReadonlyMap<string, readonly T[]>,
): Map<string, readonly T[]> {
  const known = new Map<string, T>();
  for (const group of before.values()) for (const item of group) known.set(identity(item), item);
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const old = known.get(identity(item));
    const kept = old && sameFields(old, item) ? old : item;
    const group = groups.get(item.columnId);
    if (group) group.push(kept);
    else groups.set(item.columnId, [kept]);
  }
  const stable = new Map<string, readonly T[]>(groups);
  for (const [columnId, group] of groups) {
    const old = before.get(columnId);
    if (old && old.length === group.length && group.every((item, index) => item === old[index]))
      stable.set(columnId, old);
  }
  return stable;
}
