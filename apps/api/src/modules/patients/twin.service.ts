import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { compareNames } from '@pupitre/shared/fr/collation';
import { normalisePhone } from '@pupitre/shared/fr/phone';
import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import type { findTwins, TwinView } from '@pupitre/shared/patients/patient.contract';
import { type TwinLevel, type TwinReason, type TwinTraits, twinScore } from '@pupitre/shared/patients/twins';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { PatientHitRepository } from './patient-hit.repository.js';
import { TwinRepository } from './twin.repository.js';

const levels: readonly TwinLevel[] = ['block', 'strong', 'weak'];
/** More than a glance can take is no warning. */
const mostTwins = 6;

type TypedTraits = InputOf<typeof findTwins>['body'];

interface Twin {
  readonly patientId: string;
  readonly level: TwinLevel;
  readonly reasons: readonly TwinReason[];
}

@Injectable()
export class TwinService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly twins: TwinRepository,
    private readonly hits: PatientHitRepository,
    private readonly clock: Clock,
  ) {}

  /** Of what is being typed: a phone not yet whole says nothing. The likeliest first. */
  async find({ exceptId, ...typed }: TypedTraits): Promise<{ twins: TwinView[] }> {
    const phone = normalisePhone(typed.phone, phoneRegionOf(this.unitOfWork.membership.zone));
    const twins = (await this.score({ ...typed, phone }, exceptId)).slice(0, mostTwins);
    const hits = await this.hits.find(
      twins.map((twin) => twin.patientId),
      this.clock.now(),
    );
    return {
      twins: twins.flatMap(({ patientId, level, reasons }) => {
        const patient = hits.find((hit) => hit.id === patientId);
        return patient ? [{ patient, level, reasons: [...reasons] }] : [];
      }),
    };
  }

  /** Refuses at these levels: one person must not get two files. */
  async refuse(traits: TwinTraits, exceptId: string | null, refused: readonly TwinLevel[]): Promise<void> {
    const twins = await this.score(traits, exceptId);
    if (!twins.some((twin) => refused.includes(twin.level))) return;
    throw new DomainError('patient.twin_suspected', { twins: twins.filter((twin) => twin.level !== 'weak') });
  }

  private async score(traits: TwinTraits, exceptId: string | null): Promise<Twin[]> {
    const candidates = await this.twins.findCandidates(traits, exceptId);
    return [...candidates]
      .sort((a, b) => compareNames(a.usedName, b.usedName) || compareNames(a.firstName, b.firstName))
      .flatMap((known) => {
        const { level, reasons } = twinScore(traits, known);
        return level ? [{ patientId: known.id, level, reasons }] : [];
      })
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  }
}
