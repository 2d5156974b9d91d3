import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../lib/problem-sentence';
import { Button } from '../../ui/button';
import { Shape, Skeleton } from '../../ui/skeleton';
import type { PaletteState } from './use-palette';

/** From then on the wait is the network's: it is said. */
const SLOW_MS = 2_000;

/** What the list cannot say: nobody found, a wait, a failure, a refusal. The count is told once to assistive tools. */
export function PaletteStatus({ state, text }: { state: PaletteState; text: string }) {
  const { t } = useTranslation('palette');
  const say = useProblemSentence();
  const { reading, isNobody, isAnswerDue, bookingError, openRefused } = state;
  const { search, words } = reading;
  const isEmptyWait = isAnswerDue && search.hits.length === 0;
  return (
    <>
      {isNobody && (
        <p className="pal-note">
          {t('nobody', { text: words.patientText })} {t('nobodyTry')}
        </p>
      )}
      {isEmptyWait && (
        <Skeleton label={t('waiting')}>
          <div className="pal-wait">
            <Shape height={16} width="70%" />
            <Shape height={16} width="55%" />
          </div>
        </Skeleton>
      )}
      {isAnswerDue && <SlowNote key={text} />}
      {search.error && (
        <p className="pal-note bad" role="alert">
          {say(search.error).sentence} {t('kept')}{' '}
          <Button size="xs" onClick={search.retry}>
            {t('retry')}
          </Button>
        </p>
      )}
      {bookingError && !state.isBooking && (
        <p className="pal-note bad" role="alert">
          {t('notBooked')} {say(bookingError).sentence}{' '}
          {openRefused && (
            <Button size="xs" onClick={openRefused}>
              {t('openRefused')}
            </Button>
          )}
        </p>
      )}
      <SlotStatus state={state} />
      <p className="sr" role="status">
        {search.isSettled && search.hits.length > 0 && t('count', { count: search.hits.length })}
      </p>
    </>
  );
}

function SlotStatus({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const { criteria, isReady, list, error, retry } = state.slots;
  if (!criteria) return null;
  if (error) {
    return (
      <p className="pal-note" role="alert">
        {t('slots.failed')}{' '}
        <Button size="xs" onClick={retry}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  return isReady && list.length === 0 && <p className="pal-note">{t('slots.none')}</p>;
}

function SlowNote() {
  const { t } = useTranslation('palette');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow && <p className="pal-note">{t('slow')}</p>;
}
