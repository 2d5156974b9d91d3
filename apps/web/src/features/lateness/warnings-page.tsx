import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useScreenTitle } from '../../lib/screen-title';
import { IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ColumnList } from './column-list';
import './lateness.css';
import { warningsQuery } from './lateness.queries';
import { useWarningActs } from './use-warning-acts';

interface WarningsPageProps {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly onBack: () => void;
}

const minuteMs = 60_000;

/** Who is to be told today that a practitioner is late, column by column. */
export function WarningsPage({ practiceId, setup, onBack }: WarningsPageProps) {
  const { t } = useTranslation('lateness');
  const today = todayIn(setup.practice.zone, useNow(minuteMs));
  const { data, error, refetch } = useQuery(warningsQuery(practiceId, today));
  const acts = useWarningActs(practiceId);
  useScreenTitle(t('who'));
  return (
    <>
      <div className="bar">
        <IconButton icon={IconChevronLeft} label={t('back')} look="ghost" size="sm" onClick={onBack} />
        <h1>{t('who')}</h1>
      </div>
      <div className="scroll">
        {error && !data && (
          <div className="late-pad">
            <ErrorState error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {data?.columns.length === 0 && (
          <div className="late-pad">
            <EmptyState>{t('empty')}</EmptyState>
          </div>
        )}
        {data?.columns.map((column, index) => (
          <ColumnList
            key={column.resourceId}
            {...{ practiceId, setup, today, column, acts }}
            takesFocus={index === 0}
            isFirst={index === 0}
          />
        ))}
      </div>
    </>
  );
}
