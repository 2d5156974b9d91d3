import type { OutsideCalendarView } from '@pupitre/shared/calendars/calendar.contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { useColumns } from './use-columns';
import { useMoments } from './use-moments';

/** When it was read, why the last try failed, what it closes; what it said last stays in force. */
export function OutsideState({ calendar }: { calendar: OutsideCalendarView }) {
  const { t } = useTranslation('calendars');
  const { zone } = useColumns();
  const moments = useMoments(zone);
  const { state, fault, readAt, busyCount, eventsLeft, visitsMet } = calendar;
  const ago = readAt ? moments.ago(readAt) : '';
  const why = fault ? t(`outside.fault.${fault}`) : '';
  const refused = readAt ? t('outside.readThenRefused', { ago, why }) : t('outside.neverRead', { why });
  return (
    <div className="cal-state">
      {state === 'waiting' && <span>{t('outside.waiting')}</span>}
      {state === 'read' && <span>{t('outside.read', { ago })}</span>}
      {state === 'refused' && (
        <span className="cal-bad">
          <Icon of={IconAlertTriangle} size={14} />
          {refused}
        </span>
      )}
      {readAt && <span className="muted">{t('outside.busy', { count: busyCount })}</span>}
      {eventsLeft > 0 && <span className="muted">{t('outside.left', { count: eventsLeft })}</span>}
      {visitsMet > 0 && <span className="cal-met">{t('outside.met', { count: visitsMet })}</span>}
    </div>
  );
}
