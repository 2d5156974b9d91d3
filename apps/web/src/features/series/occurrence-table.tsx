import type { SeriesChoice } from '@pupitre/shared/planning/series';
import type { PlannedVisitView } from '@pupitre/shared/planning/series.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import type { OpenEditor } from './occurrence-editor';
import { OccurrenceRow } from './occurrence-row';

export interface OccurrenceTableHandle {
  /** Puts the focus on the first visit that waits for a decision, else on the first one; false when there is none. */
  focusEntry: () => boolean;
}

export interface OccurrenceTableProps {
  readonly setup: PracticeSetup;
  readonly visits: readonly PlannedVisitView[];
  /** Of a visit already booked, its number in the series; else its place in the list. */
  readonly numberOf?: (key: string) => number | undefined;
  /** What is no longer as it was first shown. */
  readonly changed: readonly string[];
  /** False while the agenda is being asked: these are the lines of the question before. */
  readonly isFresh: boolean;
  /** New visits, or visits that move: what is skipped is left out, or left where it is. */
  readonly kind: 'book' | 'move';
  readonly choose: (key: string, choice: SeriesChoice) => void;
  /** Enter, once nothing waits for a decision. */
  readonly onReady: () => void;
  readonly ref?: Ref<OccurrenceTableHandle>;
}

const digits = ['1', '2', '3'] as const;

/** One line a visit: what it meets, the other places, and what was decided. Arrows go along it, a letter decides. */
export function OccurrenceTable(props: OccurrenceTableProps) {
  const { setup, visits, changed, isFresh, kind, choose, onReady, ref } = props;
  const { t } = useTranslation('series');
  const body = useRef<HTMLTableSectionElement>(null);
  const [activeKey, setActive] = useState<string | null>(null);
  const [editor, setEditor] = useState<{ key: string; open: OpenEditor } | null>(null);
  const active = visits.find(({ key }) => key === activeKey) ?? visits.find(({ isDecided }) => !isDecided) ?? visits[0];

  const focusRow = (visit: PlannedVisitView | undefined) => {
    if (!visit) return false;
    setActive(visit.key);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-key="${visit.key}"]`)?.focus());
    return true;
  };
  const entry = () => visits.find(({ isDecided }) => !isDecided) ?? visits[0];
  /** Asked for before the answer was there: the focus waits for the lines it is meant for. */
  const waits = useRef(false);
  const holdsFocus = useRef(false);
  useEffect(() => {
    if (isFresh && waits.current) {
      waits.current = false;
      focusRow(entry());
    } else if (holdsFocus.current && document.activeElement === document.body) {
      // The line that had the focus is no longer one of the series.
      body.current?.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
    }
  });
  useImperativeHandle(ref, () => ({
    focusEntry: () => {
      waits.current = !isFresh;
      return focusRow(entry());
    },
  }));

  const decide = (visit: PlannedVisitView | undefined, choice: SeriesChoice) => {
    if (!visit) return;
    setEditor(null);
    choose(visit.key, choice);
    focusRow(visit);
  };
  const enter = () => {
    const at = visits.findIndex(({ key }) => key === active?.key);
    const next = [...visits.slice(at + 1), ...visits.slice(0, at + 1)].find(({ isDecided }) => !isDecided);
    if (next) focusRow(next);
    else onReady();
  };
  const open = (visit: PlannedVisitView | undefined, which: OpenEditor) => {
    if (!visit || (which === 'override' && (visit.state === 'ok' || !visit.mayOverride))) return;
    setActive(visit.key);
    setEditor({ key: visit.key, open: which });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.key === undefined) return;
    const at = visits.findIndex(({ key }) => key === active?.key);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: visits.length - 1 }[event.key];
    if (event.key === 'Enter' && !event.ctrlKey) enter();
    else if (to === undefined || !focusRow(visits[to])) return;
    event.preventDefault();
  };
  const group = { scope: 'focus' as const, within: body, groupKey: 'series:keys.title' };
  useShortcut({
    ...group,
    id: 'series.skip',
    keys: 'S',
    labelKey: `series:keys.${kind === 'book' ? 'skip' : 'stay'}`,
    run: () => decide(active, { kind: 'skip' }),
  });
  useShortcut({
    ...group,
    id: 'series.move',
    keys: 'D',
    labelKey: 'series:keys.move',
    run: () => open(active, 'place'),
  });
  useShortcut({
    ...group,
    id: 'series.override',
    keys: 'R',
    labelKey: 'series:keys.override',
    run: () => open(active, 'override'),
  });
  useShortcut({
    ...{ ...group, id: 'series.extend', keys: 'P', labelKey: 'series:keys.extend', enabled: kind === 'book' },
    run: () => decide(active, { kind: 'extend' }),
  });
  useShortcut({
    ...group,
    id: 'series.keep',
    keys: 'Backspace',
    labelKey: 'series:keys.keep',
    run: () => decide(active, { kind: 'keep' }),
  });

  return (
    <table className="sr-table">
      <caption className="sr">{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t('table.number')}
          </th>
          <th scope="col">{t('table.day')}</th>
          <th scope="col">{t('table.time')}</th>
          <th scope="col">{t('table.state')}</th>
          <th scope="col">{t('table.others')}</th>
          <th scope="col">
            <span className="sr">{t('table.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody
        ref={body}
        onKeyDown={onKeyDown}
        onFocus={() => {
          holdsFocus.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget && !body.current?.contains(relatedTarget)) holdsFocus.current = false;
        }}
      >
        {visits.map((visit, at) => (
          <OccurrenceRow
            key={visit.key}
            {...{ setup, visit, kind }}
            number={props.numberOf?.(visit.key) ?? at + 1}
            isActive={visit.key === active?.key}
            isChanged={changed.includes(visit.key)}
            editor={editor?.key === visit.key ? editor.open : null}
            onFocus={() => setActive(visit.key)}
            onDecide={(choice) => decide(visit, choice)}
            onOpen={(which) => open(visit, which)}
            onLeave={() => {
              setEditor(null);
              focusRow(visit);
            }}
          />
        ))}
      </tbody>
      {digits.map((digit) => (
        <AlternativeKey
          key={digit}
          digit={digit}
          within={body}
          onPress={() => {
            const place = active?.alternatives[Number(digit) - 1];
            if (place) decide(active, { kind: 'move', ...place });
          }}
        />
      ))}
    </table>
  );
}

interface AlternativeKeyProps {
  readonly digit: (typeof digits)[number];
  readonly within: Parameters<typeof useShortcut>[0]['within'];
  readonly onPress: () => void;
}

function AlternativeKey({ digit, within, onPress }: AlternativeKeyProps) {
  useShortcut({
    ...{ id: `series.place${digit}`, keys: digit, scope: 'focus', within },
    ...{ labelKey: `series:keys.place${digit}`, groupKey: 'series:keys.title' },
    run: onPress,
  });
  return null;
}
