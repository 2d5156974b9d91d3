import { Injectable } from '@nestjs/common';
import type { OpeningReason } from '@pupitre/shared/audit/opening-reasons';
import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PatientEventRepository } from './patient-event.repository.js';
import { PatientFileRepository } from './patient-file.repository.js';
import { PatientIdentityRepository } from './patient-identity.repository.js';

@Injectable()
export class PatientFileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: PatientIdentityRepository,
    private readonly files: PatientFileRepository,
    private readonly events: PatientEventRepository,
    private readonly clock: Clock,
  ) {}

  async read(patientId: string, reason?: OpeningReason): Promise<PatientFile> {
    const patient = await this.identities.get(patientId);
    this.unitOfWork.noteSubject({ patientId, reason });
    const visits = await this.files.findVisits(patientId, this.clock.now());
    const account = await this.account(patientId);
    return { patient, ...visits, ...account, events: await this.events.find(patientId) };
  }

  /** What the patient owes is for those who may read invoices; the others learn not even that there is a balance. */
  private async account(patientId: string): Promise<Pick<PatientFile, 'invoices' | 'outstandingCents'>> {
    if (!this.unitOfWork.membership.permissions.includes('billing.read')) {
      return { invoices: [], outstandingCents: null };
    }
    const invoices = await this.files.findInvoices(patientId);
    return { invoices, outstandingCents: invoices.reduce((sum, invoice) => sum + invoice.outstandingCents, 0) };
  }
}
