import { Injectable } from '@nestjs/common';
import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { wordsOf } from '@pupitre/shared/patients/search-folding';
import { CommuneRepository } from './commune.repository.js';

const limit = 12;
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
    const postalCode = words.find((word) => /^\d{2,5}$/.test(word)) ?? '';
    const name = words.filter((word) => word !== postalCode).join(' ');
    const communes = await this.communes.find({
      names: articles.map((article) => article + words.join(' ')),
      namesAtPostalCode: articles.map((article) => article + name),
      postalCode,
      former: birthplace,
      limit,
    });
    return { communes };
  }
}
