import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import { AddressDialog, type ShownAddress } from './address-dialog';
import './calendars.css';
import { calendarsQuery } from './calendars.queries';
import { FeedPanel } from './feed-panel';
import { FeedsSection } from './feeds-section';
import { OutagePart } from './outage-part';
import { OutsidePanel } from './outside-panel';
import { OutsideSection } from './outside-section';

type OpenForm = 'feed' | 'outside' | null;

/** Agendas shown elsewhere, agendas elsewhere that close time here, and the sheet for the day nothing answers. */
export function CalendarsPart() {
  const { t } = useTranslation(['calendars', 'settings', 'frame']);
  const may = useMay();
  const { practiceId } = useMembership();
  const { data, error, refetch } = useQuery({ ...calendarsQuery(practiceId), enabled: may('calendar.edit') });
  const [form, setForm] = useState<OpenForm>(null);
  const [address, setAddress] = useState<ShownAddress | null>(null);
  const opener = useRef<Element | null>(null);
  useScreenTitle(t('title'), t('settings:title'));
  const open = (asked: OpenForm) => {
    opener.current = document.activeElement;
    setForm(asked);
  };
  const close = () => {
    setForm(null);
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const canAdd = data !== undefined && data.resourceIds.length > 0;

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls takes the keys that scroll it */}
      <section className="scroll cal" aria-label={t('title')} tabIndex={0}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {may('calendar.edit') && !data && !error && (
          <Skeleton label={t('frame:loading')}>
            <Shape height={240} />
          </Skeleton>
        )}
        {data && <FeedsSection feeds={data.feeds} onAdd={canAdd ? () => open('feed') : undefined} />}
        {data && <OutsideSection calendars={data.outside} onAdd={canAdd ? () => open('outside') : undefined} />}
        {may('patient.reveal_phone') && <OutagePart practiceId={practiceId} />}
      </section>
      {data && form === 'feed' && (
        <FeedPanel
          resourceIds={data.resourceIds}
          onMade={(made) => {
            close();
            setAddress(made);
          }}
          onClose={close}
        />
      )}
      {data && form === 'outside' && <OutsidePanel resourceIds={data.resourceIds} onClose={close} />}
      {address && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </div>
  );
}
