import type { Permission } from '@pupitre/shared/access/roles';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import type { PlannerCard } from '../../planner/types';
import { iconOfVisit, lookOfVisit } from '../../ui/visit-look';
import { useWeekWords } from './use-week-words';

/** Until the patient came, a visit can still be put elsewhere. */
const movable: readonly WeekVisit['status'][] = ['requested', 'booked', 'confirmed'];

export const canMove = ({ status }: Pick<WeekVisit, 'status'>, permissions: readonly Permission[]): boolean =>
  movable.includes(status) && permissions.includes('appointment.move');

export const motifOf = ({ motifs }: PracticeSetup, { motifId }: Pick<WeekVisit, 'motifId'>): MotifView | undefined =>
  motifs.find(({ id }) => id === motifId);

/** Why a visit was cancelled: the words that were left, else who asked. */
export function useCancelWords(): (visit: WeekVisit) => string {
  const { t } = useTranslation('week');
  return useCallback(
    ({ cancelReason, cancelledBy }) => cancelReason || (cancelledBy ? t(`cancelled.${cancelledBy}`) : ''),
    [t],
  );
}

/** Draws a visit on one line, its motif or the reason it was cancelled for at the right, and the sentence that says it. */
export function useWeekCards(
  setup: PracticeSetup,
  permissions: readonly Permission[],
): (visit: WeekVisit, isRefused: boolean) => PlannerCard {
  const { t } = useTranslation(['week', 'status']);
  const formats = useFormats();
  const words = useWeekWords();
  const cancelWords = useCancelWords();
  return useCallback(
    (visit, isRefused) => {
      const look = lookOfVisit(visit.status, visit.urgent);
      const { name, tone: status } = look;
      const motif = motifOf(setup, visit);
      const icon = iconOfVisit(look, motif?.place);
      const nom = visit.usedName || visit.birthName;
      const statusWord = t(`status:word.${name}`);
      const ghost = !isActive(visit.status) || visit.status === 'left';
      const reason = visit.status === 'cancelled' ? cancelWords(visit) : '';
      const sentence = t('card', {
        from: formats.timeOfMinutes(visit.startMin),
        to: formats.timeOfMinutes(visit.endMin),
        day: words.day(visit.day),
        name: `${nom} ${visit.firstName}`,
        motif: motif?.name ?? '',
        status: statusWord,
      });
      return {
        ...{ id: visit.id, columnId: visit.day, startMin: visit.startMin, endMin: visit.endMin },
        ...{ status, statusWord, icon, nom, prenom: visit.firstName, ghost, refused: isRefused },
        right: ghost ? reason || statusWord : motif?.shortName,
        motifColor: motif && `var(--m-${motif.color})`,
        draggable: canMove(visit, permissions),
        ariaLabel: reason ? `${sentence}, ${reason}` : sentence,
      };
    },
    [t, formats, words, setup, permissions, cancelWords],
  );
}
