import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permissions, permissionsOf } from '../access/roles.js';
import { overridableWith, type RefusalCode, refusalCodes, settleRefusals } from './booking-overrides.js';
import type { Refusal } from './booking-refusals.js';
import { refusedPlace, toldRefusals } from './refused-place.contract.js';

const codes = Object.keys(overridableWith) as RefusalCode[];
const refusal = (code: RefusalCode) => ({ code, details: {} }) as unknown as Refusal;

describe('who passes over what', () => {
  test.each([
    ['secretary', 'appointment.slot_taken', true],
    ['secretary', 'appointment.reserved_for_urgent', true],
    ['secretary', 'appointment.rajouts_used_up', false],
    ['secretary', 'appointment.public_holiday', false],
    ['coordinator', 'appointment.rajouts_used_up', true],
    ['coordinator', 'appointment.practitioner_absent', true],
    ['remote_secretary', 'appointment.slot_taken', false],
    ['remote_secretary', 'appointment.patient_busy', true],
    ['nurse', 'appointment.need_not_free', false],
    ['practitioner', 'appointment.patient_busy', false],
    ['admin', 'appointment.slot_taken', false],
  ] as const)('%s, %s: %s', (role, code, may) => {
    const { overridden } = settleRefusals([refusal(code)], [code], permissionsOf([role]));
    expect(overridden).toEqual(may ? [code] : []);
  });

  test.each(codes.filter((code) => overridableWith[code] === null))('nobody passes over %s', (code) => {
    expect(settleRefusals([refusal(code)], [code], permissions).standing).toHaveLength(1);
  });
});

const lists = fc.array(fc.constantFrom(...codes), { maxLength: 8 });

test('what is left and what is passed over are the refusals, once; nothing passes unasked or without the right', () => {
  fc.assert(
    fc.property(lists, lists, fc.subarray([...permissions]), (met, accepted, held) => {
      const refusals = met.map(refusal);
      const { standing, overridden } = settleRefusals(refusals, accepted, held);
      for (const code of refusalCodes(refusals)) {
        const permission = overridableWith[code];
        const passes = permission !== null && held.includes(permission) && accepted.includes(code);
        expect(overridden.includes(code)).toBe(passes);
        expect(standing.some((left) => left.code === code)).toBe(!passes);
      }
      expect(overridden.length + refusalCodes(standing).length).toBe(refusalCodes(refusals).length);
    }),
  );
});

test('what is told of a refused place is read back as it was told', () => {
  fc.assert(
    fc.property(lists, fc.subarray([...permissions]), (met, held) => {
      const refusals = toldRefusals(met.map(refusal), held);
      const read = refusedPlace.parse(JSON.parse(JSON.stringify({ refusals, takenBy: null, alternatives: [] })));
      expect(read.refusals).toEqual(refusals);
      const all = settleRefusals(met.map(refusal), met, held).standing.length === 0;
      expect(refusals.every(({ mayOverride }) => mayOverride)).toBe(all);
    }),
  );
});
