import { Injectable } from '@nestjs/common';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type AgendaColumn, AgendaRepository } from './agenda.repository.js';
import { MotifRepository } from './motif.repository.js';
import { PoolRepository, type ResourcePool } from './pool.repository.js';

export { AbsenceBook, type KeptAbsence } from './absence-book.js';
export type { AgendaColumn } from './agenda.repository.js';
export type { ResourcePool } from './pool.repository.js';
export type OfferedMotif = MotifView;

/** What other modules may ask about the agendas of the practice in hand. */
@Injectable()
export class PracticeAgendas {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: AgendaRepository,
    private readonly motifs: MotifRepository,
    private readonly poolRepository: PoolRepository,
  ) {}

  /** The clock and the calendar of holidays the practice follows. */
  zones(): Promise<{ zone: string; holidayZone: string }> {
    return this.agendas.getZones();
  }

  /** The clock of a column, a room or a machine: that of its site. */
  zoneOf(resourceId: string): Promise<string> {
    return this.agendas.getZone(resourceId);
  }

  /**
   * Columns in their order, inactive ones included, with all their rules and the absences that end after
   * `absencesAfter`. `null` asks for every column; whoever works for lent columns only gets those.
   */
  columns(resourceIds: readonly string[] | null, absencesAfter: Date): Promise<AgendaColumn[]> {
    const { lentResourceIds } = this.unitOfWork.membership;
    const asked = resourceIds ?? lentResourceIds;
    const allowed = lentResourceIds && asked?.filter((id) => lentResourceIds.includes(id));
    return this.agendas.findColumns(allowed ?? asked, absencesAfter);
  }

  /** Every column asked for, whoever acts: for what is kept of the columns, never for an answer. */
  columnsKept(resourceIds: readonly string[] | null, absencesAfter: Date): Promise<AgendaColumn[]> {
    return this.agendas.findColumns(resourceIds, absencesAfter);
  }

  /** Columns the caller works in on a day: that of whoever she stands in for first, then her own. */
  ownColumns(day: LocalDay): Promise<string[]> {
    const { actor, membership } = this.unitOfWork;
    return this.agendas.findOwnColumns(actor.accountId, membership.practitionerId, day);
  }

  /** Null for an unknown motif, or another practice's. */
  motif(motifId: string): Promise<OfferedMotif | null> {
    return this.motifs.find(motifId);
  }

  /** Every room and machine that visits of these motifs may take: enough to lock, not to judge. */
  async drawnFrom(motifIds: readonly string[]): Promise<string[]> {
    return motifIds.length === 0 ? [] : this.poolRepository.findDrawnFrom(motifIds);
  }

  /** The pools of these ids, each with its members in use and their absences that end after `absencesAfter`. */
  async pools(poolIds: readonly string[], absencesAfter: Date): Promise<ResourcePool[]> {
    return poolIds.length === 0 ? [] : this.poolRepository.find(poolIds, absencesAfter);
  }
}
