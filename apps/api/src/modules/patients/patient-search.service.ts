import { Injectable } from '@nestjs/common';
import { compareNames } from '@pupitre/shared/fr/collation';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { rankMatch, type SearchStep, searchPlan } from '@pupitre/shared/patients/search-query';
import { Clock } from '../../platform/clock.js';
import { PatientHitRepository } from './patient-hit.repository.js';
import { type Candidate, PatientSearchRepository } from './patient-search.repository.js';

/** Rows read beyond the hits asked for: one patient has several keys, and the best rank may not come first by key. */
const spareRows = 24;

@Injectable()
export class PatientSearchService {
  constructor(
    private readonly candidates: PatientSearchRepository,
    private readonly hits: PatientHitRepository,
    private readonly clock: Clock,
  ) {}

  /** Plain readings first; typos are forgiven only when these leave room. Best match first, then by name. */
  async search(text: string, limit: number): Promise<{ hits: PatientHit[] }> {
    const plan = searchPlan(text);
    const plain = await this.match(
      text,
      plan.filter((step) => step.kind !== 'typo'),
      limit,
    );
    const forgiven =
      plain.length < limit
        ? await this.match(
            text,
            plan.filter((step) => step.kind === 'typo'),
            limit,
          )
        : [];
    const found = new Map([...plain, ...forgiven].map((match) => [match.patient.id, match]));
    const best = [...found.values()].sort(byRankThenName).slice(0, limit);
    const ids = best.map(({ patient }) => patient.id);
    return { hits: await this.hits.find(ids, this.clock.now()) };
  }

  private async match(text: string, steps: readonly SearchStep[], limit: number): Promise<Match[]> {
    if (steps.length === 0) return [];
    const candidates = await this.candidates.findCandidates(steps, 2 * limit + spareRows);
    return candidates
      .map((patient) => ({ patient, rank: rankMatch(text, patient) }))
      .filter(({ rank }) => Number.isFinite(rank));
  }
}

interface Match {
  readonly patient: Candidate;
  readonly rank: number;
}

function byRankThenName(a: Match, b: Match): number {
  return (
    a.rank - b.rank ||
    compareNames(a.patient.usedName, b.patient.usedName) ||
    compareNames(a.patient.firstName, b.patient.firstName) ||
    a.patient.birthDate.localeCompare(b.patient.birthDate)
  );
}
