import { IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import type { PlannerCard } from '../../planner/types';
import type { ColumnDay } from './column-days';

/** A meeting has a card in each agenda it takes; its id there says which one. */
const cardIdOf = (meetingId: string, columnId: string) => `${meetingId}@${columnId}`;

/** The meeting a card stands for; null for a visit's. */
export const meetingOfCard = (cardId: string): string | null =>
  cardId.includes('@') ? (cardId.split('@')[0] ?? null) : null;

/** Staff meetings and sessions as cards of the day: title, and how many seats are taken. */
export function useMeetingCards(columns: readonly ColumnDay[]): readonly PlannerCard[] {
  const { t } = useTranslation('together');
  const formats = useFormats();
  return useMemo(
    () =>
      columns.flatMap(({ resource, meetings }) =>
        meetings.map((meeting): PlannerCard => {
          const { id, kind, title, startMin, endMin, capacity, seated } = meeting;
          const seats = capacity === null ? t('meeting.staff') : t('meeting.seats', { seated, capacity });
          const times = { from: formats.timeOfMinutes(startMin), to: formats.timeOfMinutes(endMin) };
          return {
            ...{ id: cardIdOf(id, resource.id), columnId: resource.id, startMin, endMin, draggable: false },
            ...{
              status: 'prevu',
              statusWord: t(`meeting.${kind}`),
              icon: kind === 'staff' ? IconUsers : IconUsersGroup,
            },
            ...{ nom: title, prenom: '', line2: seats },
            ariaLabel: t('meeting.card', { ...times, column: resource.shortName, title, seats }),
          };
        }),
      ),
    [columns, t, formats],
  );
}
