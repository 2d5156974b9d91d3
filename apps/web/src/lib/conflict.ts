/** Whose value stands where two people changed the same thing. */
export type Side = 'mine' | 'theirs';

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that both changed since `base`, each to something else. What one alone changed is no conflict. */
export function clashesOf<Values extends object>(
  base: Values,
  theirs: Values,
  mine: Values,
): (keyof Values & string)[] {
  const fields = Object.keys(mine) as (keyof Values & string)[];
  return fields.filter(
    (field) =>
      !isSame(theirs[field], base[field]) && !isSame(mine[field], base[field]) && !isSame(mine[field], theirs[field]),
  );
}

/**
 * What is saved: their row, with ours where we changed something; in a clash ours too, unless theirs was chosen.
 * So nobody's change of another field is lost.
 */
export function mergedOf<Values extends object>(
  base: Values,
  theirs: Values,
  mine: Values,
  choices: Readonly<Partial<Record<string, Side>>> = {},
): Values {
  const clashes = new Set<string>(clashesOf(base, theirs, mine));
  const fields = Object.keys(mine) as (keyof Values & string)[];
  const ours = fields.filter((field) => {
    if (clashes.has(field)) return choices[field] !== 'theirs';
    return !isSame(mine[field], base[field]);
  });
  return { ...theirs, ...Object.fromEntries(ours.map((field) => [field, mine[field]])) };
}
