import {
  type ColumnWarnings,
  type LatenessWarning,
  readLatenessCallList,
} from '@pupitre/shared/planning/lateness.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconCheck, IconPhone, IconPrinter } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useMay } from '../../lib/session';
import { useCallList } from '../../lib/use-call-list';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { PatientName } from '../../ui/patient-line';
import { PrintedWarnings } from './printed-warnings';
import type { useWarningActs } from './use-warning-acts';
import { WarningPhone } from './warning-phone';

interface ColumnListProps {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly today: string;
  readonly column: ColumnWarnings;
  readonly acts: ReturnType<typeof useWarningActs>;
  /** Ctrl+P prints the first column's list. */
  readonly isFirst: boolean;
  readonly takesFocus: boolean;
}

/** One late column: who knows, who is still to be told, and the hour to tell. */
export function ColumnList({ practiceId, setup, today, column, acts, isFirst, takesFocus }: ColumnListProps) {
  const { t } = useTranslation('lateness');
  const formats = useFormats();
  const may = useMay();
  const { resourceId, minutes, lines } = column;
  const name = columnName(setup, resourceId);
  const title = t('column', { name, span: formats.minutesSpan(minutes) });
  const left = lines.filter(({ state }) => state !== 'told');
  const list = useCallList(() => callApi(readLatenessCallList, { params: { practiceId, resourceId, day: today } }));
  const canPrint = may('patient.reveal_phone') && left.length > 0;
  useShortcut({
    id: 'lateness.print',
    keys: 'Ctrl+P',
    scope: 'global',
    enabled: canPrint && isFirst,
    labelKey: 'lateness:act.print',
    groupKey: 'lateness:title',
    run: list.print,
  });
  const box = useRef<HTMLTableElement>(null);
  useFirstRow(box, takesFocus);
  return (
    <section className="late-column" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="hint">
          {t('left', { count: left.length })} · {t('told', { count: lines.length - left.length })}
        </span>
        <span className="sp" />
        {canPrint && (
          <Button
            size="sm"
            icon={IconPrinter}
            {...(isFirst ? { keys: 'Ctrl+P' } : {})}
            busy={list.isPending}
            onClick={list.print}
          >
            {t('act.print')}
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take the focus and act by key, as in a grid */}
      <table className="late-table" role="grid" aria-label={t('table.caption', { name })} ref={box}>
        <thead>
          <tr>
            {(['time', 'expected', 'patient', 'phone', 'state', 'act'] as const).map((head) => (
              <th key={head} scope="col">
                {head === 'act' ? <span className="sr">{t('table.act')}</span> : t(`table.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <WarningRow
              key={line.appointmentId}
              line={line}
              zone={setup.practice.zone}
              isStop={index === 0}
              onTell={() => acts.tell(line, minutes)}
              onTakeBack={() => acts.takeBack(line)}
            />
          ))}
        </tbody>
      </table>
      {list.phones && <PrintedWarnings {...{ setup, today, column, title }} phones={list.phones} />}
    </section>
  );
}

interface WarningRowProps {
  readonly line: LatenessWarning;
  readonly zone: string;
  readonly isStop: boolean;
  readonly onTell: () => void;
  readonly onTakeBack: () => void;
}

function WarningRow({ line, zone, isStop, onTell, onTakeBack }: WarningRowProps) {
  const { t } = useTranslation('lateness');
  const formats = useFormats();
  const row = useRef<HTMLTableRowElement>(null);
  const { patient, startMin, expectedAt, state, told } = line;
  const isTold = state === 'told';
  const clock = (instant: string) => formats.timeOfInstant(new Date(instant), zone);
  const step = (by: 'nextElementSibling' | 'previousElementSibling') => () => {
    const target = row.current?.[by];
    if (target instanceof HTMLElement) target.focus();
  };
  useRowKey(row, 'ArrowDown', 'down', step('nextElementSibling'));
  useRowKey(row, 'ArrowUp', 'up', step('previousElementSibling'));
  useRowKey(row, 'P', 'told', () => {
    if (isTold) return;
    onTell();
    step('nextElementSibling')();
  });
  return (
    <tr ref={row} tabIndex={isStop ? 0 : -1} data-line={line.appointmentId}>
      <td className="tn">{formats.timeOfMinutes(startMin)}</td>
      <td className="tn">
        <b>{clock(expectedAt)}</b>
      </td>
      <td>
        <PatientName patient={patient} />
      </td>
      <td>
        <WarningPhone patient={patient} masked={line.phoneMasked} />
      </td>
      <td>
        <Chip tone={isTold ? 'ok' : 'warn'} icon={isTold ? IconCheck : IconPhone}>
          {t(`state.${state}`)}
        </Chip>{' '}
        {told && (
          <span className="hint">
            {isTold
              ? t('toldAt', { time: clock(told.at), name: firstName(told.by) })
              : t('toldThen', {
                  span: formats.minutesSpan(told.minutes),
                  time: clock(told.at),
                  name: firstName(told.by),
                })}
          </span>
        )}
      </td>
      <td className="num">
        {isTold ? (
          <Button size="xs" look="ghost" onClick={onTakeBack}>
            {t('act.takeBack')}
          </Button>
        ) : (
          <Button size="xs" keys="P" onClick={onTell}>
            {t('act.told')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** As colleagues call each other. */
const firstName = (displayName: string) => displayName.split(' ')[0] ?? displayName;

function useRowKey(within: RefObject<Element | null>, keys: string, name: 'up' | 'down' | 'told', run: () => void) {
  useShortcut({
    id: `lateness.${name}`,
    keys,
    scope: 'focus',
    within,
    labelKey: `lateness:keys.${name}`,
    groupKey: 'lateness:title',
    run,
  });
}

/** The first row is in hand as soon as the list is drawn. */
function useFirstRow(box: RefObject<HTMLTableElement | null>, takesFocus: boolean): void {
  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>('tbody tr')?.focus();
  }, [box, takesFocus]);
}
