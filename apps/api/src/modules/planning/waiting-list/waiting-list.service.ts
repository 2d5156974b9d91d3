import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { formatsFor } from '@pupitre/shared/formats/formats';
import type { WaitingEdit, WaitingRequest, withdrawWaiting } from '@pupitre/shared/planning/waiting-list.contract';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { PracticeAgendas } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { WaitingEntries } from './waiting-entries.js';
import { WaitingJournalRepository } from './waiting-journal.repository.js';
import { type StoredEntry, type WaitingFilter, WaitingListRepository } from './waiting-list.repository.js';
import { WaitingVisits } from './waiting-visits.js';

/** Who waits, for what, and who no longer does. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: WaitingListRepository,
    private readonly entries: WaitingEntries,
    private readonly journal: WaitingJournalRepository,
    private readonly visits: WaitingVisits,
    private readonly agendas: PracticeAgendas,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  list(filter: WaitingFilter) {
    return this.repository.list(filter);
  }

  async read(entryId: string) {
    const entry = await this.repository.get(entryId);
    const phone = await this.repository.findPhone(entry.patient.id);
    return {
      entry,
      phoneMasked: phone ? formatsFor('fr').phoneMasked(phone) : null,
      events: await this.journal.list(entryId),
    };
  }

  async add(request: WaitingRequest) {
    const resourceIds = await this.check(request, request.patientId, []);
    const id = await this.repository.insert({ ...request, resourceIds });
    const { patientId, motifId, urgency } = request;
    const entry = await this.entries.record({ id, patientId }, 'added', { urgency });
    return { entry, alike: await this.repository.findAlike(id, patientId, motifId) };
  }

  async edit(entryId: string, version: number, edit: WaitingEdit) {
    const before = await this.entries.openWaiting(entryId, version);
    const resourceIds = await this.check(edit, before.patientId, before.resourceIds, before.appointmentId);
    const after = { ...edit, resourceIds };
    await this.repository.update(entryId, after);
    return this.entries.record(before, 'edited', { fields: changedFields(before, after).join(',') });
  }

  async withdraw(entryId: string, version: number, { reason, note }: InputOf<typeof withdrawWaiting>['body']) {
    const entry = await this.entries.openWaiting(entryId, version);
    await this.entries.end(entry, { state: 'withdrawn', reason });
    return this.entries.record(entry, 'withdrawn', { reason, ...(note ? { note } : {}) });
  }

  async restore(entryId: string, version: number) {
    const entry = await this.entries.openWithdrawn(entryId, version);
    await this.entries.end(entry, { state: 'waiting' });
    return this.entries.record(entry, 'restored');
  }

  /**
   * Refuses what could never be given; answers the columns to keep. Whoever works for lent columns asks for those alone,
   * and leaves the others that were named.
   */
  private async check(
    wish: WaitingEdit,
    patientId: string,
    before: readonly string[],
    visitBefore: string | null = null,
  ): Promise<string[]> {
    const motif = await this.agendas.motif(wish.motifId);
    if (!motif) throw new DomainError('resource.not_found');
    const named = wish.resourceIds.filter((id) => !before.includes(id));
    for (const id of named) this.scope.require(id);
    const lent = this.scope.resourceIds;
    const asked = wish.resourceIds.length === 0 && lent ? motif.resourceIds.filter((id) => lent.includes(id)) : null;
    const resourceIds = asked ?? wish.resourceIds;
    const isOffered = resourceIds.every((id) => motif.resourceIds.includes(id));
    if (!motif.active || !isOffered || (asked ?? motif.resourceIds).length === 0) {
      throw new DomainError('appointment.motif_not_offered', { motifId: motif.id });
    }
    if (wish.toDay !== null)
      await this.requireToCome(wish.toDay, resourceIds.length > 0 ? resourceIds : motif.resourceIds);
    if (wish.appointmentId !== null && wish.appointmentId !== visitBefore) {
      await this.visits.requireToGiveBack(wish.appointmentId, patientId, wish.motifId);
    }
    return resourceIds;
  }

  /** A day is over once it is over in every column that suits: sites have their own clocks. */
  private async requireToCome(toDay: LocalDay, resourceIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const columns = await this.agendas.columns(resourceIds, now);
    const zones = columns.length > 0 ? columns.map(({ zone }) => zone) : [this.unitOfWork.membership.zone];
    const [today = ''] = zones.map((zone) => todayIn(zone, now)).sort();
    if (toDay < today) throw new DomainError('waiting_list.window_over', { today });
  }
}

function changedFields(before: StoredEntry, after: WaitingEdit): string[] {
  const fields = Object.keys(after) as (keyof WaitingEdit)[];
  return fields.filter((field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])));
}

const sorted = (value: unknown) => (Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value);
