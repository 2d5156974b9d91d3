import type { TillView } from '@pupitre/shared/billing/billing.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { EmptyState } from '../../ui/empty-state';
import { practitionerName } from './practitioner-name';
import { SettledRow } from './settled-row';

const SHOWN = 6;
const NOON = 12 * 60 + 30;

export interface TillListProps {
  till: TillView;
  /** The visit or the invoice in hand. */
  chosen: string | undefined;
  setup: PracticeSetup | undefined;
  zone: string;
}

export function TillList({ till, chosen, setup, zone }: TillListProps) {
  const { t } = useTranslation('billing');
  const [isWhole, setWhole] = useState(false);
  const isMorning = toLocal(useNow(60_000), zone).minutes < NOON;
  const settled = isWhole ? till.settled : till.settled.slice(0, SHOWN);
  const dueCents = till.toCollect.reduce((total, visit) => total + visit.dueCents, 0);

  return (
    <nav className="ql" aria-label={t('list.label')} onKeyDown={moveByArrow}>
      <h2>
        {t('list.toCollect')}
        <span className="sp" />
        <Amount cents={dueCents} />
      </h2>
      {till.toCollect.length === 0 && <EmptyState>{t('list.nothing')}</EmptyState>}
      {till.toCollect.map((visit) => (
        <VisitRow key={visit.appointmentId} visit={visit} day={till.day} chosen={chosen} setup={setup} zone={zone} />
      ))}
      {till.settled.length > 0 && (
        <h2 className="next">
          {t(isMorning ? 'list.settledMorning' : 'list.settledToday')}
          <span className="sp" />
          <span className="tn">{till.settled.length}</span>
        </h2>
      )}
      <div>
        {settled.map((invoice) => (
          <SettledRow key={invoice.invoiceId} invoice={invoice} isChosen={invoice.invoiceId === chosen} />
        ))}
      </div>
      {!isWhole && till.settled.length > SHOWN && (
        <button type="button" className="link all" onClick={() => setWhole(true)}>
          {t('list.all', { count: till.settled.length })}
        </button>
      )}
    </nav>
  );
}

interface VisitRowProps extends Omit<TillListProps, 'till'> {
  visit: TillView['toCollect'][number];
  day: string;
}

function VisitRow({ visit, day, chosen, setup, zone }: VisitRowProps) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const isChosen = visit.appointmentId === chosen;
  const when = visit.seenAt && t('list.seenAt', { time: formats.timeOfInstant(new Date(visit.seenAt), zone) });
  const what = visit.day !== day ? formats.dateGrid(visit.day) : visit.thirdParty === 'full' ? t('list.full') : when;
  const hint = [practitionerName(setup, visit.practitionerId, 'short'), what].filter(Boolean).join(' · ');
  return (
    <Link
      to="."
      search={{ rdv: visit.appointmentId }}
      className={isChosen ? 'en on' : 'en'}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span className="row">
        <span className="trunc">
          <span className="nom">{visit.patientName}</span> {visit.patientFirstName}
        </span>
        <span className="sp" />
        <b>
          <Amount cents={visit.dueCents} />
        </b>
      </span>
      <span className="hint">{hint}</span>
    </Link>
  );
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  links[at + step]?.focus();
  event.preventDefault();
}
