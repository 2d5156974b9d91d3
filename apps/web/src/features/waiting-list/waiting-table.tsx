import type { WaitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { type Column, Table } from '../../ui/table';
import { UrgencyChip } from './entry-head';
import { PossiblePlaces } from './possible-places';
import { useWaitingWords } from './use-waiting-words';
import { useWaitingAsk, type WaitingPlace } from './waiting-store';

interface WaitingTableProps {
  setup: PracticeSetup;
  entries: readonly WaitingEntry[];
  isClosed: boolean;
  /** Absent until the places are read. */
  placesOf: ((entry: WaitingEntry) => readonly WaitingPlace[]) | undefined;
  onOpen: (entryId: string) => void;
  /** Absent: one may only look. */
  onCall: ((entryId: string, place: WaitingPlace) => void) | undefined;
}

/** One line a person. ↑ ↓ walk from name to name, Home and End go to the ends, ↵ opens, → goes to the first place. */
export function WaitingTable({ setup, entries, isClosed, placesOf, onOpen, onCall }: WaitingTableProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const { ask } = useWaitingAsk();
  const box = useRef<HTMLDivElement>(null);
  const chosen = ask && ask.kind !== 'new' ? ask.entryId : null;
  const columns: Column<WaitingEntry>[] = [
    {
      id: 'patient',
      head: t('column.patient'),
      cell: ({ id, patient, urgency }) => (
        <span className="wl-cell">
          <button type="button" className="link wl-row" onClick={() => onOpen(id)}>
            <span className="nom">{patient.usedName || patient.birthName}</span> {patient.firstName}
          </button>
          <UrgencyChip urgency={urgency} />
        </span>
      ),
    },
    {
      id: 'what',
      head: t('column.what'),
      cell: (entry) => {
        const { name, minutes } = words.motif(entry);
        return (
          <>
            {name}, <span className="muted">{minutes}</span>
          </>
        );
      },
    },
    isClosed
      ? {
          id: 'end',
          head: t('column.end'),
          cell: ({ state, closedAt }) => {
            if (state === 'waiting' || !closedAt) return null;
            const { day } = toLocal(new Date(closedAt), setup.practice.zone);
            return t(`ended.${state}`, { day: formats.dateGrid(day) });
          },
        }
      : {
          id: 'place',
          head: t('column.place'),
          cell: (entry) => (
            <Places
              {...{ setup, entry }}
              places={placesOf?.(entry)}
              onCall={onCall && ((place) => onCall(entry.id, place))}
            />
          ),
        },
    { id: 'since', head: t('column.since'), cell: (entry) => words.since(entry) },
    {
      id: 'when',
      head: t('column.when'),
      cell: (entry) => (
        <span className="wl-when">
          {[words.isOver(entry) ? t('window.over') : words.days(entry), words.times(entry.times)]
            .filter(Boolean)
            .join(', ')}
        </span>
      ),
    },
    { id: 'with', head: t('column.with'), cell: (entry) => words.columns(entry) },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const names = [...(box.current?.querySelectorAll<HTMLElement>('.wl-row') ?? [])];
    const row = (event.target as HTMLElement).closest('tr');
    const at = names.findIndex((name) => row?.contains(name));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
    const target =
      to === undefined || at < 0 ? besideOf(event.key, row) : names[Math.max(0, Math.min(names.length - 1, to))];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows of its buttons, heard once for all of them
    <div className="wl-table" ref={box} onKeyDown={onKeyDown}>
      <Table
        caption={t('title')}
        columns={columns}
        rows={entries}
        rowKey={({ id }) => id}
        isChosen={({ id }) => id === chosen}
      />
    </div>
  );
}

function besideOf(key: string, row: HTMLElement | null): HTMLElement | null | undefined {
  if (key === 'ArrowRight') return row?.querySelector<HTMLElement>('button.wl-place');
  if (key === 'ArrowLeft') return row?.querySelector<HTMLElement>('.wl-row');
  return null;
}

interface PlacesProps {
  setup: PracticeSetup;
  entry: WaitingEntry;
  places: readonly WaitingPlace[] | undefined;
  onCall: ((place: WaitingPlace) => void) | undefined;
}

function Places({ setup, entry, places, onCall }: PlacesProps) {
  const { t } = useTranslation('waiting-list');
  if (entry.currentElsewhere) return <span className="muted">{t('otherDesk')}</span>;
  if (!places) return null;
  if (places.length === 0) return <span className="muted">{t('noPlace')}</span>;
  return (
    <PossiblePlaces
      {...{ setup, onCall }}
      patient={entry.patient}
      places={places.slice(0, 1)}
      showColumn={entry.resourceIds.length !== 1}
    />
  );
}
