import { type RefusedPlace, refusedPlace } from '@pupitre/shared/planning/refused-place.contract';
import { ApiProblem } from './api-problem';

/** What the answer of a refused booking or move says; null for any other failure. */
export function refusedPlaceOf(error: unknown): RefusedPlace | null {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null;
  const parsed = refusedPlace.safeParse(error.details);
  return parsed.success && parsed.data.refusals.length > 0 ? parsed.data : null;
}
