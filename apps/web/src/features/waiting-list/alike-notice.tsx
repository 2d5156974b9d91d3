import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { daysBetween, todayIn } from '@pupitre/shared/time/zone';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useMembership } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { waitingListQuery } from './waiting-list.queries';
import type { TypedWish } from './wish-draft';

interface AlikeNoticeProps {
  setup: PracticeSetup;
  entryId: string | undefined;
  typed: TypedWish;
  onOpen: (entryId: string) => void;
}

/** She waits for the same motif already: told before she is put on the list twice, never refused. */
export function AlikeNotice({ setup, entryId, typed, onOpen }: AlikeNoticeProps) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const { data } = useQuery(waitingListQuery(practiceId, {}));
  const alike = data?.entries.find(
    ({ id, patient, motifId }) => id !== entryId && patient.id === typed.patient?.id && motifId === typed.motifId,
  );
  if (!alike) return null;
  const { zone } = setup.practice;
  const count = daysBetween(todayIn(zone, new Date(alike.since)), todayIn(zone, serverNow()));
  return (
    <div className="sect">
      <p className="call" role="status">
        <Icon of={IconAlertTriangle} />
        <span>
          {count <= 0 ? t('form.alikeToday') : t('form.alike', { count })}{' '}
          <button type="button" className="link" onClick={() => onOpen(alike.id)}>
            {t('form.alikeOpen')}
          </button>
        </span>
      </p>
    </div>
  );
}
