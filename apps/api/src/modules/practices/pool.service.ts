import { Injectable } from '@nestjs/common';
import type { PoolForm, PoolView } from '@pupitre/shared/practices/pool.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { PoolRepository } from './pool.repository.js';

@Injectable()
export class PoolService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pools: PoolRepository,
    private readonly clock: Clock,
  ) {}

  async add(form: PoolForm): Promise<PoolView> {
    const poolId = uuid();
    await this.pools.insert(poolId, form.name);
    return this.furnish(poolId, form);
  }

  async edit(poolId: string, version: number, form: PoolForm): Promise<PoolView> {
    const before = await this.pools.get(poolId);
    const listed = new Map(
      form.members.flatMap((member) => (member.id === null ? [] : [[member.id, member] as const])),
    );
    if ([...listed.keys()].some((id) => !before.members.some((member) => member.id === id))) {
      throw new DomainError('resource.not_found');
    }
    await this.pools.update(poolId, version, form.name);
    const retired = before.members.filter(({ id, active }) => active && !listed.get(id)?.active).map(({ id }) => id);
    await this.refuseNeeded(retired);
    await this.pools.retire(before.members.map(({ id }) => id).filter((id) => !listed.has(id)));
    return this.furnish(poolId, form);
  }

  /** Visits to come keep their room: the desk moves them first. */
  private async refuseNeeded(memberIds: readonly string[]): Promise<void> {
    await this.pools.lock(memberIds);
    const needed = memberIds.length > 0 ? await this.pools.findNeeded(memberIds, this.clock.now()) : null;
    if (needed) throw new DomainError('pool.member_has_visits', { ...needed });
  }

  private async furnish(poolId: string, form: PoolForm): Promise<PoolView> {
    await this.pools.keepMembers(
      poolId,
      form.members.map((member) => ({ ...member, id: member.id ?? uuid() })),
    );
    this.unitOfWork.noteSubject({ subjectId: poolId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [poolId] });
    return this.pools.get(poolId);
  }
}
