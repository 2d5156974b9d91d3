import type { WaitingEntry, WaitingFit, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { announce } from '../../lib/announce';
import { spokenColumn } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useMay } from '../../lib/session';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { useHoles } from './use-holes';
import { useWaitingWords } from './use-waiting-words';
import './waiting-list.css';
import { useAskWaiting, useWaitingAsk } from './waiting-store';

const NAMED = 3;

export interface HoleStripProps {
  setup: PracticeSetup;
  fromDay: LocalDay;
  toDay: LocalDay;
  /** Columns on screen. */
  resourceIds: readonly string[];
  /** Esc gives the focus back to the grid. */
  onLeave?: () => void;
}

/**
 * « 10 h 15 libre chez Dr Martin : 3 personnes conviennent. » Under the grid, never over it. Alt+A goes to the first of
 * them, ← → walk, ↵ calls, Esc hides it until something changes.
 */
export function HoleStrip({ setup, fromDay, toDay, resourceIds, onLeave }: HoleStripProps) {
  const { t } = useTranslation('waiting-list');
  const may = useMay();
  const { ask } = useWaitingAsk();
  const { holes, entries, hasFresh, dismiss } = useHoles(fromDay, toDay, resourceIds);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLElement>(null);
  const rank = Math.min(at, Math.max(0, holes.length - 1));
  const hole = holes[rank];
  useSaidAloud(setup, hasFresh ? holes[0] : undefined);
  // A hole that has just opened is shown, whichever one was looked at.
  const front = hasFresh ? holes[0]?.endMin : undefined;
  const [lastFront, setLastFront] = useState(front);
  if (front !== lastFront) {
    setLastFront(front);
    setAt(0);
  }
  const people = () => [...(box.current?.querySelectorAll<HTMLElement>('.wl-who') ?? [])];
  useShortcut({
    ...{ id: 'waiting.strip', keys: 'Alt+A', scope: 'global', enabled: hole !== undefined },
    ...{ labelKey: 'waiting-list:keys.strip', groupKey: 'waiting-list:keys.title' },
    run: () => people()[0]?.focus(),
  });
  if (!hole || !may('waiting_list.edit')) return null;
  const walk = (step: number) => setAt((rank + step + holes.length) % holes.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const shown = people();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const stepOfHole = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = shown.indexOf(event.target as HTMLElement);
    if (step && from >= 0) shown[Math.max(0, Math.min(shown.length - 1, from + step))]?.focus();
    else if (stepOfHole) walk(stepOfHole);
    // A panel that is open closes first.
    else if (event.key === 'Escape' && !ask) {
      dismiss(holes);
      onLeave?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="wl-strip" ref={box} aria-label={t('strip.label')} onKeyDown={onKeyDown}>
      <Icon of={IconCalendarPlus} />
      <Title setup={setup} hole={hole} isOneDay={fromDay === toDay} />
      <People setup={setup} hole={hole} entries={entries} />
      <span className="sp" />
      {holes.length > 1 && (
        <span className="row wl-turn">
          <IconButton
            icon={IconChevronLeft}
            label={t('strip.previous')}
            look="ghost"
            size="xs"
            onClick={() => walk(-1)}
          />
          <span className="tn">{t('strip.rank', { rank: rank + 1, total: holes.length })}</span>
          <IconButton icon={IconChevronRight} label={t('strip.next')} look="ghost" size="xs" onClick={() => walk(1)} />
        </span>
      )}
      <Kbd keys="Alt+A" />
      <IconButton icon={IconX} label={t('strip.dismiss')} look="ghost" size="xs" onClick={() => dismiss(holes)} />
    </section>
  );
}

/** « mar. 3 mars 10 h 15 libre chez Dr Martin, 20 min ». */
function Title({ setup, hole, isOneDay }: { setup: PracticeSetup; hole: WaitingHole; isOneDay: boolean }) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const time = formats.timeOfMinutes(hole.startMin);
  return (
    <span className="wl-free">
      <b>{isOneDay ? t('strip.free', { time }) : t('strip.freeDay', { day: formats.dateGrid(hole.day), time })}</b>{' '}
      <ColumnAt setup={setup} resourceId={hole.resourceId} />
      <span className="muted">, {formats.minutesSpan(hole.endMin - hole.startMin)}</span>
    </span>
  );
}

function ColumnAt({ setup, resourceId }: { setup: PracticeSetup; resourceId: string }) {
  const { t } = useTranslation('waiting-list');
  const resource = setup.resources.find(({ id }) => id === resourceId);
  if (!resource) return null;
  const { kind, name } = spokenColumn(setup, resource);
  return <>{kind === 'room' ? t('strip.atRoom', { name }) : t('strip.at', { name })}</>;
}

interface PeopleProps {
  setup: PracticeSetup;
  hole: WaitingHole;
  entries: ReadonlyMap<string, WaitingEntry>;
}

/** The first of those whom it suits, in the order to call; the others are behind the first call. */
function People({ setup, hole, entries }: PeopleProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const ask = useAskWaiting();
  const { resourceId, day, startMin, endMin, fits, total } = hole;
  const call = (fit: WaitingFit) => {
    const place = { resourceId, day, startMin: fit.startMin, endMin: fit.endMin, hole: { startMin, endMin } };
    ask({ kind: 'call', entryId: fit.entryId, place });
  };
  const shown = fits.slice(0, NAMED);
  return (
    <span className="wl-people">
      <span className="wl-suits">{t('strip.suits', { count: total })}</span>
      {shown.map((fit, index) => {
        const entry = entries.get(fit.entryId);
        if (!entry) return null;
        const { urgency, patient } = entry;
        const facts = [urgency === 'normal' ? null : t(urgency), words.waited(entry)].filter(Boolean).join(', ');
        const place = formats.timeOfMinutes(fit.startMin);
        return (
          <button
            key={fit.entryId}
            type="button"
            className={urgency === 'urgent' ? 'wl-who urgent' : 'wl-who'}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={`${t('callFor', { name: formats.nameFull(patient), place })} (${facts})`}
            onClick={() => call(fit)}
          >
            <span className="nom">{patient.usedName || patient.birthName}</span> {patient.firstName}{' '}
            <span className="wl-facts">({facts})</span>
          </button>
        );
      })}
      {total > shown.length && <span className="muted">{t('strip.others', { count: total - shown.length })}</span>}
    </span>
  );
}

/** What has just opened is said once, without moving the focus. */
function useSaidAloud(setup: PracticeSetup, hole: WaitingHole | undefined): void {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const resource = hole && setup.resources.find(({ id }) => id === hole.resourceId);
  const sentence =
    hole && resource
      ? t('strip.announce', {
          count: hole.total,
          time: formats.timeOfMinutes(hole.startMin),
          column: spokenColumn(setup, resource).name,
        })
      : '';
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
}
