import type { AppointmentCard, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import type { SeriesScope, SeriesVisit } from '@pupitre/shared/planning/series.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { refreshDays } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { useTellVisitAct } from '../../lib/visit-change';
import { seriesQuery } from './series.queries';

export type Reach = 'this' | SeriesScope;

const timeOf = ({ day, startMin }: Pick<SeriesVisit, 'day' | 'startMin'>) =>
  `${day} ${String(startMin).padStart(4, '0')}`;

/** The visits of a series an act may reach; when no other is left, nothing is asked. */
export function useScope(seriesId: string, visit: AppointmentCard, answer: (isAlone: boolean) => void) {
  const { practiceId } = useMembership();
  const { data, error } = useQuery(seriesQuery(practiceId, seriesId));
  const [reach, setReach] = useState<Reach>('this');
  const open = data?.visits.filter(({ isOpen }) => isOpen) ?? [];
  const following = open.filter((one) => timeOf(one) >= timeOf(visit));
  const reached = reach === 'all' ? open : following;
  const isLast = data !== undefined && open.every(({ id }) => id === visit.id);
  useEffect(() => {
    if (isLast || error) answer(true);
  }, [isLast, error, answer]);
  return {
    ...{ practiceId, series: data, reach, setReach, isAsked: data !== undefined && !isLast },
    counts: { following: following.length, all: open.length },
    seen: reached.map(({ id, version }) => ({ id, version })),
  };
}

/** Tells an act over several visits, with its way back. */
export function useTellSeveral() {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const client = useQueryClient();
  const { practiceId } = useMembership();
  const tell = useTellVisitAct(practiceId);
  return (
    kind: 'moved' | 'cancelled' | 'bundle',
    act: UndoableAct,
    count: number,
    patient: AppointmentCard['patient'],
  ) => {
    const who = formats.nameFull(patient);
    const sentence = t(`done.${kind}`, { count, who });
    tell(act, { sentence, name: t(`done.${kind}Name`, { who }) });
    announce(sentence);
    refreshDays(client, practiceId);
  };
}
