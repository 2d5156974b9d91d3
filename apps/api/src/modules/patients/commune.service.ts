import { Injectable } from '@nestjs/common';
import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { wordsOf } from '@pupitre/shared/patients/search-folding';
import { CommuneRepository } from './commune.repository.js';

const limit = 12;
const postalCodeLength = 5;
const abbreviations: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };
/** « Havre » is looked for under H although the official name is « Le Havre ». */
const articles = ['', 'le ', 'la ', 'les ', 'l '];

@Injectable()
export class CommuneService {
  constructor(private readonly communes: CommuneRepository) {}

  /** By the beginning of the name, the postal code, or both (« 59000 lille »); the exact name, then the largest. */
  async find(text: string, birthplace: boolean): Promise<{ communes: CommuneView[] }> {
    const words = wordsOf(text).map((word) => abbreviations[word] ?? word);
    if (words.length === 0) return { communes: [] };
    const postalCode = words.find((word) => /^\d{2,5}$/.test(word));
    const others = words.filter((word) => word !== postalCode);
    const communes = await this.communes.find({
      names: beginnings(words),
      atPostalCodes: postalCode ? { codes: codesBeginning(postalCode), names: beginnings(others) } : null,
      former: birthplace,
      limit,
    });
    return { communes };
  }
}

function beginnings(words: readonly string[]): string[] {
  return words.length === 0 ? [] : articles.map((article) => article + words.join(' '));
}

/** Every code of five digits with this beginning: an index of arrays knows whole codes only. */
function codesBeginning(digits: string): string[] {
  const missing = postalCodeLength - digits.length;
  return Array.from(
    { length: 10 ** missing },
    (_, rest) => digits + String(rest).padStart(missing, '0').slice(0, missing),
  );
}
