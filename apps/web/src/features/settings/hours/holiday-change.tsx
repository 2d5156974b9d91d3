import { addHolidayOverride, removeHolidayOverride } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../lib/api-client';
import { useFormats } from '../../../lib/formats';
import { useSubmissionKey } from '../../../lib/submission-key';
import { rereadSetup } from '../settings.queries';
import { EffectDialog } from './effect-dialog';
import { overrideEffect } from './opening.queries';

/** What becomes of a day: a holiday worked or closed again, a day of its own closed or given back. */
export interface HolidayTurn {
  readonly day: LocalDay;
  readonly to: 'worked' | 'closed' | 'closed_day' | 'given_back';
  readonly label?: string;
  readonly onDone?: () => void;
}

interface HolidayChangeProps {
  practiceId: string;
  turn: HolidayTurn;
  onClose: () => void;
}

/** The effect of the change over all columns, then the change. */
export function HolidayChange({ practiceId, turn, onClose }: HolidayChangeProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const { day, to, label = '' } = turn;
  const add = { day, effect: to === 'worked' ? ('worked' as const) : ('closed' as const), label };
  const isAdded = to === 'worked' || to === 'closed_day';
  const effect = useQuery(overrideEffect(practiceId, isAdded ? { add } : { remove: day }));
  const change = useMutation({
    mutationFn: (): Promise<unknown> =>
      isAdded
        ? callApi(addHolidayOverride, { params: { practiceId }, body: add, idempotencyKey: key.current() })
        : callApi(removeHolidayOverride, { params: { practiceId, day } }),
    onSuccess: () => turn.onDone?.(),
    onSettled: () => rereadSetup(client, practiceId),
  });
  return (
    <EffectDialog
      title={t(`holidays.turn.${to}`, { day: formats.dateLong(day) })}
      act={t('settings:hours.save')}
      effect={effect}
      change={change}
      onClose={onClose}
    />
  );
}
