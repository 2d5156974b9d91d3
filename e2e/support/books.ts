/** A file for an accountant, read as her spreadsheet reads it: BOM, semicolons, decimal commas. */
export interface Books {
  readonly hasBom: boolean;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export function readBooks(text: string): Books {
  const hasBom = text.startsWith('\uFEFF');
  const [heads = [], ...rows] = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
  return { hasBom, rows: rows.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']))) };
}

/** '1240,50' → 124050. */
const centsOf = (amount: string): number => Math.round(Number(amount.replace(',', '.')) * 100);

export const sumOf = ({ rows }: Books, head: string): number =>
  rows.reduce((sum, row) => sum + centsOf(row[head] ?? ''), 0);

/** Cents as French and English screens print them: « 1 240,50 € », “€1,240.50”. Plain spaces: Playwright compares so. */
export function printed(cents: number, locale: 'fr' | 'en'): string {
  const [thousands, decimal] = locale === 'fr' ? [' ', ','] : [',', '.'];
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const amount = `${euros}${decimal}${String(cents % 100).padStart(2, '0')}`;
  return locale === 'fr' ? `${amount} €` : `€${amount}`;
}
