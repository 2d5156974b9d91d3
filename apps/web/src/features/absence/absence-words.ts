import type { AbsenceView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AbsenceEnd, absenceEnds } from '../../lib/absence-ends';
import { columnName, spokenColumn } from '../../lib/column-name';
import { companionNames } from '../../lib/companion-names';
import { useFormats } from '../../lib/formats';

interface Place {
  readonly resourceId: string;
  readonly day: string;
  readonly startMin: number;
}

/** How an absence and the places of its visits are said. */
export function useAbsenceWords(setup: PracticeSetup) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  return useMemo(() => {
    const { zone } = setup.practice;
    const end = ({ day, minutes }: AbsenceEnd) =>
      minutes === null
        ? formats.dateMedium(day)
        : t('dayAt', { day: formats.dateMedium(day), time: formats.timeOfMinutes(minutes) });
    return {
      column: (resourceId: string) => columnName(setup, resourceId),
      /** « Absence du Dr Leroy » */
      title(resourceId: string) {
        const resource = setup.resources.find(({ id }) => id === resourceId);
        if (!resource) return t('titleOf.room', { name: memberName(setup, resourceId) });
        const { kind, name } = spokenColumn(setup, resource);
        return t(`titleOf.${kind}`, { name });
      },
      /** « avec le Dr Leroy » */
      with(resourceId: string) {
        const resource = setup.resources.find(({ id }) => id === resourceId);
        if (!resource) return t('with.room', { name: memberName(setup, resourceId) });
        const { kind, name } = spokenColumn(setup, resource);
        return t(`with.${kind}`, { name });
      },
      /** « 10 h 12, Léa »: colleagues go by their first names. */
      noted: ({ by, at }: { readonly by: string; readonly at: string }) =>
        t('byAt', { name: firstName(by), time: formats.timeOfInstant(new Date(at), zone) }),
      /** « mercredi 4 mars, toute la journée » */
      span(absence: Pick<AbsenceView, 'startsAt' | 'endsAt'>) {
        const { from, to } = absenceEnds(absence, zone);
        if (from.day !== to.day) return t('fromTo', { from: end(from), to: end(to) });
        if (from.minutes === null && to.minutes === null) return t('wholeDay', { day: formats.dateMedium(from.day) });
        const time = formats.timeRange(from.minutes ?? 0, to.minutes ?? 1440);
        return t('dayAt', { day: formats.dateMedium(from.day), time });
      },
      reason: ({ reason }: Pick<AbsenceView, 'reason'>) => t(`reason.${reason}`),
      /** « jeu. 5 mars à 9 h 40 », and with whom when it is not the absent one. */
      place({ resourceId, day, startMin }: Place, absentId: string) {
        const at = { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) };
        return resourceId === absentId
          ? t('dayAt', at)
          : t('dayAtWith', { ...at, name: columnName(setup, resourceId) });
      },
      motif: (motifId: string) => setup.motifs.find(({ id }) => id === motifId)?.name ?? '',
      clock: (instant: string) => formats.timeOfInstant(new Date(instant), zone),
    };
  }, [setup, t, formats]);
}
/** A room, a machine, a vehicle: what no column stands for. */
const memberName = (setup: PracticeSetup, resourceId: string): string => companionNames(setup, [resourceId])[0] ?? '';

/** As colleagues call each other. */
const firstName = (displayName: string) => displayName.split(' ')[0] ?? displayName;

export type AbsenceWords = ReturnType<typeof useAbsenceWords>;
