// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import { type CSSProperties, memo } from 'react';
import { Icon } from '../ui/icon';
import { unitsFrom, visibleLines } from './geometry';
import { cardKey } from './navigation';
import type { PlannerCard as Card } from './types';

/** Place and colours of a card; `--d` and `--l` count units of 10 min, `--slot` does the rest. */
export function boxStyle(startMin: number, endMin: number, openMin: number): CSSProperties {
  return { '--d': unitsFrom(openMin, startMin), '--l': unitsFrom(startMin, endMin) } as CSSProperties;
}

interface BodyProps {
  readonly card: Card;
  readonly lines: number;
}

/**
 * Shown, not said: the sentence of the card is its name, and a name from content cannot disagree with a label.
 * Name first: minutes leave its line as soon as a second line is drawn.
 */
export function CardBody({ card, lines }: BodyProps) {
  const hasSecondLine = lines > 1 && Boolean(card.line2);
  // The note itself is drawn: a sign for it would be one too many.
  const hasThirdLine = lines > 2 && Boolean(card.line3);
  const name = card.ghost ? (
    `${card.nom} ${card.prenom}`
  ) : (
    <>
      <b>{card.nom}</b> {card.prenom}
    </>
  );
  return (
    <>
      <div className="planner-card-line" aria-hidden="true">
        <Icon of={card.icon} size={12} />
        <span className="planner-card-name">{name}</span>
        {card.beside && !card.ghost && <span className="planner-card-beside">{card.beside}</span>}
        {!hasSecondLine && card.right && <span className="planner-card-right">{card.right}</span>}
        {card.noteIcon && !card.ghost && !hasThirdLine && (hasSecondLine || !card.right) && (
          <Icon of={card.noteIcon} size={12} />
        )}
      </div>
      {hasSecondLine && (
        <div className="planner-card-more" aria-hidden="true">
          <span>{card.line2}</span>
          {card.right && <span className="planner-card-right">{card.right}</span>}
        </div>
      )}
      {hasThirdLine && (
        <div className="planner-card-third" aria-hidden="true">
          {card.line3}
        </div>
      )}
    </>
  );
}

interface Props {
  readonly card: Card;
  readonly openMin: number;
  readonly slotPx: number;
  readonly lane: number;
  readonly lanes: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Being dragged or carried: only its dashed place is left. */
  readonly isLifted: boolean;
  /** A ghost whose freed time is one line: both share it. */
  readonly isBesideFree?: boolean;
}

export const PlannerCard = memo(function PlannerCard(props: Props) {
  const { card, openMin, slotPx, lane, lanes, isSelected, isTabStop, isLifted, isBesideFree } = props;
  const fitting = card.ghost ? 1 : visibleLines(card.endMin - card.startMin, slotPx);
  const lines = lanes > 1 ? 1 : fitting;
  const state = [
    'planner-card',
    `is-${card.status}`,
    fitting === 1 && 'is-line',
    lanes > 1 && 'is-lane',
    card.ghost && 'is-ghost',
    isBesideFree && 'is-beside-free',
    card.alert && 'is-alert',
    card.fresh && 'is-fresh',
    card.saving && 'is-saving',
    card.refused && 'is-refused',
    card.draggable && 'is-draggable',
    isSelected && 'is-selected',
    isLifted && 'is-lifted',
  ];
  const style = {
    ...boxStyle(card.startMin, card.endMin, openMin),
    '--m': card.motifColor,
    ...(lanes > 1 ? { '--lane': lane, '--lanes': lanes } : null),
  } as CSSProperties;
  return (
    <div
      className={state.filter(Boolean).join(' ')}
      style={style}
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      aria-busy={card.saving || undefined}
      data-stop={cardKey(card.id)}
      data-card={card.id}
      title={card.hint}
    >
      <span className="planner-said">{card.ariaLabel}</span>
      {card.draggable && <span className="planner-card-edge" data-edge="" aria-hidden="true" />}
      <CardBody card={lanes > 1 ? inLane(card) : card} lines={lines} />
    </div>
  );
});

/** Half a column: the name first. The word is in its sentence. */
const inLane = (card: Card): Card => ({
  ...card,
  right: undefined,
  noteIcon: undefined,
  beside: card.beside && '+',
});
