import { describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { QueryClient } from '@tanstack/react-query';
import { placeCard } from './day-copies';
import { practiceKey } from './query-client';

const card = (fields: Partial<AppointmentCard>) =>
  ({ id: 'visit', day: '2026-03-02', resourceId: 'martin', version: 1, ...fields }) as AppointmentCard;

function given(copies: Readonly<Record<string, object>>) {
  const client = new QueryClient();
  for (const [name, copy] of Object.entries(copies)) client.setQueryData(practiceKey('p', 'planning', name), copy);
  const read = (name: string) =>
    client.getQueryData<{ appointments: AppointmentCard[] }>(practiceKey('p', 'planning', name))?.appointments;
  return { client, read };
}

describe('a visit just changed', () => {
  test('replaces the older one in the agenda and in the practitioner’s own day', () => {
    const { client, read } = given({
      day: { day: '2026-03-02', appointments: [card({})] },
      mine: { day: '2026-03-02', resourceId: 'martin', appointments: [card({})] },
    });
    placeCard(client, 'p', card({ version: 2 }));
    expect(read('day')).toEqual([card({ version: 2 })]);
    expect(read('mine')).toEqual([card({ version: 2 })]);
  });

  test('never takes the place of a fresher one', () => {
    const { client, read } = given({ day: { day: '2026-03-02', appointments: [card({ version: 3 })] } });
    placeCard(client, 'p', card({ version: 2 }));
    expect(read('day')).toEqual([card({ version: 3 })]);
  });

  test('leaves the day and the column it no longer stands in', () => {
    const { client, read } = given({
      day: { day: '2026-03-02', appointments: [card({})] },
      mine: { day: '2026-03-02', resourceId: 'martin', appointments: [card({})] },
    });
    placeCard(client, 'p', card({ version: 2, resourceId: 'leroy' }));
    expect(read('day')).toHaveLength(1);
    expect(read('mine')).toEqual([]);
    placeCard(client, 'p', card({ version: 3, day: '2026-03-03' }));
    expect(read('day')).toEqual([]);
  });

  test('leaves other copies of the agenda alone', () => {
    const slots = { slots: [{ startMin: 600 }] };
    const { client } = given({ slots });
    placeCard(client, 'p', card({}));
    expect(client.getQueryData(practiceKey('p', 'planning', 'slots'))).toBe(slots);
  });

  test('does not make a stale copy pass for fresh: what a colleague did is still to be read', async () => {
    const { client } = given({ day: { day: '2026-03-02', appointments: [] }, slots: { slots: [] } });
    await client.invalidateQueries({ queryKey: practiceKey('p'), refetchType: 'none' });
    placeCard(client, 'p', card({}));
    for (const name of ['day', 'slots']) {
      expect(client.getQueryState(practiceKey('p', 'planning', name))?.isInvalidated).toBe(true);
    }
  });
});
