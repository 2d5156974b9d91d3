import { Injectable } from '@nestjs/common';
import type { AbsenceForm } from '@pupitre/shared/practices/practice.contract';
import { AbsenceRepository, type KeptAbsence } from './absence.repository.js';
import { AbsenceService } from './absence.service.js';

export type { KeptAbsence } from './absence.repository.js';

/** What other modules may ask about absences, and the one act that ends them. */
@Injectable()
export class AbsenceBook {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly service: AbsenceService,
  ) {}

  /** Refuses an unknown one. `hold`: nobody removes it until this transaction ends. */
  get(absenceId: string, hold = false): Promise<KeptAbsence> {
    return this.absences.get(absenceId, hold);
  }

  /** Those not over at `instant`, the nearest first; `resourceIds` null means all columns. */
  endingAfter(instant: Date, resourceIds: readonly string[] | null): Promise<KeptAbsence[]> {
    return this.absences.listEndingAfter(instant, resourceIds);
  }

  /** Refuses what cannot be noted. */
  spanOf(form: AbsenceForm): Promise<{ startsAt: Date; endsAt: Date }> {
    return this.service.spanOf(form);
  }

  remove(absenceId: string): Promise<void> {
    return this.service.remove(absenceId);
  }
}
