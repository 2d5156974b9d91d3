import { toLocal } from '@pupitre/shared/time/zone';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../lib/clock';
import { useFormats } from '../lib/formats';
import { useMembership } from '../lib/session';
import type { ServerDraft } from '../lib/use-server-draft';
import { Button } from './button';
import './conflict-view.css';
import { Icon } from './icon';

/** « Brouillon de 10 h 15 repris », and the way to be rid of it. */
export function DraftNotice({ draft }: { draft: ServerDraft }) {
  const { t } = useTranslation('frame');
  const formats = useFormats();
  const { zone } = useMembership();
  if (!draft.typedAt) return null;
  const at = new Date(draft.typedAt);
  const typed = toLocal(at, zone);
  const isToday = typed.day === toLocal(serverNow(), zone).day;
  const time = formats.timeOfMinutes(typed.minutes);
  const when = isToday ? t('draft.at', { time }) : t('draft.on', { day: formats.dateShort(typed.day), time });
  return (
    <div className="draft-note" role="status">
      <Icon of={IconHistory} />
      <span>{t(draft.isWaiting ? 'draft.waiting' : 'draft.takenUp', { when })}</span>
      <span className="sp" />
      {draft.isWaiting && (
        <Button size="xs" onClick={draft.take}>
          {t('draft.take')}
        </Button>
      )}
      <Button size="xs" look="ghost" onClick={draft.clear}>
        {t(draft.isWaiting ? 'draft.leave' : 'draft.clear')}
      </Button>
    </div>
  );
}
