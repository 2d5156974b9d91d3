import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../lib/api-problem';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { type Booking, isTaken } from './use-booking';
import { useRefusalWords } from './use-refusal-words';
import { useSlotWords } from './use-slot-words';

/** Why it cannot be booked: the rule's reasons before the click, the server's answer after it. What is typed stays. */
export function BookingProblem({ booking }: { booking: Booking }) {
  const { t } = useTranslation('planning');
  const { practiceId, words } = useDayScreen();
  const { place } = useBookingDraft(practiceId);
  const sayRefusal = useRefusalWords(words);
  const { problem, refusals, seeOthers } = booking;
  if (isTaken(problem)) return <Taken booking={booking} problem={problem} />;
  if (problem) {
    return (
      <ErrorState
        error={problem}
        kept={t('booking.kept')}
        acts={
          <Button size="sm" onClick={seeOthers}>
            {t('banner.others')}
          </Button>
        }
      />
    );
  }
  if (!place || refusals.length === 0) return null;
  const sentences = [...new Set(refusals.map((refusal) => sayRefusal(refusal, place.day)))];
  return (
    <div className="call danger" role="status">
      <Icon of={IconAlertTriangle} />
      <span>
        <b>{t('refusal.title')}</b>
        {sentences.map((sentence) => (
          <span key={sentence} className="reason">
            {sentence}
          </span>
        ))}
      </span>
    </div>
  );
}

/** « Léa vient de prendre ce créneau. Rien n’est enregistré. Prochain libre : 10 h 35. » */
function Taken({ booking, problem }: { booking: Booking; problem: ApiProblem }) {
  const { t } = useTranslation('planning');
  const { when } = useSlotWords();
  const { takenBy } = problem.details;
  const next = booking.alternative;
  return (
    <div className="msg bad" role="alert">
      <p>
        <b>{typeof takenBy === 'string' ? t('booking.takenBy', { name: takenBy }) : t('booking.taken')}</b>{' '}
        {t('booking.nothingSaved')} {next && t('banner.next', { when: when(next) })}
      </p>
      <div className="acts">
        {next && (
          <Button size="sm" look="primary" keys="Ctrl+Enter" onClick={booking.submit}>
            {t('banner.take', { when: when(next) })}
          </Button>
        )}
        <Button size="sm" onClick={booking.seeOthers}>
          {t('banner.others')}
        </Button>
      </div>
    </div>
  );
}
