import './day-list.css';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from '../ui/icon';
import type {
  ClosedBlock,
  FreeBlock,
  HoldBlock,
  PlannerCallbacks,
  PlannerCard,
  PlannerColumn,
  PlannerSelection,
} from './types';

export interface DayListLabels {
  time(minute: number): string;
  /** « 10 h 40 – 11 h » */
  span(startMin: number, endMin: number): string;
  readonly status: Readonly<Record<'free' | 'closed' | 'held', string>>;
  readonly columns: Readonly<Record<'time' | 'patient' | 'reason' | 'status' | 'detail', string>>;
  /** Said in place of the rows of a column that has none. */
  readonly nothing: string;
}

type Callbacks = Pick<PlannerCallbacks, 'onSelectCard' | 'onOpenCard' | 'onCreate' | 'onCardKey' | 'onCellKey'>;

export interface DayListProps extends Callbacks {
  readonly columns: readonly PlannerColumn[];
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
  readonly holds?: readonly HoldBlock[];
  readonly selection: PlannerSelection;
  readonly labels: DayListLabels;
}

interface Row {
  readonly key: string;
  readonly startMin: number;
  readonly row: ReactNode;
}

/** The same day as real tables, one per column, in the order of the clock: what a screen reader opens first. */
export function DayList(props: DayListProps) {
  const { columns, labels } = props;
  return (
    <div className="day-list">
      {columns.map((column) => {
        const rows = rowsOf(column.id, props);
        const headings = labels.columns;
        return (
          <section key={column.id} className="day-list-column" aria-labelledby={`day-list-${column.id}`}>
            <h2 id={`day-list-${column.id}`}>
              {column.title} <span>{column.subtitle}</span>
              {column.badge && <em>{column.badge}</em>}
            </h2>
            {rows.length === 0 ? (
              <p>{labels.nothing}</p>
            ) : (
              <table aria-labelledby={`day-list-${column.id}`}>
                <thead>
                  <tr>
                    <th scope="col">{headings.time}</th>
                    <th scope="col">{headings.status}</th>
                    <th scope="col">{headings.patient}</th>
                    <th scope="col">{headings.reason}</th>
                    <th scope="col">{headings.detail}</th>
                  </tr>
                </thead>
                <tbody>{rows.map(({ row }) => row)}</tbody>
              </table>
            )}
          </section>
        );
      })}
    </div>
  );
}

function rowsOf(columnId: string, props: DayListProps): Row[] {
  const { cards, free, closed } = props;
  const mine = <T extends { columnId: string }>(items: readonly T[]) =>
    items.filter((item) => item.columnId === columnId);
  const rows: Row[] = [
    ...mine(cards).map((card) => ({
      key: card.id,
      startMin: card.startMin,
      row: <VisitRow key={card.id} card={card} {...props} />,
    })),
    ...mine(free).map((slot) => {
      const key = `free ${slot.startMin}`;
      return { key, startMin: slot.startMin, row: <FreeRow key={key} slot={slot} {...props} /> };
    }),
    ...mine(props.holds ?? []).map((hold) => {
      const block = { ...hold, label: hold.ariaLabel };
      return {
        key: hold.id,
        startMin: hold.startMin,
        row: <ClosedRow key={hold.id} block={block} labels={props.labels} kind="held" />,
      };
    }),
    ...mine(closed).map((block) => {
      const key = `closed ${block.startMin}`;
      return {
        key,
        startMin: block.startMin,
        row: <ClosedRow key={key} block={block} labels={props.labels} kind="closed" />,
      };
    }),
  ];
  return rows.sort((a, b) => a.startMin - b.startMin);
}

function VisitRow({
  card,
  labels,
  selection,
  onSelectCard,
  onOpenCard,
  onCardKey,
}: DayListProps & { card: PlannerCard }) {
  const chosen = selection !== null && 'cardId' in selection && selection.cardId === card.id;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpenCard(card.id);
    } else onCardKey?.(card.id, event);
  };
  return (
    <tr data-card={card.id} aria-current={chosen || undefined} className={card.ghost ? 'is-ghost' : undefined}>
      <th scope="row">{labels.span(card.startMin, card.endMin)}</th>
      <td>
        <span className={`day-list-status is-${card.status}`}>
          <Icon of={card.icon} size={12} /> {card.statusWord}
        </span>
      </td>
      <td>
        <button type="button" onClick={() => onSelectCard(card.id, 'pointer')} onKeyDown={onKeyDown}>
          <b>{card.nom}</b> {card.prenom}
        </button>
      </td>
      <td>{card.line2}</td>
      <td>
        {card.line3} {card.right && <b>{card.right}</b>}
      </td>
    </tr>
  );
}

function FreeRow({ slot, labels, onCreate, onCellKey }: DayListProps & { slot: FreeBlock }) {
  return (
    <tr className="is-free">
      <th scope="row">{labels.span(slot.startMin, slot.endMin)}</th>
      <td>{labels.status.free}</td>
      <td colSpan={3}>
        <button
          type="button"
          onClick={() => onCreate(slot.columnId, slot.startMin, slot.endMin)}
          onKeyDown={(event) => event.key !== 'Enter' && onCellKey?.(slot.columnId, slot.startMin, event)}
        >
          <span className="planner-said">{slot.ariaLabel}</span>
          <span aria-hidden="true">
            <Icon of={slot.kind === 'reserved' ? IconAlertTriangle : IconPlus} size={12} /> {slot.label}{' '}
            {slot.lengthLabel}
          </span>
        </button>
      </td>
    </tr>
  );
}

function ClosedRow({ block, labels, kind }: { block: ClosedBlock; labels: DayListLabels; kind: 'closed' | 'held' }) {
  return (
    <tr className="is-closed">
      <th scope="row">{labels.span(block.startMin, block.endMin)}</th>
      <td>{labels.status[kind]}</td>
      <td colSpan={3}>{block.label}</td>
    </tr>
  );
}
