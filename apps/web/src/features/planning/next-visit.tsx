import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { useDayScreen } from './day-screen-context';

interface Next {
  readonly id: string;
  readonly day: LocalDay;
  readonly startMin: number;
}

/** The patient's next visit, one click away. */
export function NextVisit({ next }: { next: Next | null }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { go } = useDayScreen();
  if (!next) return <span>{t('visit.noNext')}</span>;
  const when = t('visit.at', { day: formats.dateMedium(next.day), time: formats.timeOfMinutes(next.startMin) });
  return (
    <>
      <Icon of={IconCalendarEvent} />
      <span className="trunc">
        <Trans t={t} i18nKey="visit.next" values={{ when }} components={{ b: <b /> }} />
      </span>
      <span className="sp" />
      <button type="button" className="link" onClick={() => go({ date: next.day, rdv: next.id })}>
        {t('booking.seeDay')}
      </button>
    </>
  );
}
