import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRajoutWords } from '../../lib/use-rajout-words';
import { useRefusalWords } from '../../lib/use-refusal-words';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { PassOver } from '../../ui/pass-over';
import { RefusalList } from '../../ui/refusal-list';
import { useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { type Booking, isTaken } from './use-booking';
import { useSlotWords } from './use-slot-words';

/**
 * Why it cannot be booked, all reasons at once: the rule's before the click, the server's answer after it. What one may
 * pass over takes a reason. What is typed stays.
 */
export function BookingProblem({ booking }: { booking: Booking }) {
  const { t } = useTranslation('planning');
  const { problem, refused, told, seeOthers } = booking;
  if (problem && !refused) {
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
  if (told.length === 0) return null;
  return (
    <>
      {isTaken(problem) ? <Taken booking={booking} /> : <Refused booking={booking} />}
      <AllTheSame booking={booking} />
    </>
  );
}

function Refused({ booking }: { booking: Booking }) {
  const { t } = useTranslation('planning');
  const { problem, seeOthers } = booking;
  return (
    <div className="call danger" role={problem ? 'alert' : 'status'}>
      <Icon of={IconAlertTriangle} />
      <div>
        <b>{t('refusal.title')}</b>
        <Reasons booking={booking} />
        {problem !== null && (
          <Button size="xs" onClick={seeOthers}>
            {t('banner.others')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** « Léa vient de prendre ce créneau. Rien n’est enregistré. Prochain libre : 10 h 35. » */
function Taken({ booking }: { booking: Booking }) {
  const { t } = useTranslation('planning');
  const { when } = useSlotWords();
  const { refused, alternative: next, told } = booking;
  return (
    <div className="msg bad" role="alert">
      <p>
        <b>{refused?.takenBy ? t('booking.takenBy', { name: refused.takenBy }) : t('booking.taken')}</b>{' '}
        {t('booking.nothingSaved')} {next && t('banner.next', { when: when(next) })}
      </p>
      {told.length > 1 && <Reasons booking={booking} />}
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

function Reasons({ booking }: { booking: Booking }) {
  const { practiceId, words } = useDayScreen();
  const { place } = useBookingDraft(practiceId);
  const sayRefusal = useRefusalWords(words.closed);
  if (!place) return null;
  return (
    <RefusalList lines={booking.told.map((refusal) => ({ ...refusal, sentence: sayRefusal(refusal, place.day) }))} />
  );
}

function AllTheSame({ booking }: { booking: Booking }) {
  const { practiceId, clock } = useDayScreen();
  const { place } = useBookingDraft(practiceId);
  const sayRajout = useRajoutWords(clock.today);
  const { canPassOver, reason, setReason, passOver, reasons, isBusy, alternative, rajout } = booking;
  if (!canPassOver || !place) return null;
  return (
    <PassOver
      reason={reason}
      onReason={setReason}
      onConfirm={passOver}
      rajout={rajout && sayRajout(rajout, place.day)}
      isBusy={isBusy}
      keys={alternative ? undefined : 'Ctrl+Enter'}
      firstRef={reasons}
    />
  );
}
