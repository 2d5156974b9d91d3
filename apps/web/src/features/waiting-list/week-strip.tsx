import type { WaitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMay, useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { PossiblePlaces, placesFor } from './possible-places';
import { useWaitingWords } from './use-waiting-words';
import './waiting-list.css';
import { fitsQuery, waitingListQuery } from './waiting-list.queries';
import { useAskWaiting, type WaitingPlace } from './waiting-store';

const SHOWN_PLACES = 2;

export interface WeekStripProps {
  setup: PracticeSetup;
  fromDay: LocalDay;
  toDay: LocalDay;
  /** Columns on screen. */
  resourceIds: readonly string[];
  /** To the whole list. */
  onSeeAll: () => void;
}

/** Who waits for one of these columns, and the places of the week that suit each: the strip at the foot of Semaine. */
export function WeekStrip({ setup, fromDay, toDay, resourceIds, onSeeAll }: WeekStripProps) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const mayEdit = useMay()('waiting_list.edit');
  const ask = useAskWaiting();
  const list = useQuery(waitingListQuery(practiceId, {}));
  const question = { fromDay, toDay, resourceIds: [...resourceIds].sort() };
  const { data: fits } = useQuery({ ...fitsQuery(practiceId, question), enabled: resourceIds.length > 0 });
  const concerned = (list.data?.entries ?? []).filter((entry) => concerns(setup, entry, question));
  if (concerned.length === 0) return null;
  const placed = concerned.map((entry) => ({ entry, places: placesFor(fits, entry.id) }));
  // Those who have a place first, each group in the order to call.
  const rows = [
    ...placed.filter(({ places }) => places.length > 0),
    ...placed.filter(({ places }) => places.length === 0),
  ];
  const placedCount = placed.filter(({ places }) => places.length > 0).length;
  const call = (entryId: string, place: WaitingPlace) => ask({ kind: 'call', entryId, place });
  return (
    <section className="wl-week" aria-label={t('week.label')}>
      <header>
        <h2>{t('title')}</h2>
        <p className="muted">
          {t('week.people', { count: concerned.length })}
          {fits && (
            <>
              ,
              <br />
              {t('week.placed', { count: placedCount })}
            </>
          )}
        </p>
        <button type="button" className="link" onClick={onSeeAll}>
          {t('week.all')}
        </button>
      </header>
      <ul>
        {rows.map(({ entry, places }) => (
          <Person
            key={entry.id}
            {...{ setup, entry, places }}
            isRead={fits !== undefined}
            showColumn={resourceIds.length > 1}
            onOpen={() => ask({ kind: 'entry', entryId: entry.id })}
            onCall={mayEdit ? (place) => call(entry.id, place) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

interface PersonProps {
  setup: PracticeSetup;
  entry: WaitingEntry;
  places: readonly WaitingPlace[];
  /** Until the places are read, nobody is said to have none. */
  isRead: boolean;
  showColumn: boolean;
  onOpen: () => void;
  onCall: ((place: WaitingPlace) => void) | undefined;
}

function Person({ setup, entry, places, isRead, showColumn, onOpen, onCall }: PersonProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const { patient } = entry;
  const { name, minutes } = words.motif(entry);
  const [first] = places;
  const when = [words.days(entry), words.times(entry.times)].filter(Boolean).join(', ');
  return (
    <li className={entry.urgency === 'urgent' ? 'urgent' : undefined}>
      <p className="row">
        <button
          type="button"
          className="wl-name trunc"
          onClick={onOpen}
          aria-label={t('open', { name: formats.nameFull(patient) })}
        >
          <span className="nom">{patient.usedName || patient.birthName}</span> {patient.firstName}
        </button>
        <span className="sp" />
        <span className="muted">{words.since(entry)}</span>
      </p>
      <p className="trunc">
        {name}, {minutes} · {when}
      </p>
      <p className="row">
        {first ? (
          <>
            <PossiblePlaces {...{ setup, patient, showColumn, onCall }} places={places.slice(0, SHOWN_PLACES)} />
            <span className="sp" />
            {onCall && (
              <Button size="xs" icon={IconPhone} onClick={() => onCall(first)}>
                {t('call')}
              </Button>
            )}
          </>
        ) : (
          isRead && <span className="muted">{t(entry.currentElsewhere ? 'otherDesk' : 'noPlace')}</span>
        )}
      </p>
    </li>
  );
}

/** She may be seen in one of these columns, on one of these days. */
function concerns(
  { motifs }: PracticeSetup,
  entry: WaitingEntry,
  { fromDay, toDay, resourceIds }: { fromDay: LocalDay; toDay: LocalDay; resourceIds: readonly string[] },
): boolean {
  if (entry.fromDay > toDay || (entry.toDay !== null && entry.toDay < fromDay)) return false;
  const offered = motifs.find(({ id }) => id === entry.motifId)?.resourceIds ?? [];
  const suits = entry.resourceIds.length === 0 ? offered : entry.resourceIds;
  return suits.some((id) => resourceIds.includes(id));
}
