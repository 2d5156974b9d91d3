import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { SlotReason } from '@pupitre/shared/planning/slot-reason';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { spokenColumn } from './column-name';
import { useFormats } from './formats';

/** Why a place is offered, in words: « libre, 20 min, même médecin ». Empty when the answer tells no reason. */
export function useSlotReasons(setup: PracticeSetup | undefined): (slot: FreeSlotView) => string {
  const { t } = useTranslation('slots');
  const formats = useFormats();
  const kindOf = ({ resourceId }: FreeSlotView) => {
    const resource = setup?.resources.find(({ id }) => id === resourceId);
    return setup && resource ? spokenColumn(setup, resource).kind : 'room';
  };
  const companion = (id: string) => setup?.pools.flatMap(({ members }) => members).find((one) => one.id === id)?.name;

  const words = (reason: SlotReason, slot: FreeSlotView): string => {
    switch (reason.code) {
      case 'free':
        return t('free', { span: formats.minutesSpan(reason.minutes) });
      case 'same_practitioner':
      case 'other_practitioner':
        return t(reason.code, { context: kindOf(slot) });
      case 'with_resource':
        return t('with_resource', { name: companion(reason.resourceId) ?? '' });
      case 'usual_weekday':
        return t('usual_weekday');
      default:
        return t(reason.code, { time: formats.timeOfMinutes(reason.startMin) });
    }
  };
  return (slot) =>
    (slot.reasons ?? []).reduce((told, reason) => {
      const next = words(reason, slot);
      return told === '' ? next : t('join', { first: told, second: next });
    }, '');
}
