import {
  IconCalendarOff,
  IconCalendarPlus,
  IconCalendarX,
  IconFlag,
  IconFlagCheck,
  IconPencil,
  IconTrash,
  IconUserShare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { shortPersonName } from '../../../lib/person-name';
import { IconButton } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { useAbsenceWords } from '../absence-words';
import type { ComingDay } from './coming-days';
import type { Removable } from './removal-dialog';

interface ComingRowProps {
  coming: ComingDay;
  zone: string;
  onRemove: ((removed: Removable) => void) | undefined;
  onLocum: ((locumId: string) => void) | undefined;
}

const iconOf = (coming: ComingDay) => {
  if (coming.kind === 'closing') return IconFlag;
  if (coming.kind === 'worked') return IconFlagCheck;
  if (coming.kind === 'absence') return IconCalendarOff;
  if (coming.kind === 'locum') return IconUserShare;
  return coming.exception.effect === 'open' ? IconCalendarPlus : IconCalendarX;
};

/** « ven. 15 mai — fermé de 14 h à 18 h, pont », and what undoes it. */
export function ComingRow({ coming, zone, onRemove, onLocum }: ComingRowProps) {
  const { t } = useTranslation('hours');
  const said = useComingWords(zone);
  const { when, what } = said(coming);
  const removed = removableOf(coming);
  return (
    <li>
      <Icon of={iconOf(coming)} size={14} />
      <b>{when}</b>
      <span className="trunc">{what}</span>
      <span className="sp" />
      {coming.kind === 'locum' && onLocum && (
        <IconButton
          icon={IconPencil}
          size="xs"
          look="ghost"
          label={t('locum.change', { name: shortPersonName(coming.locum) })}
          onClick={() => onLocum(coming.locum.id)}
        />
      )}
      {removed && onRemove && (
        <IconButton
          icon={IconTrash}
          size="xs"
          look="ghost"
          label={t('coming.remove', { when, what })}
          onClick={() => onRemove(removed)}
        />
      )}
    </li>
  );
}

function removableOf(coming: ComingDay): Removable | null {
  if (coming.kind === 'exception') return { kind: 'exception', id: coming.exception.id, day: coming.day };
  if (coming.kind === 'locum') return { kind: 'locum', id: coming.locum.id, name: shortPersonName(coming.locum) };
  if (coming.kind === 'worked') return { kind: 'override', day: coming.day };
  return coming.kind === 'closing' && coming.reason.kind === 'closed_day'
    ? { kind: 'override', day: coming.day }
    : null;
}

function useComingWords(zone: string) {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const absences = useAbsenceWords(zone);
  return (coming: ComingDay): { when: string; what: string } => {
    const when = formats.dateGrid(coming.day);
    if (coming.kind === 'absence')
      return { when: absences.span(coming.absence), what: absences.reason(coming.absence) };
    if (coming.kind === 'worked') return { when, what: t('coming.worked') };
    if (coming.kind === 'closing') {
      const { reason } = coming;
      if (reason.kind === 'closed_day') return { when, what: t('coming.closedDay', { label: reason.label }) };
      return { when, what: t('settings:exceptions.holiday', { name: t(`settings:holiday.${reason.code}`) }) };
    }
    if (coming.kind === 'locum') {
      const { fromDay, toDay } = coming.locum;
      const span = { from: formats.dateGrid(fromDay), to: formats.dateGrid(toDay) };
      const name = shortPersonName(coming.locum);
      return { when: fromDay === toDay ? when : t('coming.fromTo', span), what: t('coming.locum', { name }) };
    }
    const { effect, startMin, endMin, reason } = coming.exception;
    const isWhole = startMin === 0 && endMin === 1440;
    const span = formats.timeRange(startMin, endMin);
    const what = isWhole ? t(`coming.whole.${effect}`) : t(`coming.part.${effect}`, { span });
    return { when, what: [what, reason].filter(Boolean).join(', ') };
  };
}
