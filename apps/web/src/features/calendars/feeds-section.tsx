import { type FeedView, revokeFeed } from '@pupitre/shared/calendars/calendar.contract';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { type Column, Table } from '../../ui/table';
import { SectionHead } from './section-head';
import { SureDialog } from './sure-dialog';
import { useCalendarAct } from './use-calendar-act';
import { useColumns } from './use-columns';
import { useMoments } from './use-moments';

interface FeedsSectionProps {
  feeds: readonly FeedView[];
  onAdd: (() => void) | undefined;
}

/** Addresses that are open, when each was read, and the button that closes it for good. */
export function FeedsSection({ feeds, onAdd }: FeedsSectionProps) {
  const { t } = useTranslation('calendars');
  const headId = useId();
  const { practiceId } = useMembership();
  const { zone, nameOf } = useColumns();
  const moments = useMoments(zone);
  const [asked, setAsked] = useState<FeedView | null>(null);
  const revocation = useCalendarAct({
    practiceId,
    act: ({ id: feedId }: FeedView) => callApi(revokeFeed, { params: { practiceId, feedId } }),
    onDone: (_, { label }) => {
      setAsked(null);
      showToast({ text: t('feeds.revoked', { label }) });
    },
  });
  const columns: Column<FeedView>[] = [
    { id: 'column', head: t('column'), cell: ({ resourceId }) => <b>{nameOf(resourceId)}</b> },
    { id: 'label', head: t('feeds.label'), cell: ({ label }) => label },
    {
      id: 'made',
      head: t('feeds.made'),
      cell: ({ createdAt, createdBy }) => (
        <span className="muted">{t('feeds.madeBy', { day: moments.day(createdAt), name: createdBy })}</span>
      ),
    },
    {
      id: 'read',
      head: t('feeds.lastRead'),
      cell: ({ lastReadAt }) => (lastReadAt ? moments.ago(lastReadAt) : <i>{t('feeds.never')}</i>),
    },
    {
      id: 'act',
      head: <span className="sr">{t('act')}</span>,
      numeric: true,
      cell: (feed) => (
        <Button
          size="xs"
          look="ghost"
          aria-label={t('feeds.revokeOne', { label: feed.label, column: nameOf(feed.resourceId) })}
          onClick={() => setAsked(feed)}
        >
          {t('feeds.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <section className="cal-part" aria-labelledby={headId}>
      <SectionHead id={headId} title={t('feeds.title')} lead={t('feeds.lead')} add={t('feeds.add')} onAdd={onAdd} />
      {feeds.length === 0 && <EmptyState>{t('feeds.none')}</EmptyState>}
      {feeds.length > 0 && <Table caption={t('feeds.title')} columns={columns} rows={feeds} rowKey={({ id }) => id} />}
      {asked && (
        <SureDialog
          title={t('feeds.sureTitle', { label: asked.label })}
          lead={t('feeds.sure')}
          act={t('feeds.revoke')}
          busy={revocation.isPending}
          onAct={() => revocation.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
