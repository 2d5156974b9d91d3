import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import { choiceKey } from '@pupitre/shared/import/agenda/agenda-columns';
import type {
  AgendaImport,
  chooseAgendaImport,
  decideImportVisit,
  ImportVisit,
  readImportVisits,
} from '@pupitre/shared/import/agenda/agenda-import.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { refuseUnless } from '../import.service.js';
import { ImportCheckService } from '../import-check.service.js';
import { type ImportFile, ImportFileRepository } from '../import-file.repository.js';
import { countsOf } from '../import-view.js';
import { AgendaSetupRepository, type StoredAgenda } from './agenda-setup.repository.js';
import { AgendaVisitRepository } from './agenda-visit.repository.js';

type Decision = InputOf<typeof decideImportVisit>['body'];

/** What a person says of a calendar before it is written: where it goes, and what becomes of each doubt. */
@Injectable()
export class AgendaImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly checks: ImportCheckService,
    private readonly setups: AgendaSetupRepository,
    private readonly visits: AgendaVisitRepository,
  ) {}

  async read(importId: string): Promise<AgendaImport> {
    const file = await this.agendaFile(await this.files.get(importId));
    return this.view(await this.known(file.id), importId);
  }

  /** Kept for the next file, and every line is judged again. */
  async choose(importId: string, body: InputOf<typeof chooseAgendaImport>['body']): Promise<AgendaImport> {
    const file = await this.agendaFile(await this.files.lock(importId));
    refuseUnless(file, ['checking', 'checked', 'failed']);
    const known = await this.known(importId);
    const said = new Map(body.assigned.map((choice) => [choiceKey(choice), choice]));
    await this.refuseUnknown(body);
    const agenda: StoredAgenda = {
      ...known,
      defaultResourceId: body.defaultResourceId,
      defaultMotifId: body.defaultMotifId,
      sources: known.sources.map((source) => {
        const choice = said.get(choiceKey(source));
        return choice ? { ...source, resourceId: choice.resourceId, leftOut: choice.leftOut } : source;
      }),
    };
    await this.setups.put(importId, agenda);
    await this.setups.remember(agenda);
    await this.checks.stage(file);
    this.tell(importId);
    return this.view(agenda, importId);
  }

  async list(
    importId: string,
    filter: InputOf<typeof readImportVisits>['body'],
  ): Promise<ResponseOf<typeof readImportVisits>> {
    await this.agendaFile(await this.files.get(importId));
    this.unitOfWork.noteSubject({ subjectId: importId });
    const visits = await this.visits.find(importId, filter);
    const last = visits.length === filter.limit ? visits.at(-1) : undefined;
    return { visits, nextAfterLine: last?.line ?? null };
  }

  async decide(importId: string, line: number, body: Decision): Promise<ResponseOf<typeof decideImportVisit>> {
    const file = await this.agendaFile(await this.files.lock(importId));
    refuseUnless(file, ['checked', 'checking']);
    const visit = await this.visits.findOne(importId, line);
    if (!visit) throw new DomainError('resource.not_found');
    if (visit.verdict !== 'doubtful') throw new DomainError('import.line_not_doubtful');
    if (!isPossible(visit, body)) throw new DomainError('import.decision_not_possible');
    if (body.patientId && !(await this.visits.hasPatient(body.patientId))) throw new DomainError('resource.not_found');
    const decided = await this.visits.decide(importId, line, body);
    const counts = { ...countsOf(file), decided: await this.visits.decisions(importId) };
    await this.files.change(importId, { counts });
    this.tell(importId);
    const after = await this.visits.findOne(importId, line);
    return { visit: after ?? visit, decided };
  }

  /** A file of the other kind answers as none. */
  private async agendaFile(file: ImportFile): Promise<ImportFile> {
    if (file.kind !== 'appointments') throw new DomainError('resource.not_found');
    return file;
  }

  private async known(importId: string): Promise<StoredAgenda> {
    const known = await this.setups.find(importId);
    if (!known) throw new DomainError('import.wrong_state');
    return known;
  }

  private async refuseUnknown({
    assigned,
    defaultResourceId,
    defaultMotifId,
  }: InputOf<typeof chooseAgendaImport>['body']): Promise<void> {
    const { columns, motifs } = await this.setups.practice();
    const asked = [defaultResourceId, ...assigned.flatMap(({ resourceId }) => resourceId ?? [])];
    const isKnown = asked.every((id) => columns.some((column) => column.id === id));
    if (!isKnown || !motifs.some(({ id }) => id === defaultMotifId)) throw new DomainError('resource.not_found');
  }

  private async view({ window, sources, defaultResourceId, defaultMotifId, counts }: StoredAgenda, importId: string) {
    const { zone } = await this.setups.practice();
    const { overlapping, ...decided } = await this.visits.counts(importId);
    return {
      ...{ window, zone, sources: [...sources], defaultResourceId, defaultMotifId },
      counts: { ...counts, overlapping, decided },
    };
  }

  private tell(importId: string): void {
    this.unitOfWork.noteSubject({ subjectId: importId });
    this.unitOfWork.announce({ topic: 'import', days: [], ids: [importId] });
  }
}

/** A visit needs a time the agenda can hold; an absence needs a time and a column; what stands already is left. */
function isPossible(
  { startMin, durationMin, day, resourceId, standing }: ImportVisit,
  { decision }: Decision,
): boolean {
  if (decision === null || decision === 'skip') return true;
  if (standing || !resourceId || !day) return false;
  return decision === 'block' || (startMin !== null && durationMin !== null && durationMin >= 5 && durationMin <= 720);
}
