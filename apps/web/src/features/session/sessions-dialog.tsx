import {
  listSessions,
  type OwnSession,
  revokeOtherSessions,
  revokeSession,
} from '@pupitre/shared/session/own-sessions.contract';
import { IconDeviceDesktop, IconDeviceMobile, IconLogout } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { Shape, Skeleton } from '../../ui/skeleton';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'] as const,
  queryFn: ({ signal }) => callApi(listSessions, {}, signal),
  staleTime: 0,
  gcTime: 0,
});

/** Where the person is signed in, and how she signs out of a computer she has left. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['own-sessions', 'frame']);
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const readAgain = () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const one = useMutation({
    mutationFn: ({ id }: OwnSession) => callApi(revokeSession, { params: { sessionId: id } }),
    onSuccess: () => showToast({ text: t('ended', { count: 1, n: '1' }) }),
    onSettled: readAgain,
  });
  const others = useMutation({
    mutationFn: () => callApi(revokeOtherSessions, {}),
    onSuccess: ({ ended }) => showToast({ text: t('ended', { count: ended, n: String(ended) }) }),
    onSettled: readAgain,
  });
  const sessions = data?.sessions ?? [];
  const fault = error ?? one.error ?? others.error;
  const foot = sessions.length > 1 && (
    <Button look="danger" icon={IconLogout} busy={others.isPending} onClick={() => others.mutate()}>
      {t('endOthers')}
    </Button>
  );
  return (
    <Dialog title={t('title')} onClose={onClose} foot={foot}>
      <p className="hint">{t('lead')}</p>
      {fault && <ErrorState error={fault} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('frame:loading')}>
          <Shape height={120} />
        </Skeleton>
      )}
      <ul className="own-sessions">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={one.isPending && one.variables.id === session.id}
            onEnd={() => one.mutate(session)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface SessionRowProps {
  session: OwnSession;
  isEnding: boolean;
  onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const { t } = useTranslation('own-sessions');
  const formats = useFormats();
  const { browser, system, since, lastSeen, state, thisOne } = session;
  const minutesTo = (instant: string) => Math.round((Date.parse(instant) - serverNow().getTime()) / 60_000);
  const where = t('where', {
    browser: browser ? t(`browser.${browser}`) : t('browser.unknown'),
    system: system ? t(`system.${system}`) : t('system.unknown'),
  });
  const isHandheld = system === 'ios' || system === 'android';
  return (
    <li>
      <Icon of={isHandheld ? IconDeviceMobile : IconDeviceDesktop} size={20} />
      <div>
        <b>{where}</b>
        <p>
          {t('since', { since: formats.relativeDuration(minutesTo(since)) })} ·{' '}
          {t('seen', { seen: formats.relativeDuration(minutesTo(lastSeen)) })}
        </p>
      </div>
      <span className="sp" />
      {state === 'locked' && <Chip tone="warn">{t('locked')}</Chip>}
      {thisOne ? (
        <Chip tone="brand">{t('thisOne')}</Chip>
      ) : (
        <Button size="sm" busy={isEnding} aria-label={t('endOne', { where })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
