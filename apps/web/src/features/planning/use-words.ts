import type { AppointmentCard, AppointmentEvent, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useClosedWords } from '../../lib/use-closed-words';

/** Every kind of the journal but `imported`, which nobody undoes visit by visit; the API writes no other. */
export const eventKinds = [
  'booked',
  'confirmed',
  'arrived',
  'called',
  'seen',
  'done',
  'left',
  'no_show',
  'cancelled',
  'restored',
  'moved',
  'moved_together',
  'swapped',
  'resized',
  'edited',
  'undone',
] as const;
type EventKind = (typeof eventKinds)[number];
/** Acts of several visits at once: told by how many. */
type Moves = 'moved' | 'moved_together' | 'swapped';
type ToldKind = Exclude<EventKind, 'cancelled' | Moves | 'resized' | 'edited' | 'undone'>;
type EventLine = Pick<AppointmentEvent, 'kind' | 'details' | 'actorName'>;
const knownKind = (kind: string): EventKind | 'other' => eventKinds.find((known) => known === kind) ?? 'other';
/** Calls about an absence or a lateness: nobody undoes them from the journal. */
const callKinds = [
  ...(['absence_told', 'absence_to_call', 'absence_aside', 'absence_lifted'] as const),
  ...(['lateness_told', 'lateness_taken_back'] as const),
];
const fieldNames = ['motifId', 'note', 'urgent'] as const;
const askers = ['patient', 'practitioner', 'error', 'other'] as const;

export type Words = ReturnType<typeof useWords>;

/** The sentences of the agenda that several parts say: closed times, the journal, what was just done. */
export function useWords(setup: PracticeSetup) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const closed = useClosedWords(setup.practice.zone);
  return useMemo(() => {
    const at = (day: string | undefined, minute: string | undefined) =>
      t('journal.at', { day: day ? formats.dateOfMonth(day) : '', time: formats.timeOfMinutes(Number(minute)) });

    const moved = (details: Readonly<Record<string, string>>, by: string) => {
      const from = at(details.fromDay, details.fromMin);
      const to = at(details.toDay, details.toMin);
      const column = columnName(setup, details.toResourceId ?? '');
      const hasChanged = details.fromResourceId !== details.toResourceId && column !== '';
      return hasChanged ? t('journal.movedTo', { from, to, column, by }) : t('journal.moved', { from, to, by });
    };

    /** What came with it: why a refusal was passed over, the series, chain or session it belongs to. */
    const circumstances = (details: Readonly<Record<string, string>>): string =>
      [
        details.overridden && t('journal.passedOver', { reason: details.reason ?? '' }),
        details.series && t('journal.inSeries', { part: details.series }),
        details.bundle && t(details.bundle === 'family' ? 'journal.inFamily' : 'journal.inChain'),
        details.session && t('journal.inSession', { title: details.session }),
        details.note && t('journal.noted', { note: details.note }),
        details.scope === 'following' && t('journal.withFollowing'),
        details.scope === 'all' && t('journal.withAll'),
      ]
        .filter(Boolean)
        .map((part) => ` ${part}`)
        .join('');

    /** A line of the journal of `visit`: « Déplacé du 3 mars à 9 h au 5 mars à 10 h 15 par Léa BERNARD ». */
    const event = (line: EventLine, visit: AppointmentCard): string =>
      (line.kind === 'booked' ? booked(line.actorName, visit) : told(line)) + circumstances(line.details);

    /** How it was asked for, besides by whom it was written down. */
    const booked = (by: string, { source, walkIn }: AppointmentCard): string => {
      if (source === 'import') return t('journal.event.booked', { by });
      return t(`journal.booked.${walkIn ? 'walkIn' : source}`, { by });
    };

    const told = ({ kind, details, actorName: by }: EventLine): string => {
      if (kind === 'imported') return t('journal.event.imported', { by });
      if (kind === 'moved' || kind === 'moved_together' || kind === 'swapped') return moved(details, by);
      if (kind === 'resized') {
        const from = formats.minutesSpan(Number(details.fromMinutes));
        return t('journal.resized', { from, to: formats.minutesSpan(Number(details.toMinutes)), by });
      }
      if (kind === 'cancelled') {
        const asker = askers.find((known) => known === details.by) ?? 'other';
        const told = t(`journal.cancelled.${asker}`, { by });
        const late = details.late === 'true' ? ` ${t('journal.late')}` : '';
        return details.reason ? `${told}${late} ${t('journal.reason', { reason: details.reason })}` : told + late;
      }
      if (kind === 'edited') {
        const changed = (details.fields ?? '')
          .split(' ')
          .flatMap((name) => fieldNames.find((known) => known === name) ?? []);
        const fields = changed.map((name) => t(`journal.field.${name}`)).join(', ');
        return t('journal.edited', { fields: fields || t('journal.field.nothing'), by });
      }
      const call = callKinds.find((known) => known === kind);
      if (call) return t(`journal.call.${call}`, { by, span: formats.minutesSpan(Number(details.minutes ?? 0)) });
      if (kind === 'undone')
        return t('journal.undone', { what: t(`journal.act.${knownKind(details.kind ?? '')}`), by });
      return t(`journal.event.${knownKind(kind) as ToldKind | 'other'}`, { by });
    };

    const place = (visit: AppointmentCard) => {
      const time = formats.timeOfMinutes(visit.startMin);
      const column = setup.resources.find(({ id }) => id === visit.resourceId)?.shortName ?? '';
      return { day: formats.dateMedium(visit.day), time, column };
    };

    /** What the toast and the status bar say of an act. */
    const act = ({ kind, params }: Pick<UndoableAct, 'kind'> & Partial<UndoableAct>, visit: AppointmentCard) => {
      const known = knownKind(kind);
      if (known === 'moved_together') {
        const count = Number(params?.count ?? 1);
        return { sentence: t('done.moved_together', { count }), name: t('lastAct.moved_together', { count }) };
      }
      const who = formats.nameFull(visit.patient);
      const length = formats.minutesSpan(visit.endMin - visit.startMin);
      return { sentence: t(`done.${known}`, { who, ...place(visit), length }), name: t(`lastAct.${known}`, { who }) };
    };

    return { closed, event, act, place };
  }, [t, formats, setup, closed]);
}
