import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannerCard } from '../planner/types';
import { useFormats } from './formats';

/** A meeting has a card in each column it takes; its id there says which one. */
const cardIdOf = (meetingId: string, columnId: string) => `${meetingId}@${columnId}`;

/** The meeting a card stands for; null for a visit's. */
export const meetingOfCard = (cardId: string): string | null =>
  cardId.includes('@') ? (cardId.split('@')[0] ?? null) : null;

/** Its patients are in the card of their session; one that was cancelled keeps the trace of its own. */
export const hasOwnCard = (
  visit: { readonly status: string; readonly meetingId: string | null },
  meetings: readonly Pick<MeetingView, 'id'>[],
): boolean => visit.status === 'cancelled' || !meetings.some(({ id }) => id === visit.meetingId);

export interface MeetingWords {
  /** « 6 places sur 8 », or that it is the staff's. */
  readonly seats: (meeting: MeetingView) => string;
  readonly card: (meeting: MeetingView, columnId: string, columnTitle: string) => PlannerCard;
}

/** Draws a staff meeting or a session: its title, and how many seats are taken. Words: `together`. */
export function useMeetingCard(): MeetingWords {
  const { t } = useTranslation('together');
  const formats = useFormats();
  const seats = useCallback(
    ({ capacity, seated }: MeetingView) =>
      capacity === null ? t('meeting.staff') : t('meeting.seats', { seated, capacity }),
    [t],
  );
  const card = useCallback(
    (meeting: MeetingView, columnId: string, columnTitle: string): PlannerCard => {
      const { id, kind, title, startMin, endMin } = meeting;
      const said = seats(meeting);
      const times = { from: formats.timeOfMinutes(startMin), to: formats.timeOfMinutes(endMin) };
      return {
        ...{ id: cardIdOf(id, columnId), columnId, startMin, endMin, draggable: false },
        ...{ status: 'prevu', statusWord: t(`meeting.${kind}`), icon: kind === 'staff' ? IconUsers : IconUsersGroup },
        ...{ nom: title, prenom: '', line2: said },
        ariaLabel: t('meeting.card', { ...times, column: columnTitle, title, seats: said }),
      };
    },
    [t, formats, seats],
  );
  return { seats, card };
}
