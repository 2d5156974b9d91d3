import { Injectable } from '@nestjs/common';
import type { searchAudit } from '@pupitre/shared/audit/audit.contract';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import { z } from 'zod';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { AuditLineRepository, type AuditPlace } from './audit-line.repository.js';

const pageSize = 50;
const place = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);

@Injectable()
export class AuditSearchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: AuditLineRepository,
  ) {}

  async find({ cursor, ...filters }: InputOf<typeof searchAudit>['body']): Promise<ResponseOf<typeof searchAudit>> {
    // Looking at one patient's journal is itself told in it.
    if (filters.patientId) this.unitOfWork.noteSubject({ patientId: filters.patientId });
    const found = await this.lines.find(filters, cursor === null ? null : placeOf(cursor), pageSize + 1);
    const lines = found.slice(0, pageSize);
    const last = lines.at(-1);
    return { lines, nextCursor: found.length > pageSize && last ? cursorOf(last) : null };
  }
}

function cursorOf({ at, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

function placeOf(cursor: string): AuditPlace {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw new DomainError('request.invalid', { issues: [{ path: 'body.cursor', code: 'invalid_format' }] });
  }
}
