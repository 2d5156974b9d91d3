import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../time/zone.js';
import { type KnownPatient, slotReasons } from './slot-reason.js';

const slot = { resourceId: 'martin', day: '2026-03-06', startMin: 600, endMin: 620 };
const visit = (day: string, startMin: number, minutes = 20) => {
  return { resourceId: 'martin', day, startMin, endMin: startMin + minutes };
};
const codes = (patient: KnownPatient | null, more: Partial<typeof slot> & { companionIds?: string[] } = {}) =>
  slotReasons({ ...slot, ...more }, patient).map(({ code, ...rest }) => {
    const [figure] = Object.values(rest);
    return figure === undefined ? code : `${code} ${figure}`;
  });
const known = (visits: KnownPatient['visits'] = [], usualResourceId: string | null = 'martin') => {
  return { usualResourceId, visits };
};

describe('why a place is offered', () => {
  test.each([
    ['nobody known', null, {}, ['free 20']],
    ['with her own practitioner', known(), {}, ['free 20', 'same_practitioner']],
    ['with another', known(), { resourceId: 'leroy' }, ['free 20', 'other_practitioner']],
    ['she has none', known([], null), {}, ['free 20']],
    ['with its room', known(), { companionIds: ['echo'] }, ['free 20', 'same_practitioner', 'with_resource echo']],
    ['straight after a visit', known([visit(slot.day, 580)]), {}, ['free 20', 'same_practitioner', 'after_visit 580']],
    ['twenty minutes after', known([visit(slot.day, 560)]), {}, ['free 20', 'same_practitioner', 'after_visit 560']],
    ['an hour after', known([visit(slot.day, 520)]), {}, ['free 20', 'same_practitioner', 'same_day 520']],
    ['straight before', known([visit(slot.day, 625)]), {}, ['free 20', 'same_practitioner', 'before_visit 625']],
    ['over her own visit', known([visit(slot.day, 610)]), {}, ['free 20', 'same_practitioner', 'same_day 610']],
    ['the day after a visit', known([visit('2026-03-05', 580)]), {}, ['free 20', 'same_practitioner']],
  ])('%s', (_, patient, more, expected) => {
    expect(codes(patient, more)).toEqual(expected);
  });

  test.each([
    ['three Fridays', [-7, -14, -21], true],
    ['two Fridays', [-7, -14], false],
    ['three Fridays of six visits', [-7, -14, -21, -1, -2, -3], true],
    ['three Fridays of seven', [-7, -14, -21, -1, -2, -3, -4], false],
    ['three Fridays long ago', [-735, -742, -749], false],
    ['Fridays to come', [7, 14, 21], false],
    ['one Friday, thrice', [-7, -7, -7], false],
  ])('%s', (_, ahead, isHabit) => {
    const visits = ahead.map((n, at) => visit(addDays(slot.day, n), 480 + 30 * at));
    expect(codes(known(visits)).includes('usual_weekday 5')).toBe(isHabit);
  });

  test('the order of the visits changes nothing, and each reason is told once', () => {
    const visits = fc.array(
      fc
        .tuple(fc.integer({ min: -30, max: 3 }), fc.integer({ min: 480, max: 700 }))
        .map(([n, startMin]) => visit(addDays(slot.day, n), startMin)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(visits, (list) => {
        const told = slotReasons(slot, known(list));
        expect(new Set(slotReasons(slot, known([...list].reverse())).map((one) => JSON.stringify(one)))).toEqual(
          new Set(told.map((one) => JSON.stringify(one))),
        );
        expect(new Set(told.map(({ code }) => code)).size).toBe(told.length);
        expect(told[0]?.code).toBe('free');
      }),
    );
  });
});
