import type { ChargeView, PaymentMethod } from '@pupitre/shared/billing/billing.contract';
import { IconArrowsSplit2, IconHourglass } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import type { ServerDraft } from '../../lib/use-server-draft';
import { Amount } from '../../ui/amount';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { CashFields } from './cash-fields';
import { ChequeFields } from './cheque-fields';
import { MethodGroup } from './method-group';
import { PayFault } from './pay-fault';
import { PayFoot } from './pay-foot';
import { amountCents, keepPart, makeWhole, type PaymentDraft, paymentFault, paymentsOf } from './payment-draft';
import { ShareFields } from './share-fields';
import type { Issue } from './use-issue';

const FIRST_METHOD = '[data-method] input';

interface PaymentPanelProps {
  charge: ChargeView;
  draft: PaymentDraft;
  onChange: (draft: PaymentDraft) => void;
  kept: ServerDraft;
  issue: Issue;
  /** The note is being changed: its amount is not settled yet. */
  isEditing: boolean;
}

/** What the patient owes here, how it is paid, and the one button that records it. */
export function PaymentPanel({ charge, draft, onChange, kept, issue, isEditing }: PaymentPanelProps) {
  const { t } = useTranslation('billing');
  const panel = useRef<HTMLElement>(null);
  const dueCents = charge.split.patientCents;
  const fault = charge.lines.length === 0 ? 'empty' : paymentFault(draft, dueCents);
  const change = (next: PaymentDraft) => !issue.isPending && onChange(next);
  const focusOn = (selector: string) => panel.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, .p')?.focus(), []);

  // The focus is led on before anything else is typed; what one pressed may be gone.
  const go = (next: PaymentDraft, ...selectors: readonly string[]) => {
    flushSync(() => change(next));
    for (const selector of selectors) focusOn(selector);
  };
  const pick = (method: PaymentMethod, follow: boolean) =>
    go({ ...draft, method }, ...(follow ? [`[data-method="${method}"] input`, '[data-first]'] : []));
  const validate = () => {
    if (issue.isPending || isEditing) return;
    if (fault) {
      announce(t(`cause.${fault}`), true);
      focusOn(`[data-fault~="${fault}"]`);
      if (fault === 'method') focusOn(FIRST_METHOD);
      return;
    }
    const outstandingReason = draft.mode === 'owing' ? draft.reason.trim() : '';
    issue.mutate({ version: charge.version, payments: paymentsOf(draft, dueCents), outstandingReason });
  };

  return (
    <section className="py" aria-label={t('pay.label')} ref={panel} aria-busy={issue.isPending || isEditing}>
      <div className="scroll">
        <DraftNotice draft={kept} />
        <div className="due" role="status">
          <h2>{t('pay.due')}</h2>
          <b>
            <Amount cents={dueCents} />
          </b>
        </div>
        {dueCents > 0 ? (
          <>
            <MethodGroup value={draft.method} onPick={pick} within={panel} />
            {draft.mode !== 'whole' && (
              <ShareFields
                draft={draft}
                dueCents={dueCents}
                onChange={change}
                onKeep={() => go(keepPart(draft, dueCents), FIRST_METHOD)}
              />
            )}
            <MeansFields draft={draft} dueCents={dueCents} onChange={change} onDone={() => focusOn('footer .p')} />
            <ModeButtons
              draft={draft}
              onChange={(next) => go(next, next.mode === 'whole' ? FIRST_METHOD : '[data-fault~="amount"]')}
            />
          </>
        ) : (
          <p className="sect muted">{t('pay.nothing')}</p>
        )}
      </div>
      <PayFoot isFree={dueCents === 0} fault={fault} isSending={issue.isPending} onValidate={validate}>
        {issue.error && !issue.isPending && <PayFault error={issue.error} onRetry={validate} />}
      </PayFoot>
    </section>
  );
}

interface MeansProps {
  draft: PaymentDraft;
  dueCents: number;
  onChange: (draft: PaymentDraft) => void;
  onDone: () => void;
}

function MeansFields({ draft, dueCents, onChange, onDone }: MeansProps) {
  const cents = amountCents(draft, dueCents) ?? 0;
  if (draft.method === 'cash' && cents > 0) {
    return (
      <CashFields
        cents={cents}
        given={draft.given}
        onGiven={(given) => onChange({ ...draft, given })}
        onDone={onDone}
      />
    );
  }
  if (draft.method !== 'cheque') return null;
  return (
    <ChequeFields
      number={draft.chequeNumber}
      bank={draft.chequeBank}
      onNumber={(chequeNumber) => onChange({ ...draft, chequeNumber })}
      onBank={(chequeBank) => onChange({ ...draft, chequeBank })}
      onDone={onDone}
    />
  );
}

/** One payment of everything is the rule; the two others are one click away. */
function ModeButtons({ draft, onChange }: { draft: PaymentDraft; onChange: (draft: PaymentDraft) => void }) {
  const { t } = useTranslation('billing');
  return (
    <div className="sect modes">
      {draft.mode !== 'whole' && (
        <Button size="sm" onClick={() => onChange(makeWhole(draft))}>
          {t('mode.whole')}
        </Button>
      )}
      {draft.mode !== 'shared' && (
        <Button size="sm" icon={IconArrowsSplit2} onClick={() => onChange({ ...draft, mode: 'shared' })}>
          {t('mode.shared')}
        </Button>
      )}
      {draft.mode !== 'owing' && (
        <Button size="sm" icon={IconHourglass} onClick={() => onChange({ ...draft, mode: 'owing' })}>
          {t('mode.owing')}
        </Button>
      )}
    </div>
  );
}
