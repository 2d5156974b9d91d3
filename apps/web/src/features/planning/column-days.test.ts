import { describe, expect, test } from '@jest/globals';
import type { AppointmentCard, DayView } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { columnDay, countsOf, frameOf, loadOf } from './column-days';

const resource = {
  ...{ id: 'martin', kind: 'practitioner' as const, name: 'Dr Hélène MARTIN', shortName: 'Dr MARTIN' },
  ...{ position: 1, active: true, practitionerId: 'p', siteId: 's', version: 1 },
};
const hours = (startMin: number, endMin: number) => ({
  ...{ resourceId: 'martin', isodow: 1, validFrom: null, validTo: null },
  ...{ startMin, endMin },
});
const setup = {
  practice: { zone: 'Europe/Paris', holidayZone: 'FR' },
  resources: [resource],
  openingRules: [hours(510, 750), hours(840, 1100)],
  motifs: [],
  pools: [],
  ...{ absences: [], sites: [], openingExceptions: [], holidayOverrides: [], locums: [] },
} as unknown as PracticeSetup;
const visit = (startMin: number, endMin: number, part: Partial<AppointmentCard> = {}) =>
  ({
    ...{ id: `${startMin}`, resourceId: 'martin', status: 'booked', startMin, endMin },
    ...{ taken: [['martin', 0, 0]], ...part },
  }) as AppointmentCard;
const view = (appointments: AppointmentCard[]): DayView => ({
  day: '2026-03-02',
  appointments,
  lateness: [{ resourceId: 'martin', minutes: 15 }],
});
const now = { today: '2026-03-02', minute: 642 };
const freeOf = (appointments: AppointmentCard[], clock = now) =>
  columnDay(setup, view(appointments), resource, clock).free.map(({ startMin, endMin }) => [startMin, endMin]);

test('those who came in beside another visit are counted apart; the cancelled nowhere', () => {
  const alone = { rajoutReason: null };
  const visits = [
    visit(540, 560, alone),
    visit(540, 550, { rajoutReason: 'fièvre' }),
    visit(600, 620, { ...alone, status: 'no_show' }),
    visit(640, 660, { rajoutReason: 'fièvre', status: 'cancelled' }),
  ];
  expect(countsOf(visits)).toEqual({ booked: 2, rajouts: 1 });
});

describe('a column of the day', () => {
  test('tells its closed times with their reasons', () => {
    const { closed } = columnDay(setup, view([]), resource, now);
    expect(closed.map(({ reason }) => reason.kind)).toEqual(['before_opening', 'break', 'closed']);
  });

  test('offers what is open, not taken and to come', () => {
    const booked = [visit(645, 700), visit(720, 750), visit(840, 1080)];
    expect(freeOf(booked)).toEqual([
      [700, 720],
      [1080, 1100],
    ]);
  });

  test('what a visit takes around itself is not free', () => {
    const booked = [visit(645, 700, { taken: [['martin', 5, 10]] }), visit(720, 750), visit(840, 1080)];
    expect(freeOf(booked)[0]).toEqual([710, 720]);
  });

  test('keeps emergencies apart from what it offers', () => {
    const rules = [hours(510, 600), { ...hours(600, 630), label: 'urgent' }];
    const kept = { ...setup, openingRules: rules } as unknown as PracticeSetup;
    const { free, reserved } = columnDay(kept, view([visit(510, 600)]), resource, { ...now, minute: 0 });
    expect(free).toEqual([]);
    expect(reserved).toEqual([{ startMin: 600, endMin: 630, gapEndMin: 630 }]);
  });

  test('says who stands in', () => {
    const locum = { id: 'l', resourceId: 'martin', fromDay: '2026-03-01', toDay: '2026-03-02', lastName: 'BEKRI' };
    const replaced = { ...setup, locums: [locum] } as unknown as PracticeSetup;
    expect(columnDay(replaced, view([]), resource, now).locum).toMatchObject({ lastName: 'BEKRI' });
    expect(columnDay(setup, view([]), resource, now).locum).toBeNull();
  });

  test('a cancelled visit gives its time back', () => {
    const booked = [visit(645, 700), visit(700, 750, { status: 'cancelled' }), visit(840, 1100)];
    expect(freeOf(booked)).toEqual([
      [700, 720],
      [720, 750],
    ]);
  });

  test('a day that is over offers nothing, a day to come everything', () => {
    expect(freeOf([], { today: '2026-03-03', minute: 0 })).toEqual([]);
    expect(freeOf([], { today: '2026-03-01', minute: 900 })[0]).toEqual([510, 540]);
  });

  test('knows its lateness', () => {
    expect(columnDay(setup, view([]), resource, now).latenessMinutes).toBe(15);
  });
});

describe('the hours drawn', () => {
  test('are whole hours around everything open or booked', () => {
    const early = columnDay(setup, view([visit(470, 490)]), resource, now);
    expect(frameOf([early])).toEqual({ openMin: 420, closeMin: 1140 });
  });
  test('are those of an ordinary day when nothing is open', () => {
    const sunday = columnDay(setup, { ...view([]), day: '2026-03-01' }, resource, now);
    expect(frameOf([sunday])).toEqual({ openMin: 480, closeMin: 1140 });
  });
});

test('the load strip tells each half hour', () => {
  const day = columnDay(setup, view([visit(510, 540), visit(660, 690)]), resource, now);
  expect(loadOf(day, { openMin: 480, closeMin: 780 }, now.minute)).toEqual([
    'closed',
    'done',
    ...['free', 'free', 'free', 'free'],
    'booked',
    ...['free', 'free'],
    'closed',
  ]);
});
