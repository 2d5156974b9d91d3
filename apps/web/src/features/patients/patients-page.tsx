import { todayIn } from '@pupitre/shared/time/zone';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { usePatientSearch } from '../../lib/patient-search';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership, useSession } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFrame } from '../../ui/frame-context';
import { Icon } from '../../ui/icon';
import { PatientLine } from '../../ui/patient-line';
import { TextInput } from '../../ui/text-input';
import './patients.css';
import { RecentList } from './recent-list';

const HITS_SHOWN = 40;

interface PatientsPageProps {
  onOpen: (patientId: string) => void;
  onNewPatient: ((text: string) => void) | undefined;
}

/** Files: one field, its results, and what was opened since the page was. Nothing is read of a file before it is opened. */
export function PatientsPage({ onOpen, onNewPatient }: PatientsPageProps) {
  const { t } = useTranslation('patients');
  useScreenTitle(t('list.title'));
  const { practiceId, zone } = useMembership();
  const { account } = useSession();
  const setup = usePracticeSetup(practiceId, useMay()('agenda.read'));
  const isPhone = useMedia(PHONE);
  const { userMenu } = useFrame();
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const search = usePatientSearch(practiceId, text, HITS_SHOWN);
  const today = todayIn(zone, serverNow());
  const isNobody = search.isSettled && search.hits.length === 0;
  const typed = text.trim();

  const onFieldKey = (event: KeyboardEvent) => {
    const [first] = search.hits;
    if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
    else if (event.key === 'Enter' && first && search.isSettled) onOpen(first.id);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="bar">
        <h1>{t('list.title')}</h1>
        <span className="sp" />
        {onNewPatient && (
          <Button size="sm" look="primary" icon={IconUserPlus} onClick={() => onNewPatient(typed)}>
            {t('new.title')}
          </Button>
        )}
        {isPhone && userMenu}
      </div>
      <div className="scroll plain dl">
        <TextInput
          label={t('list.label')}
          help={t('list.help')}
          before={<Icon of={IconSearch} />}
          type="search"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onFieldKey}
        />
        <p className="sr" role="status">
          {search.isSettled && t('list.count', { count: search.hits.length })}
        </p>
        {search.error && <ErrorState error={search.error} kept={t('list.kept')} onRetry={search.retry} />}
        {search.hits.length > 0 && (
          <ul className="card dl-rows" ref={list} onKeyDown={moveFocus}>
            {search.hits.map((hit) => (
              <li key={hit.id}>
                <button type="button" className="pl" onClick={() => onOpen(hit.id)}>
                  <PatientLine hit={hit} text={text} today={today} setup={setup} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {isNobody && (
          <EmptyState
            act={
              onNewPatient && (
                <Button size="sm" icon={IconUserPlus} onClick={() => onNewPatient(typed)}>
                  {t('list.create', { text: typed })}
                </Button>
              )
            }
          >
            {t('list.nobody')}
          </EmptyState>
        )}
        {typed.length < 2 && <RecentList owner={`${account.id} ${practiceId}`} onOpen={onOpen} />}
      </div>
    </>
  );
}

/** Up and down go from row to row; Tab does too. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const next = step === 0 ? undefined : rows[rows.indexOf(document.activeElement as HTMLButtonElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
