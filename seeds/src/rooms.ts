import { found, type World } from './world.js';
import type { Writer } from './writer.js';

interface PoolShape {
  readonly name: string;
  readonly kind: 'room' | 'equipment';
  readonly members: readonly { readonly name: string; readonly shortName: string }[];
}

/** What the practices share, after the columns in the order of their settings. */
const pools: readonly PoolShape[] = [
  {
    name: 'Salles d’examen',
    kind: 'room',
    members: [
      { name: 'Salle d’examen 1', shortName: 'Examen 1' },
      { name: 'Salle d’examen 2', shortName: 'Examen 2' },
    ],
  },
  { name: 'ECG', kind: 'equipment', members: [{ name: 'Électrocardiographe', shortName: 'ECG' }] },
];

/** The motifs of the first practice that draw on a pool, with the minutes it takes to make it ready again. */
const needs = [{ motif: 'Consultation avec ECG', pool: 'ECG', beforeMin: 0, afterMin: 5 }] as const;

export async function writeRooms(writer: Writer, world: World): Promise<void> {
  const { dice, now, siteId, motifs, columns } = world;
  const kept = pools.map((pool) => ({ ...pool, id: dice.id(now) }));
  await writer.insert(
    'pool',
    kept.map(({ id, name }) => ({ id, name, version: 1 })),
  );
  await writer.insert(
    'resource',
    kept
      .flatMap(({ id, kind, members }) => members.map((member) => ({ ...member, kind, poolId: id })))
      .map(({ name, shortName, kind, poolId }, index) => ({
        ...{ id: dice.id(now), site_id: siteId, kind, name, short_name: shortName, pool_id: poolId },
        ...{ position: columns.length + index + 1, active: true, version: 1 },
      })),
  );
  await writer.insert(
    'motif_need',
    needs.map(({ motif, pool, beforeMin, afterMin }) => ({
      motif_id: found(motifs, ({ name }) => name === motif).id,
      pool_id: found(kept, ({ name }) => name === pool).id,
      before_min: beforeMin,
      after_min: afterMin,
    })),
  );
}
