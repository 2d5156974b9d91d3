import { closingOf } from '@pupitre/shared/planning/opening-hours';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { useDayScreen } from './day-screen-context';
import { useStartBlank } from './use-start-booking';

/** Under the bar when there is nothing to see: why, and the one act that helps. The grid stays. */
export function DayNotice() {
  const { t } = useTranslation('planning');
  const { setup, day, clock, columns } = useDayScreen();
  const may = useMay();
  const startBlank = useStartBlank();
  if (columns.length === 0) return <p className="day-notice">{t('noColumn')}</p>;
  if (columns.some(({ visits }) => visits.length > 0)) return null;
  const isClosed = columns.every(({ open }) => open.length === 0);
  const { holidayZone } = setup.practice;
  const closing = isClosed ? closingOf(day, { holidayZone, holidayOverrides: setup.holidayOverrides }) : null;
  const sentence = closing
    ? t('closedDay', { reason: closing.kind === 'holiday' ? t(`holiday.${closing.code}`) : closing.label })
    : t(isClosed ? 'closedPlain' : 'empty');
  return (
    <p className="day-notice">
      {sentence}
      {day >= clock.today && may('appointment.book') && (
        <Button size="xs" keys="F8" onClick={startBlank}>
          {t('emptyAct')}
        </Button>
      )}
    </p>
  );
}
