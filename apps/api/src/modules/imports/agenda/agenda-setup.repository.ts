import { Injectable } from '@nestjs/common';
import type { NamedColumn } from '@pupitre/shared/import/agenda/agenda-columns';
import type { AgendaImport, AgendaSource } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportWindow } from '@pupitre/shared/import/ics/occurrences';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

export interface SetupColumn extends NamedColumn {
  readonly practitionerId: string;
}

export interface SetupMotif {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly minutes: number;
  readonly resourceIds: readonly string[];
}

/** What the practice has to receive an agenda; active columns and motifs, in their order. */
export interface PracticeSetup {
  readonly zone: string;
  readonly columns: readonly SetupColumn[];
  readonly motifs: readonly SetupMotif[];
}

export interface AgendaChoice {
  readonly sources: readonly AgendaSource[];
  readonly defaultResourceId: string | null;
  readonly defaultMotifId: string | null;
}

export type AgendaCounts = Pick<AgendaImport['counts'], 'events' | 'past' | 'later'>;

export interface StoredAgenda extends AgendaChoice {
  readonly window: ImportWindow;
  readonly counts: AgendaCounts;
}

/** One remembered choice a practice: its next file goes where this one went. */
const rememberedAs = 'agenda';

@Injectable()
export class AgendaSetupRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async practice(): Promise<PracticeSetup> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query(
      `select p.zone,
              (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'practitionerId', d.id)
                 order by r.position, r.id), '[]')
                 from resource r join practitioner d on d.practice_id = $1 and d.resource_id = r.id
                where r.practice_id = $1 and r.active) as columns,
              (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'shortName', m.short_name,
                 'minutes', m.minutes, 'resourceIds', (select coalesce(json_agg(o.resource_id), '[]')
                   from motif_resource o where o.practice_id = $1 and o.motif_id = m.id)) order by m.position, m.id), '[]')
                 from motif m where m.practice_id = $1 and m.active) as motifs
         from practice p where p.practice_id = $1`,
      [practiceId],
    );
    return row;
  }

  async find(importId: string): Promise<StoredAgenda | null> {
    const rows = await this.unitOfWork.manager.query(
      `select json_build_object('fromDay', window_from, 'toDay', window_to) as window, sources, counts,
              default_resource_id as "defaultResourceId", default_motif_id as "defaultMotifId"
         from import_agenda where practice_id = $1 and import_id = $2`,
      [this.unitOfWork.practiceId, importId],
    );
    return rows[0] ?? null;
  }

  async put(importId: string, agenda: StoredAgenda): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into import_agenda (practice_id, import_id, window_from, window_to, sources, default_resource_id,
         default_motif_id, counts)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (practice_id, import_id) do update set window_from = excluded.window_from,
         window_to = excluded.window_to, sources = excluded.sources, counts = excluded.counts,
         default_resource_id = excluded.default_resource_id, default_motif_id = excluded.default_motif_id`,
      [
        ...[this.unitOfWork.practiceId, importId, agenda.window.fromDay, agenda.window.toDay],
        ...[JSON.stringify(agenda.sources), agenda.defaultResourceId, agenda.defaultMotifId],
        JSON.stringify(agenda.counts),
      ],
    );
  }

  async remembered(): Promise<AgendaChoice | null> {
    const rows = await this.unitOfWork.manager.query(
      `select fields from import_mapping where practice_id = $1 and kind = 'appointments' and header_signature = $2`,
      [this.unitOfWork.practiceId, rememberedAs],
    );
    return rows[0]?.fields ?? null;
  }

  async remember({ sources, defaultResourceId, defaultMotifId }: AgendaChoice): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into import_mapping (practice_id, kind, header_signature, fields) values ($1, 'appointments', $2, $3)
       on conflict (practice_id, kind, header_signature) do update set fields = excluded.fields, used_at = now()`,
      [this.unitOfWork.practiceId, rememberedAs, JSON.stringify({ sources, defaultResourceId, defaultMotifId })],
    );
  }
}
