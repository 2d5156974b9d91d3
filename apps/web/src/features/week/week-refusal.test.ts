import { describe, expect, test } from '@jest/globals';
import type { RefusedPlace } from '@pupitre/shared/planning/refused-place.contract';
import type { WeekDayView, WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { WeekDay } from './week-days';
import { refusalOf } from './week-refusal';

const visit = (id: string, startMin: number, more: Partial<WeekVisit> = {}): WeekVisit => ({
  ...{ id, resourceId: 'martin', motifId: 'consultation', day: '2026-03-03', startMin, endMin: startMin + 20 },
  ...{ status: 'booked', urgent: false, usedName: 'PETIT', birthName: 'PETIT', firstName: 'Jean', version: 1 },
  ...{ cancelledBy: null, cancelReason: '', isRajout: false, meetingId: null },
  ...more,
});
const moved = visit('moved', 840);
const place = { day: '2026-03-03', startMin: 600, endMin: 620 };
const taken: RefusedPlace['refusals'][number] = {
  code: 'appointment.slot_taken',
  details: { startMin: 600, endMin: 620 },
  overridableWith: 'appointment.overbook',
  mayOverride: true,
};
const refused = (more: Partial<RefusedPlace> = {}): RefusedPlace => ({
  refusals: [taken],
  takenBy: null,
  alternatives: [],
  ...more,
});
const around = (visits: readonly WeekVisit[]) => ({
  days: [{ day: '2026-03-03', load: {} as WeekDayView, free: [], meetings: [], visits }] as readonly WeekDay[],
  setup: { motifs: [{ id: 'consultation', rajouts: 2 }] as unknown as PracticeSetup['motifs'] },
  permissions: ['appointment.move'] as const,
});

describe('a move of the week that was given back', () => {
  test('counts the rajout it would be, in the half-day it asked for', () => {
    const beside = visit('beside', 660, { isRajout: true });
    const { codes, rajout } = refusalOf(moved, place, refused(), around([moved, visit('a', 600), beside]));
    expect([codes, rajout]).toEqual([['appointment.slot_taken'], { number: 2, allowed: 2, part: 'morning' }]);
  });

  test('is passed over only by whoever may pass over every reason', () => {
    const closed: RefusedPlace['refusals'][number] = {
      ...{ code: 'appointment.public_holiday', details: { holiday: 'easter_monday' } },
      ...{ overridableWith: 'appointment.open_extra', mayOverride: false },
    };
    const { codes, rajout } = refusalOf(moved, place, refused({ refusals: [taken, closed] }), around([moved]));
    expect([codes, rajout]).toEqual([null, null]);
  });

  test('offers the exchange with the one visit that stands there and may move', () => {
    const other = (visits: readonly WeekVisit[]) => refusalOf(moved, place, refused(), around(visits)).other?.id;
    const there = visit('there', 610);
    expect(other([moved, there])).toBe('there');
    expect(other([moved, there, visit('second', 590)])).toBeUndefined();
    expect(other([moved, visit('there', 610, { status: 'done' })])).toBeUndefined();
    expect(other([moved, visit('there', 610, { status: 'cancelled' })])).toBeUndefined();
    expect(other([moved, visit('there', 610, { meetingId: 'session' })])).toBeUndefined();
  });

  test('offers the next place of the same agenda, as long as what was asked', () => {
    const at = (resourceId: string, startMin: number) => ({
      resourceId,
      day: '2026-03-04',
      startMin,
      endMin: startMin + 20,
    });
    const alternatives = [at('leroy', 610), at('martin', 630)] as RefusedPlace['alternatives'];
    expect(refusalOf(moved, place, refused({ alternatives }), around([moved])).next).toEqual({
      ...{ day: '2026-03-04', startMin: 630, endMin: 650 },
    });
    const longer = { ...place, startMin: 840, endMin: 880 };
    expect(refusalOf(moved, longer, refused({ alternatives }), around([moved])).next).toBeNull();
  });

  test('is told without acts when it is no refusal of the place', () => {
    expect(refusalOf(moved, place, null, around([moved]))).toEqual({
      codes: null,
      rajout: null,
      next: null,
      other: null,
    });
  });
});
