import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { useFormats } from '../../lib/formats';
import type { Room } from './room-context';

/** Tells assistive tools who came in from another desk (an urgent visit at once) and who now waits too long. */
export function useRoomNews(room: Omit<Room, 'activeId'>, present: readonly AppointmentCard[]): void {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const known = useRef<ReadonlySet<string> | null>(null);
  const warned = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const { now, alertMinutes, isSaving, columnOf } = room;
    const waits = ({ arrivedAt }: AppointmentCard) => (arrivedAt ? waitedMinutes(arrivedAt, now) : 0);
    for (const visit of present) {
      // Our own acts are said by their toast.
      if (!known.current || known.current.has(visit.id) || isSaving(visit)) continue;
      const words = { who: formats.nameFull(visit.patient), column: columnOf(visit) };
      announce(t(visit.urgent ? 'news.urgent' : 'news.arrived', words), visit.urgent);
    }
    const late = present.filter((visit) => waits(visit) > alertMinutes);
    for (const visit of late) {
      if (!warned.current || warned.current.has(visit.id)) continue;
      announce(t('news.beyond', { who: formats.nameFull(visit.patient), span: formats.minutesSpan(waits(visit)) }));
    }
    known.current = new Set(present.map(({ id }) => id));
    warned.current = new Set(late.map(({ id }) => id));
  });
}
