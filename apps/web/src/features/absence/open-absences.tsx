import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { plansQuery } from './absence.queries';
import { useAbsenceWords } from './absence-words';
import '../../ui/open-lists.css';

interface OpenAbsencesProps {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly hrefOf: (absenceId: string) => string;
  readonly onOpen: (absenceId: string) => void;
}

/** A discreet line while patients of an absence are still to be called; nothing once all have their answer. */
export function OpenAbsences({ practiceId, setup, hrefOf, onOpen }: OpenAbsencesProps) {
  const { t } = useTranslation('absence-plan');
  const words = useAbsenceWords(setup);
  const { data } = useQuery(plansQuery(practiceId));
  const open = data?.plans.filter(({ done, total }) => done < total) ?? [];
  if (open.length === 0) return null;
  return (
    <nav className="open-lists" aria-label={t('open.label')}>
      <Icon of={IconCalendarOff} />
      <ul>
        {open.map(({ absence, done, total }) => (
          <li key={absence.id}>
            <b>{words.title(absence.resourceId)}</b>
            <span>{words.span(absence)}</span>
            <a
              className="link"
              href={hrefOf(absence.id)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(absence.id);
              }}
            >
              {t('open.left', { count: total - done, done, total })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
