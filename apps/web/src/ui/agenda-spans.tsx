import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface AgendaSpansProps {
  readonly practiceId: string;
  readonly current: 'day' | 'week' | 'month';
  /** The day to stay around; absent: today. */
  readonly day: string | undefined;
  /** The column to stay with, where one is shown alone. */
  readonly agenda?: string;
}

/** The agenda by day, by week, by month, around the same day. */
export function AgendaSpans({ practiceId, current, day, agenda }: AgendaSpansProps) {
  const { t } = useTranslation('frame');
  const params = { practiceId };
  const look = (span: AgendaSpansProps['current']) =>
    span === current ? ({ className: 'on', 'aria-current': 'page' } as const) : {};
  return (
    <nav className="seg agenda-spans" aria-label={t('spans.label')}>
      <Link to="/p/$practiceId/jour" params={params} search={{ date: day }} {...look('day')}>
        {t('screen.day')}
      </Link>
      <Link to="/p/$practiceId/semaine" params={params} search={{ date: day, agenda }} {...look('week')}>
        {t('screen.week')}
      </Link>
      <Link to="/p/$practiceId/mois" params={params} search={{ mois: day?.slice(0, 7) }} {...look('month')}>
        {t('spans.month')}
      </Link>
    </nav>
  );
}
