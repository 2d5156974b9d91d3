import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useNow } from '../../lib/clock';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFrame } from '../../ui/frame-context';
import './billing.css';
import { tillQuery } from './billing.queries';
import { ChargeDesk } from './charge-desk';
import { PAY_GROUP } from './method-group';
import type { PaymentDraft } from './payment-draft';
import { SettledDesk } from './settled-desk';
import { TillList } from './till-list';
import { TillStats } from './till-stats';
import { TillWait } from './till-wait';

const route = getRouteApi('/p/$practiceId/caisse');

/** Who has to pay, the note in hand, and how it is paid: one screen, no dialog. */
export function TillPage() {
  const { t } = useTranslation('billing');
  const { practiceId, zone } = useMembership();
  const { userMenu } = useFrame();
  const isPhone = useMedia(PHONE);
  const day = todayIn(zone, useNow(60_000));
  const { data: till, error, refetch } = useQuery(tillQuery(practiceId, day));
  useScreenTitle(t('title'));

  return (
    <>
      <header className="bar">
        <h1>{t('title')}</h1>
        {till && <TillStats till={till} />}
        <span className="sp" />
        {isPhone && userMenu}
      </header>
      {till && <TillDesk till={till} practiceId={practiceId} zone={zone} />}
      {!till && !error && <TillWait />}
      {!till && error && (
        <div className="till-fault">
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      )}
    </>
  );
}

interface TillDeskProps {
  till: TillView;
  practiceId: string;
  zone: string;
}

function TillDesk({ till, practiceId, zone }: TillDeskProps) {
  const { t } = useTranslation('billing');
  const { rdv, facture } = route.useSearch();
  const navigate = route.useNavigate();
  const setup = usePracticeSetup(practiceId);
  const drafts = useRef(new Map<string, PaymentDraft>());
  const next = till.toCollect.find(({ appointmentId }) => appointmentId !== rdv)?.appointmentId;
  const openNext = next ? () => void navigate({ search: { rdv: next } }) : undefined;
  useFirstVisit(till, rdv ?? facture, (first) => void navigate({ search: { rdv: first }, replace: true }));

  useShortcut({
    id: 'till.collect',
    keys: 'F9',
    scope: 'global',
    labelKey: 'billing:keys.collect',
    groupKey: 'billing:title',
    run: () => {
      const group = document.getElementById(PAY_GROUP);
      if (group) group.querySelector<HTMLElement>('input:checked, input')?.focus();
      else openNext?.();
    },
  });

  return (
    <div className="till">
      <TillList till={till} chosen={rdv ?? facture} setup={setup} zone={zone} />
      {rdv && (
        <ChargeDesk
          key={rdv}
          appointmentId={rdv}
          till={till}
          setup={setup}
          zone={zone}
          drafts={drafts.current}
          onNext={openNext}
        />
      )}
      {facture && !rdv && <SettledDesk key={facture} invoiceId={facture} till={till} zone={zone} onNext={openNext} />}
      {!rdv && !facture && (
        <div className="iv">
          <EmptyState>{t(till.toCollect.length > 0 ? 'list.choose' : 'list.nothing')}</EmptyState>
        </div>
      )}
    </div>
  );
}

/** The screen opens on the first visit to collect; only once, so that nothing moves under the cursor afterwards. */
function useFirstVisit(till: TillView, chosen: string | undefined, open: (appointmentId: string) => void): void {
  const isOpened = useRef(false);
  useEffect(() => {
    const first = till.toCollect[0]?.appointmentId;
    if (!isOpened.current && !chosen && first) open(first);
    isOpened.current = true;
  });
}
