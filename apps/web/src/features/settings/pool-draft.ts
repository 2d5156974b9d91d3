import { type PoolForm, type PoolView, poolForm, poolKinds } from '@pupitre/shared/practices/pool.contract';
import { z } from 'zod';

/** A pool as it is being typed; `key` tells its members apart, those not saved yet too. */
export const typedPool = z.object({
  name: z.string(),
  members: z.array(
    z.object({
      key: z.string(),
      id: z.string().nullable(),
      kind: z.enum(poolKinds),
      name: z.string(),
      shortName: z.string(),
      active: z.boolean(),
    }),
  ),
});
export type TypedPool = Readonly<z.output<typeof typedPool>>;
export type TypedMember = TypedPool['members'][number];

export interface PoolReading {
  readonly isNameMissing: boolean;
  readonly noMember: boolean;
  /** Keys of the members whose names cannot be. */
  readonly faultyMembers: ReadonlySet<string>;
  readonly form: PoolForm | null;
}

/** Checked by the contract's own shape. */
export function readPool(typed: TypedPool): PoolReading {
  const parsed = poolForm.safeParse({
    name: typed.name,
    members: typed.members.map(({ key: _, shortName, ...member }) => ({
      ...member,
      shortName: shortName.trim() || member.name.trim().slice(0, 14),
    })),
  });
  if (parsed.success) {
    return { isNameMissing: false, noMember: false, faultyMembers: new Set(), form: parsed.data };
  }
  const paths = parsed.error.issues.map(({ path }) => path);
  const faulty = paths.flatMap(([field, at]) => (field === 'members' && typeof at === 'number' ? [at] : []));
  return {
    isNameMissing: paths.some(([field]) => field === 'name'),
    noMember: typed.members.length === 0,
    faultyMembers: new Set(faulty.flatMap((at) => typed.members[at]?.key ?? [])),
    form: null,
  };
}

export function typedFrom(pool: PoolView | undefined): TypedPool {
  if (!pool) return { name: '', members: [newMember('first', 'room')] };
  return { name: pool.name, members: pool.members.map((member) => ({ ...member, key: member.id })) };
}

export const newMember = (key: string, kind: TypedMember['kind']): TypedMember => ({
  ...{ key, id: null, kind, name: '', shortName: '', active: true },
});

/** The member one place up or down; where it cannot go, the list stays. */
export function shifted(members: readonly TypedMember[], at: number, by: -1 | 1): TypedMember[] {
  const moved = [...members];
  const [member, other] = [moved[at], moved[at + by]];
  if (!member || !other) return moved;
  moved[at] = other;
  moved[at + by] = member;
  return moved;
}
