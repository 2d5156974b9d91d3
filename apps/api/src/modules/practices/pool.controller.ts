import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { addPool, editPool } from '@pupitre/shared/practices/pool.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { PoolService } from './pool.service.js';

@Controller()
export class PoolController {
  constructor(private readonly pools: PoolService) {}

  @Handles(addPool)
  add(@Input() { body }: InputOf<typeof addPool>) {
    return this.pools.add(body);
  }

  @Handles(editPool)
  edit(@Input() { params, body, version }: InputOf<typeof editPool>) {
    return this.pools.edit(params.poolId, version, body);
  }
}
