import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, practiceParams, version } from '../contract/fields.js';

/** What a pool holds: nobody's agenda, but what a visit takes beside one. */
export const poolKinds = ['room', 'equipment', 'vehicle'] as const;

export const poolMemberView = z.object({
  id,
  kind: z.enum(poolKinds),
  name: z.string(),
  shortName: z.string(),
  active: z.boolean(),
});
export type PoolMemberView = z.output<typeof poolMemberView>;

/** Rooms, machines or vehicles one of which serves as well as another; members in their order, retired ones included. */
export const poolView = z.object({ id, name: z.string(), members: z.array(poolMemberView), version });
export type PoolView = z.output<typeof poolView>;

export const poolForm = z.object({
  name: line(60).min(1),
  /** In order: visits get the first one that is free. Without an id it is new; one left out is retired. */
  members: z
    .array(
      z.object({
        id: id.nullable(),
        kind: z.enum(poolKinds),
        name: line(60).min(1),
        shortName: line(14).min(1),
        active: z.boolean(),
      }),
    )
    .min(1)
    .max(60),
});
export type PoolForm = z.output<typeof poolForm>;

export const addPool = defineEndpoint('practice.add_pool', {
  method: 'POST',
  path: '/practices/{practiceId}/pools',
  summary: 'Add a pool of rooms, equipment or vehicles',
  access: 'motif.edit',
  idempotent: true,
  params: practiceParams,
  body: poolForm,
  response: poolView,
  status: 201,
  errors: ['pool.name_taken'],
});

export const editPool = defineEndpoint('practice.edit_pool', {
  method: 'PUT',
  path: '/practices/{practiceId}/pools/{poolId}',
  summary: 'Change a pool and its members; one that visits to come have is not retired',
  access: 'motif.edit',
  versioned: true,
  params: practiceParams.extend({ poolId: id }),
  body: poolForm,
  response: poolView,
  errors: ['pool.name_taken', 'pool.member_has_visits', 'version.stale'],
});
