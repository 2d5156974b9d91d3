import {
  type OutsideCalendarView,
  refreshOutsideCalendar,
  removeOutsideCalendar,
} from '@pupitre/shared/calendars/calendar.contract';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { type Column, Table } from '../../ui/table';
import { OutsideState } from './outside-state';
import { SectionHead } from './section-head';
import { SureDialog } from './sure-dialog';
import { useCalendarAct } from './use-calendar-act';
import { useColumns } from './use-columns';

interface OutsideSectionProps {
  calendars: readonly OutsideCalendarView[];
  onAdd: (() => void) | undefined;
}

/** Calendars kept elsewhere: how each reading went, what it closes, and the visits it meets. */
export function OutsideSection({ calendars, onAdd }: OutsideSectionProps) {
  const { t } = useTranslation('calendars');
  const headId = useId();
  const { practiceId } = useMembership();
  const { nameOf } = useColumns();
  const [asked, setAsked] = useState<OutsideCalendarView | null>(null);
  const refresh = useCalendarAct({
    practiceId,
    act: (calendarId: string) => callApi(refreshOutsideCalendar, { params: { practiceId, calendarId } }),
    onDone: () => undefined,
  });
  const removal = useCalendarAct({
    practiceId,
    act: ({ id: calendarId }: OutsideCalendarView) =>
      callApi(removeOutsideCalendar, { params: { practiceId, calendarId } }),
    onDone: (_, { name }) => {
      setAsked(null);
      showToast({ text: t('outside.removed', { name }) });
    },
  });
  const columns: Column<OutsideCalendarView>[] = [
    { id: 'column', head: t('column'), cell: ({ resourceId }) => <b>{nameOf(resourceId)}</b> },
    {
      id: 'name',
      head: t('outside.name'),
      cell: ({ name, host }) => (
        <>
          {name} <span className="muted">{host}</span>
        </>
      ),
    },
    { id: 'state', head: t('outside.state'), cell: (calendar) => <OutsideState calendar={calendar} /> },
    {
      id: 'act',
      head: <span className="sr">{t('act')}</span>,
      numeric: true,
      cell: ({ id, name, resourceId, state }) => (
        <>
          <Button
            size="xs"
            look="ghost"
            busy={state === 'waiting' || (refresh.isPending && refresh.variables === id)}
            aria-label={t('outside.againOne', { name, column: nameOf(resourceId) })}
            onClick={() => refresh.mutate(id)}
          >
            {t('outside.again')}
          </Button>
          <Button
            size="xs"
            look="ghost"
            aria-label={t('outside.removeOne', { name, column: nameOf(resourceId) })}
            onClick={() => setAsked(calendars.find((calendar) => calendar.id === id) ?? null)}
          >
            {t('outside.remove')}
          </Button>
        </>
      ),
    },
  ];
  return (
    <section className="cal-part" aria-labelledby={headId}>
      <SectionHead
        id={headId}
        title={t('outside.title')}
        lead={t('outside.lead')}
        add={t('outside.add')}
        onAdd={onAdd}
      />
      {calendars.length === 0 && <EmptyState>{t('outside.none')}</EmptyState>}
      {calendars.length > 0 && (
        <Table caption={t('outside.title')} columns={columns} rows={calendars} rowKey={({ id }) => id} />
      )}
      {asked && (
        <SureDialog
          title={t('outside.sureTitle', { name: asked.name })}
          lead={t('outside.sure')}
          act={t('outside.remove')}
          busy={removal.isPending}
          onAct={() => removal.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
