import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { undoOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { Clock } from '../../../platform/clock.js';
import { DomainError } from '../../../platform/domain-error.js';
import { OpeningHoursRepository } from '../opening-hours.repository.js';
import { OpeningChangeRepository } from './opening-change.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OpeningEffects } from './opening-effects.js';

const undoMs = 10 * 60_000;

/** Until when a change of the hours is taken back by one key. */
export const undoableUntil = (at: Date): string => new Date(at.getTime() + undoMs).toISOString();

/** The way back: for the author, within ten minutes, while nobody has changed the hours since. */
@Injectable()
export class OpeningUndoService {
  constructor(
    private readonly changes: OpeningChangeRepository,
    private readonly openingHours: OpeningHoursRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
    private readonly clock: Clock,
  ) {}

  /** The rules as they were; who was booked meanwhile and stands outside them is told, and kept. */
  async undo(changeId: string): Promise<ResponseOf<typeof undoOpeningHours>> {
    const now = this.clock.now();
    const change = await this.changes.findForUndo(changeId);
    if (!change) throw new DomainError('undo.nothing_left');
    if (now.toISOString() > undoableUntil(change.at)) throw new DomainError('undo.too_late');
    const { resourceId, touched, leftVersion, before } = change;
    const resource = await this.openingHours.takeVersionIf(resourceId, leftVersion);
    if (!resource) throw new DomainError('opening.changed_since');
    const column = await this.columns.get(resourceId);
    // A site may have gone, or changed its clock, since.
    await this.columns.refuseForeignSites(
      column,
      before.map(({ siteId }) => siteId),
    );
    const effect = await this.effects.of([column], touched, (hours) => ({ ...hours, rules: before }));
    await this.openingHours.restoreRules(resourceId, before);
    await this.changes.markUndone(changeId, now);
    await this.columns.tell([column], touched, resourceId);
    return { resource, hours: await this.openingHours.findFrom(this.columns.today(column), resourceId), ...effect };
  }
}
