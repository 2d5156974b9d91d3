import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import '../../ui/open-lists.css';
import { warningsQuery } from './lateness.queries';

interface LateNoticesProps {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly today: LocalDay;
  readonly href: string;
  readonly onOpen: () => void;
}

/** A discreet line while somebody is still to be told that a practitioner is late. */
export function LateNotices({ practiceId, setup, today, href, onOpen }: LateNoticesProps) {
  const { t } = useTranslation('lateness');
  const formats = useFormats();
  const { data } = useQuery(warningsQuery(practiceId, today));
  const open = (data?.columns ?? [])
    .map((column) => ({ ...column, left: column.lines.filter(({ state }) => state !== 'told').length }))
    .filter(({ left }) => left > 0);
  if (open.length === 0) return null;
  return (
    <nav className="open-lists" aria-label={t('open.label')}>
      <Icon of={IconClockExclamation} />
      <ul>
        {open.map(({ resourceId, minutes, left }) => (
          <li key={resourceId}>
            <b>{t('column', { name: columnName(setup, resourceId), span: formats.minutesSpan(minutes) })}</b>
            <a
              className="link"
              href={href}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen();
              }}
            >
              {t('open.left', { count: left })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
