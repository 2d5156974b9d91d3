import type { ClosedReason } from '@pupitre/shared/planning/practice-day';
import type { PlannedVisitView } from '@pupitre/shared/planning/series.contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useFormats } from '../../lib/formats';
import { useClosedWords } from '../../lib/use-closed-words';

type Why = Pick<PlannedVisitView, 'state' | 'details'>;

const span = z.object({ startMin: z.number(), endMin: z.number() });
const closing = z.object({ reason: z.looseObject({ kind: z.string() }) });
const named = z.object({ name: z.string() });
const titled = z.object({ title: z.string() });
const labelled = z.object({ label: z.string() });

/** Says why a place cannot be had: « Férié : lundi de Pâques », « Occupé jusqu’à 15 h 30, pris par Sonia DUBREUIL ». */
export function useOccurrenceWords(zone: string) {
  const { t } = useTranslation(['series', 'planning']);
  const formats = useFormats();
  const closed = useClosedWords(zone);
  return useCallback(
    ({ state, details }: Why, day: string, startMin: number, takenBy: string | null = null): string => {
      const met = span.safeParse(details).data;
      const from = met ? formats.timeOfMinutes(Math.max(0, met.startMin)) : '';
      const until = met ? formats.timeOfMinutes(Math.min(1440, met.endMin)) : '';
      switch (state) {
        case 'holiday':
          return closed({ kind: 'holiday', code: details.holiday } as ClosedReason, day);
        case 'absence':
          return closed({ kind: 'absence', note: '', ...details } as ClosedReason, day);
        case 'closed': {
          const label = labelled.safeParse(details).data?.label;
          if (label !== undefined) return closed({ kind: 'closed_day', label }, day);
          const reason = closing.safeParse(details).data?.reason;
          return reason ? t('state.closedWhy', { why: closed(reason as ClosedReason, day) }) : t('state.closed');
        }
        case 'meeting':
        case 'group':
          return t(`state.${state}`, {
            from,
            until,
            title: titled.safeParse(details).data?.title || t('state.noTitle'),
          });
        case 'busy':
          if (!met) return t('state.busyBare');
          return takenBy ? t('state.busyBy', { until, name: takenBy }) : t('state.busy', { until });
        case 'held':
          return t('state.held', { name: typeof details.by === 'string' ? details.by : '' });
        case 'patient_busy':
          return met ? t('state.patient_busy', { from, until }) : t('state.patientElsewhere');
        case 'need_busy':
          return t('state.need_busy', { name: named.safeParse(details).data?.name ?? '' });
        case 'gap_time':
          return t('state.gap_time', { time: formats.timeOfMinutes(startMin) });
        default:
          return t(`state.${state}`);
      }
    },
    [t, formats, closed],
  );
}
