import { Controller } from '@nestjs/common';
import { searchAudit, verifyAudit } from '@pupitre/shared/audit/audit.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { AuditSearchService } from './audit-search.service.js';
import { AuditVerificationService } from './audit-verification.service.js';

@Controller()
export class AuditController {
  constructor(
    private readonly searches: AuditSearchService,
    private readonly verification: AuditVerificationService,
  ) {}

  @Handles(searchAudit)
  search(@Input() { body }: InputOf<typeof searchAudit>) {
    return this.searches.find(body);
  }

  @Handles(verifyAudit)
  verify() {
    return this.verification.verify();
  }
}
