import { z } from 'zod';
import { type Permission, permissions } from '../access/roles.js';
import { overridableWith, type RefusalCode } from './booking-overrides.js';
import type { Refusal } from './booking-refusals.js';
import { freeSlot } from './free-slots.contract.js';

/** A refusal as it is told: whose right passes over it (null: nobody's), and whether whoever asks has it. */
export type ToldRefusal = Refusal & {
  readonly overridableWith: Permission | null;
  readonly mayOverride: boolean;
};

/** The refusals of a place, each with who may pass over it. */
export function toldRefusals(refusals: readonly Refusal[], held: readonly Permission[]): ToldRefusal[] {
  return refusals.map((refusal) => {
    const permission = overridableWith[refusal.code];
    return {
      ...refusal,
      overridableWith: permission,
      mayOverride: permission !== null && held.includes(permission),
    };
  });
}

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(overridableWith, code);

const toldRefusal = z
  .object({
    code: z.string().refine(isRefusalCode),
    // Of the code's own shape: the rule wrote it.
    details: z.record(z.string(), z.unknown()),
    overridableWith: z.enum(permissions).nullable(),
    mayOverride: z.boolean(),
  })
  .transform((told) => told as unknown as ToldRefusal);

/** Details of a 409 of a booking or a move. */
export const refusedPlace = z.object({
  refusals: z.array(toldRefusal),
  /** A colleague who was quicker, when the place was taken. */
  takenBy: z.string().nullable().default(null),
  alternatives: z.array(freeSlot).default([]),
});
export type RefusedPlace = z.output<typeof refusedPlace>;
