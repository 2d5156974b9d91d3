const french = new Intl.Collator('fr', { sensitivity: 'base', ignorePunctuation: true, numeric: true });

/**
 * Order of two names in a French list: accents, case, spaces, hyphens and apostrophes do not count, so that
 * `Le Guen` stands beside `Leguen` and `d’Almeida` beside `Dalmeida`. Negative, zero or positive, as for `sort`.
 */
export function compareNames(a: string, b: string): number {
  return french.compare(a, b);
}
