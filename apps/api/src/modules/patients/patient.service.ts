import { Injectable } from '@nestjs/common';
import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import type { PatientForm, PatientHit, PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { searchKeysOf } from '@pupitre/shared/patients/search-keys';
import { todayIn } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import type { PatientEntity } from './patient.entity.js';
import { PatientRepository } from './patient.repository.js';
import { PatientEventRepository } from './patient-event.repository.js';
import { changedFields, changesStrictTraits, type FormContext, mayMakeTwin, traitsOf } from './patient-form.js';
import { PatientHitRepository } from './patient-hit.repository.js';
import { PatientIdentityRepository } from './patient-identity.repository.js';
import { TwinService } from './twin.service.js';

@Injectable()
export class PatientService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly patients: PatientRepository,
    private readonly identities: PatientIdentityRepository,
    private readonly hits: PatientHitRepository,
    private readonly events: PatientEventRepository,
    private readonly twins: TwinService,
    private readonly clock: Clock,
  ) {}

  async create({ twinsSeen, ...form }: PatientForm & { twinsSeen: boolean }): Promise<PatientHit> {
    const { practiceId, actor } = this.unitOfWork;
    const now = this.clock.now();
    const traits = traitsOf(form, this.formContext(null));
    // The counter's lock comes first: two desks creating the same person at once are then judged one after the other.
    const number = await this.patients.takeNumber();
    await this.twins.refuse(traits, null, twinsSeen ? ['block'] : ['block', 'strong']);
    const patient: PatientEntity = {
      ...traits,
      practiceId,
      id: uuid(),
      number,
      insStatus: 'provisional',
      version: 1,
      createdBy: actor.accountId,
      createdAt: now,
    };
    await this.patients.insert(patient);
    await this.patients.replaceSearchKeys(patient.id, searchKeysOf(patient));
    await this.events.append(patient.id, now, 'created', []);
    this.tell(patient.id);
    const [hit] = await this.hits.find([patient.id], now);
    if (!hit) throw new Error('a patient just written cannot be read');
    return hit;
  }

  /** Nothing changed leaves the version, the journal and the other screens alone. */
  async edit(id: string, version: number, form: PatientForm): Promise<PatientIdentity> {
    const before = await this.patients.get(id);
    this.unitOfWork.noteSubject({ patientId: id });
    if (before.version !== version) throw await this.stale(id);
    const after = traitsOf(form, this.formContext(before.phone));
    const fields = changedFields(before, after);
    if (fields.length > 0) await this.write(before, after, fields);
    return this.identities.get(id);
  }

  async revealPhone(id: string): Promise<{ phone: string | null }> {
    const { phone } = await this.patients.get(id);
    this.unitOfWork.noteSubject({ patientId: id });
    return { phone };
  }

  private async write(
    before: PatientEntity,
    after: ReturnType<typeof traitsOf>,
    fields: readonly (keyof typeof after)[],
  ) {
    const { id, version } = before;
    const losesProof = before.insStatus !== 'provisional' && changesStrictTraits(before, fields);
    if (mayMakeTwin(fields)) await this.twins.refuse(after, id, ['block']);
    const insStatus = losesProof ? 'provisional' : before.insStatus;
    if (!(await this.patients.update(id, version, { ...after, insStatus }))) throw await this.stale(id);
    await this.patients.replaceSearchKeys(id, searchKeysOf(after));
    await this.events.append(id, this.clock.now(), 'edited', losesProof ? [...fields, 'insStatus'] : fields);
    this.tell(id);
  }

  private async stale(id: string): Promise<DomainError> {
    const { version } = await this.patients.get(id);
    return new DomainError('version.stale', { version, changedBy: await this.events.findLastActor(id) });
  }

  private formContext(knownPhone: string | null): FormContext {
    const { zone } = this.unitOfWork.membership;
    return { today: todayIn(zone, this.clock.now()), region: phoneRegionOf(zone), knownPhone };
  }

  private tell(patientId: string): void {
    this.unitOfWork.noteSubject({ patientId });
    this.unitOfWork.announce({ topic: 'patient', days: [], ids: [patientId] });
  }
}
