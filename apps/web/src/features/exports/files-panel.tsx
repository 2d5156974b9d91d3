import { IconCircleCheck, IconDownload, IconFileTypeCsv, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import type { MonthSummary } from './exports.queries';
import { PasswordAgain } from './password-again';
import { type MonthFile, needsPassword, useDownload } from './use-download';

/** The two files of a month. The first has the focus: Enter takes it. */
export function FilesPanel({ practiceId, summary }: { practiceId: string; summary: MonthSummary }) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const shared = { practiceId, month: summary.month };
  return (
    <section className="files" aria-label={t('file.label')}>
      <header>
        <h2>{t('file.title', { month: formats.monthLong(summary.month) })}</h2>
        <p className="muted">{t('file.same')}</p>
      </header>
      <MonthDownload
        {...shared}
        file="factures.csv"
        lines={t('file.invoices.lines', { count: summary.invoiceCount, n: formats.integer(summary.invoiceCount) })}
        cents={summary.invoicedCents}
        buttonRef={first}
      >
        {t('file.invoices.holds')}
      </MonthDownload>
      <MonthDownload
        {...shared}
        file="paiements.csv"
        lines={t('file.payments.lines', { count: summary.paymentCount, n: formats.integer(summary.paymentCount) })}
        cents={summary.paidCents}
      >
        {t('file.payments.holds')}
      </MonthDownload>
      <div className="sect last">
        <p className="call plain">
          <Icon of={IconInfoCircle} />
          <span>{t('file.note')}</span>
        </p>
      </div>
    </section>
  );
}

interface MonthDownloadProps {
  practiceId: string;
  month: string;
  file: MonthFile;
  lines: string;
  cents: number;
  /** Given to the file most asked for. */
  buttonRef?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

function MonthDownload({ practiceId, month, file, lines, cents, buttonRef, children }: MonthDownloadProps) {
  const { t } = useTranslation('exports');
  const { mutate, isPending, error, data: taken } = useDownload(practiceId, month);
  const isBlocked = needsPassword(error);
  const section = useRef<HTMLElement>(null);
  const take = () => !isPending && mutate(file);
  const goOn = () => {
    section.current?.querySelector<HTMLElement>('.btn.xl')?.focus();
    take();
  };
  const label = t(file === 'factures.csv' ? 'file.invoices.take' : 'file.payments.take');
  return (
    <section className="sect" aria-label={label} ref={section}>
      <div className="row">
        <Icon of={IconFileTypeCsv} size={20} />
        <b>{file.replace('.', `-${month}.`)}</b>
      </div>
      <p className="muted">{children}</p>
      <p className="sum">
        {lines}
        <span className="sp" />
        {t('file.total')}{' '}
        <b>
          <Amount cents={cents} />
        </b>
      </p>
      <Button
        look={buttonRef ? 'primary' : 'plain'}
        size="xl"
        icon={IconDownload}
        busy={isPending}
        onClick={take}
        ref={buttonRef}
        keys={buttonRef ? 'Enter' : undefined}
      >
        {label}
      </Button>
      {isBlocked && !isPending && <PasswordAgain onGiven={goOn} />}
      {error && !isBlocked && !isPending && <ErrorState error={error} kept={t('file.failed')} onRetry={take} />}
      <p className="taken" role="status">
        {taken && !isPending && !error && (
          <>
            <Icon of={IconCircleCheck} size={14} /> {t('file.taken', { name: taken })}
          </>
        )}
      </p>
    </section>
  );
}
