import { Injectable } from '@nestjs/common';
import type { verifyAudit } from '@pupitre/shared/audit/audit.contract';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { AuditChainRepository } from './audit-chain.repository.js';

/** About a third of a second; a practice of ten people fills it in some weeks. */
const seals = 20_000;

@Injectable()
export class AuditVerificationService {
  constructor(private readonly chains: AuditChainRepository) {}

  /** The end of the chain and every head: whatever is older is held by the heads, and read again by `audit:verify`. */
  async verify(): Promise<ResponseOf<typeof verifyAudit>> {
    const chain = await this.chains.read();
    const checkedFrom = Math.max(1, chain.seq - seals + 1);
    const brokenAt = (await this.chains.findBreak(checkedFrom, chain.seq)) ?? (await this.chains.findHeadBreak());
    return {
      intact: brokenAt === null,
      sealedCount: chain.seq,
      unsealedCount: chain.unsealed,
      lastSealedAt: chain.sealedAt?.toISOString() ?? null,
      checkedFrom,
      brokenAt,
      headHash: chain.hash,
    };
  }
}
