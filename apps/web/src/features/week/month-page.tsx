import { occupancyOf } from '@pupitre/shared/planning/day-load';
import { type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { setupQuery } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { AgendaSpans } from '../../ui/agenda-spans';
import { Button, IconButton } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { useFrame } from '../../ui/frame-context';
import { columnsOf } from './last-agenda';
import { LoadSkeleton } from './load-skeleton';
import { daysOfMonth, firstOf, shiftMonth } from './month-days';
import { MonthTable } from './month-table';
import './printed-week.css';
import './week.css';
import { loadsQuery } from './week.queries';
import type { MonthSearch } from './week-search';

export interface MonthPageProps {
  readonly search: MonthSearch;
  readonly onMonth: (month: string | undefined) => void;
  readonly onOpenDay: (day: LocalDay, resourceId?: string) => void;
  readonly onOpenWeek: (day: LocalDay) => void;
}

const minuteMs = 60_000;

/** Mois: how full each day is for everybody; a day or a week is one key away. */
export function MonthPage({ search, onMonth, onOpenDay, onOpenWeek }: MonthPageProps) {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const { practiceId } = useMembership();
  const { userMenu } = useFrame();
  const isPhone = useMedia(PHONE);
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const today = toLocal(useNow(minuteMs), setup.practice.zone).day;
  const month = search.mois ?? today.slice(0, 7);
  const days = daysOfMonth(month);
  const { data: loads, error, refetch } = useQuery(loadsQuery(practiceId, days));
  const turn = (by: 1 | -1 | 0) => onMonth(by === 0 ? undefined : shiftMonth(month, by));
  useMonthKeys(turn);
  useScreenTitle(t('month.screen'), formats.monthLong(month));
  const occupancy = occupancyOf(loads ?? []);
  return (
    <>
      <header className="bar week-bar">
        <h1>{formats.monthLong(month)}</h1>
        <span className="row week-nav">
          <IconButton
            icon={IconChevronLeft}
            label={t('month.previous')}
            keys="PageUp"
            size="sm"
            onClick={() => turn(-1)}
          />
          <Button size="sm" onClick={() => turn(0)} aria-current={today.startsWith(month) ? 'date' : undefined}>
            {t('month.this')}
          </Button>
          <IconButton
            icon={IconChevronRight}
            label={t('month.next')}
            keys="PageDown"
            size="sm"
            onClick={() => turn(1)}
          />
        </span>
        {!isPhone && (
          <AgendaSpans
            practiceId={practiceId}
            current="month"
            day={today.startsWith(month) ? undefined : firstOf(month)}
          />
        )}
        {occupancy !== null && (
          <span className="stats">
            <span>
              <Trans
                t={t}
                i18nKey="figures.occupancy"
                values={{ percent: formats.percent(occupancy) }}
                components={{ b: <b /> }}
              />
            </span>
          </span>
        )}
        <span className="sp" />
        {isPhone ? (
          userMenu
        ) : (
          <IconButton
            icon={IconPrinter}
            label={t('month.print')}
            keys="Ctrl+P"
            look="ghost"
            size="sm"
            onClick={() => window.print()}
          />
        )}
      </header>
      {error && !loads ? (
        <div className="fault-box">
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      ) : loads ? (
        <MonthTable
          columns={columnsOf(setup)}
          zone={setup.practice.zone}
          {...{ month, days, today, loads, onOpenDay, onOpenWeek }}
        />
      ) : (
        <LoadSkeleton rows={columnsOf(setup).length} height={36} />
      )}
    </>
  );
}

function useMonthKeys(turn: (by: 1 | -1 | 0) => void): void {
  const shared = { scope: 'global', groupKey: 'week:keys.title' } as const;
  useShortcut({ ...shared, id: 'month.today', keys: 'Home', labelKey: 'week:month.this', run: () => turn(0) });
  useShortcut({ ...shared, id: 'month.before', keys: 'PageUp', labelKey: 'week:month.previous', run: () => turn(-1) });
  useShortcut({ ...shared, id: 'month.after', keys: 'PageDown', labelKey: 'week:month.next', run: () => turn(1) });
  useShortcut({ ...shared, id: 'month.print', keys: 'Ctrl+P', labelKey: 'week:print', run: () => window.print() });
}
