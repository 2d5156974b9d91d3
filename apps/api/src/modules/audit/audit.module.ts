import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditLineRepository } from './audit-line.repository.js';
import { AuditSearchService } from './audit-search.service.js';
import { AuditVerificationService } from './audit-verification.service.js';

@Module({
  controllers: [AuditController],
  providers: [AuditLineRepository, AuditChainRepository, AuditSearchService, AuditVerificationService],
})
export class AuditModule {}
