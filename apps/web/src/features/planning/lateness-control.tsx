import type { DayView } from '@pupitre/shared/planning/appointment.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { useFormats } from '../../lib/formats';
import { sendLateness } from '../../lib/lateness-change';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { AnchoredPop } from './anchored-pop';
import { useDayScreen } from './day-screen-context';
import { dayQuery } from './planning.queries';

const STEP_MIN = 5;

export interface LatenessAnchor {
  readonly columnId: string;
  readonly element: HTMLElement;
}

/** Five minutes more or less for one column; expected times follow on every screen. */
export function LatenessControl({ anchor, onClose }: { anchor: LatenessAnchor; onClose: () => void }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const client = useQueryClient();
  const say = useProblemSentence();
  const { practiceId, day, clock, columns, onAbsence, onWarn } = useDayScreen();
  const maySet = useMaySetLateness()(anchor.columnId) && day === clock.today;
  const column = columns.find(({ resource }) => resource.id === anchor.columnId);
  const name = column?.resource.shortName ?? '';
  const { mutate } = useMutation({
    mutationFn: (addMinutes: number) => sendLateness(practiceId, { resourceId: anchor.columnId, day, addMinutes }),
    onSuccess: (set) => {
      client.setQueryData<DayView>(dayQuery(practiceId, day).queryKey, (held) => {
        if (!held) return held;
        const others = held.lateness.filter(({ resourceId }) => resourceId !== set.resourceId);
        return { ...held, lateness: [...others, set] };
      });
      announce(t('lateness.said', { column: name, minutes: formats.minutesSpan(set.minutes) }));
    },
    onError: (error) => showToast({ text: say(error).sentence }),
  });
  const minutes = column?.latenessMinutes ?? 0;
  const { left, bottom } = anchor.element.getBoundingClientRect();
  return (
    <AnchoredPop x={left} y={bottom + 2} label={t('lateness.title', { column: name })} onClose={onClose}>
      {maySet && (
        <div className="lateness">
          <b>{minutes > 0 ? t('lateness.now', { minutes: formats.minutesSpan(minutes) }) : t('lateness.none')}</b>
          <Button size="sm" onClick={() => mutate(STEP_MIN)} aria-label={t('lateness.add')}>
            +{STEP_MIN}
          </Button>
          <Button size="sm" onClick={() => mutate(-STEP_MIN)} disabled={minutes === 0} aria-label={t('lateness.less')}>
            −{STEP_MIN}
          </Button>
        </div>
      )}
      {(onAbsence || (maySet && onWarn && minutes > 0)) && (
        <div className="lateness">
          {maySet && onWarn && minutes > 0 && (
            <Button size="sm" onClick={onWarn}>
              {t('columnMenu.warn')}
            </Button>
          )}
          {onAbsence && (
            <Button size="sm" onClick={() => onAbsence(anchor.columnId, day)}>
              {t('columnMenu.absence')}
            </Button>
          )}
        </div>
      )}
    </AnchoredPop>
  );
}

/** The desk says it of anybody, a practitioner of herself. */
export function useMaySetLateness(): (columnId: string) => boolean {
  const may = useMay();
  const { roles, practitionerId } = useMembership();
  const { setup } = useDayScreen();
  const isDesk = roles.some((role) => role === 'secretary' || role === 'coordinator');
  return (columnId) => {
    const column = setup.resources.find(({ id }) => id === columnId);
    return may('lateness.set') && (isDesk || column?.practitionerId === practitionerId);
  };
}
