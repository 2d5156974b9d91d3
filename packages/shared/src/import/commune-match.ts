import { fold } from '../patients/search-folding.js';
import type { CommuneSought } from './patient-row.js';

export interface KnownCommune {
  readonly code: string;
  readonly folded: string;
  readonly postalCodes: readonly string[];
  readonly former: boolean;
}

/** What to look communes up by, for many lines at once. */
export function communeKeys(sought: readonly CommuneSought[]): { codes: string[]; names: string[] } {
  return {
    codes: [...new Set(sought.flatMap(({ code }) => code ?? []))],
    names: [...new Set(sought.flatMap(({ name }) => communeNames(name)))],
  };
}

/**
 * The commune a line names: by its official code; else by its name with its postal code or department; else by its name
 * when only one commune has it. Null when none or several may be meant. A former commune fits a birthplace only.
 */
export function matchCommune(
  sought: CommuneSought,
  known: readonly KnownCommune[],
  use: 'home' | 'birth',
): string | null {
  const fit = known.filter(({ former }) => use === 'birth' || !former);
  if (sought.code) {
    const byCode = fit.find(({ code }) => code === sought.code);
    if (byCode) return byCode.code;
  }
  const names = communeNames(sought.name);
  const named = fit.filter(({ folded }) => names.includes(folded));
  const { postalCode } = sought;
  if (postalCode.length === 5) {
    const there = named.filter(({ postalCodes }) => postalCodes.includes(postalCode));
    if (there.length === 1) return there[0]?.code ?? null;
  }
  const department = postalCode.slice(0, postalCode.startsWith('97') ? 3 : 2);
  const near = department
    ? named.filter(({ code }) => code.startsWith(department) || isCorsican(code, department))
    : named;
  const living = near.filter(({ former }) => !former);
  const [only, ...others] = living.length > 0 ? living : near;
  return only && others.length === 0 ? only.code : null;
}

/** 'ST ETIENNE', 'Paris 12', 'LYON 3EME' as the official list writes them. */
function communeNames(name: string): string[] {
  const folded = fold(name);
  if (!folded) return [];
  const whole = folded
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bs\b(?=\s)/g, 'sur');
  const city = whole.replace(/\s+(?:0?\d{1,2})(?:er|e|eme)?(?:\s+arrondissement)?$/, '');
  return [...new Set([folded, whole, city])];
}

function isCorsican(code: string, department: string): boolean {
  return department === '20' && /^2[AB]/.test(code);
}
