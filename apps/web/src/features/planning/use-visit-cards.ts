import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconNote } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { companionNames } from '../../lib/companion-names';
import { useFormats } from '../../lib/formats';
import type { PlannerCard } from '../../planner/types';
import { cardLook, runningMinutes, waitsTooLong } from './card-look';

interface CardOptions {
  readonly setup: PracticeSetup;
  readonly now: Date;
  readonly columnTitle: string;
  readonly draggable: boolean;
  readonly isRefused: boolean;
  /** How late the column is; 0 on another day than today. */
  readonly latenessMinutes?: number;
}

/** Draws a visit as a card: look, name, minutes or amount, motif, note, and the sentence that says it all. */
export function useVisitCards(): (visit: AppointmentCard, options: CardOptions) => PlannerCard {
  const { t } = useTranslation(['planning', 'status']);
  const formats = useFormats();
  return useCallback(
    (visit, { setup, now, columnTitle, draggable, isRefused, latenessMinutes = 0 }) => {
      const motif = setup.motifs.find(({ id }) => id === visit.motifId);
      const isAlert = waitsTooLong(visit, now, setup.practice.waitAlertMinutes);
      const { status, icon } = cardLook(visit, motif?.place, isAlert);
      const running = runningMinutes(visit, now);
      // The flag may hide the status on the card; said, both are told.
      const statusWord = [status === 'urgence' && t('status:word.urgent'), t(`status:word.${visit.status}`)]
        .filter(Boolean)
        .join(', ');
      const { usedName, birthName, firstName } = visit.patient;
      const nom = usedName || birthName;
      const due = visit.status === 'to_collect' ? visit.dueCents : null;
      const expectedAt = hourToExpect(visit, latenessMinutes, now);
      const around = expectedAt ? formats.timeOfInstant(expectedAt, setup.practice.zone) : undefined;
      const waited = running === null ? undefined : formats.minutesSpan(running);
      const right =
        due !== null ? formats.euros(due) : (waited ?? (around ? t('planner.around', { time: around }) : undefined));
      const rooms = companionNames(setup, visit.companionIds).join(', ');
      const hint = [visit.rajoutReason !== null && t('planner.rajout', { reason: visit.rajoutReason }), rooms].filter(
        Boolean,
      );
      const series = visit.seriesIndex !== null && `${visit.seriesIndex}/${visit.seriesCount}`;
      const linked = visit.bundleId !== null && t('visit.linked').toLowerCase();
      const more = [
        due !== null && t('planner.due', { amount: formats.eurosAloud(due) }),
        running !== null &&
          t(visit.status === 'arrived' ? 'planner.waits' : 'planner.inRoom', { minutes: formats.minutesSpan(running) }),
        waited === undefined && around !== undefined && t('planner.expectedAround', { time: around }),
        visit.rajoutReason !== null && t('planner.rajout', { reason: visit.rajoutReason }),
        rooms !== '' && rooms,
        visit.seriesIndex !== null && t('visit.seriesOf', { index: visit.seriesIndex, count: visit.seriesCount ?? 0 }),
        linked,
        visit.note !== '' && t('planner.hasNote'),
      ].filter(Boolean);
      const sentence = t('planner.card', {
        from: formats.timeOfMinutes(visit.startMin),
        to: formats.timeOfMinutes(visit.endMin),
        column: columnTitle,
        name: `${nom} ${firstName}`,
        motif: motif?.name ?? '',
        status: statusWord,
      });
      return {
        id: visit.id,
        columnId: visit.resourceId,
        startMin: visit.startMin,
        endMin: visit.endMin,
        ...{ status, statusWord, icon, nom, right, draggable },
        prenom: firstName,
        line2: [motif?.shortName, series, linked].filter(Boolean).join(' · ') || undefined,
        line3: visit.note.replaceAll('\n', ' ') || undefined,
        motifColor: motif && `var(--m-${motif.color})`,
        noteIcon: visit.note ? IconNote : undefined,
        ghost: visit.status === 'cancelled' || visit.status === 'left',
        beside: visit.rajoutReason === null ? undefined : t('planner.beside'),
        hint: hint.join(' · ') || undefined,
        alert: isAlert,
        refused: isRefused,
        ariaLabel: more.length > 0 ? t('planner.cardMore', { card: sentence, more: more.join(', ') }) : sentence,
      };
    },
    [t, formats],
  );
}

/** When a patient still to come will be seen, where that is not the hour she was given. */
function hourToExpect({ startsAt, status }: AppointmentCard, latenessMinutes: number, now: Date): Date | null {
  if (latenessMinutes <= 0 || status === 'arrived') return null;
  const expected = expectedStart(startsAt, status, latenessMinutes, now);
  return expected && expected > now ? expected : null;
}
