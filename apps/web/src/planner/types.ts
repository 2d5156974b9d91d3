import type { Icon } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { VisitTone } from '../ui/visit-look';

/** The look of a visit. The host maps its own statuses onto these. */
export type PlannerStatus = VisitTone;

export type LoadKind = 'done' | 'booked' | 'free' | 'closed';

export interface PlannerColumn {
  readonly id: string;
  /** Also spoken in cell names and announcements. */
  readonly title: string;
  readonly subtitle: ReactNode;
  /** Lateness chip, e.g. « +15 min ». Drawn in amber; the whole head is the control. */
  readonly badge?: ReactNode;
  /** Tooltip of the head, e.g. the specialty. */
  readonly hint?: string;
  /** One entry per half hour from opening to closing. */
  readonly load: readonly LoadKind[];
  /** Beside the title, lighter: « aujourd’hui ». */
  readonly titleNote?: string;
  /** At the right of the title: « 88 % ». */
  readonly figure?: string;
  /** Filled part of a plain bar, in percent, in place of `load`. */
  readonly gauge?: number;
  /** Stands out among its neighbours: today among days. */
  readonly isMarked?: boolean;
}

/** Something drawn at a place of the day. All times are local minutes of the shown day. */
export interface TimeBlock {
  readonly columnId: string;
  readonly startMin: number;
  readonly endMin: number;
}

/** Fields are primitives or drawings on purpose: two equal cards are recognised by a shallow comparison. */
export interface PlannerCard extends TimeBlock {
  readonly id: string;
  readonly status: PlannerStatus;
  /** The word of the status, for the list. */
  readonly statusWord: string;
  readonly icon: Icon;
  readonly nom: string;
  readonly prenom: string;
  readonly line2?: string;
  readonly line3?: string;
  /** Minutes waited or amount due. */
  readonly right?: string;
  /** CSS colour of the motif line, e.g. `var(--m-suivi)`. */
  readonly motifColor?: string;
  readonly noteIcon?: Icon;
  /** Cancelled: 15 px struck ghost that leaves its time to others. */
  readonly ghost?: boolean;
  /** Waiting past the threshold. */
  readonly alert?: boolean;
  /** Stands beside another visit: the word that says so, « rajout ». */
  readonly beside?: string;
  /** More than the card can draw: why it stands there, the rooms it has. */
  readonly hint?: string;
  /** Booked online and not yet seen. */
  readonly fresh?: boolean;
  readonly saving?: boolean;
  readonly refused?: boolean;
  readonly draggable: boolean;
  /** Full sentence: times, name, motif and the word of the status. */
  readonly ariaLabel: string;
}

export interface ClosedBlock extends TimeBlock {
  /** The reason, in words. */
  readonly label: string;
  /** What can be done about it, where something can. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

export interface FreeBlock extends TimeBlock {
  readonly label: string;
  readonly lengthLabel: string;
  readonly ariaLabel: string;
  /** `reserved`: kept for emergencies, drawn in red, bookable all the same. */
  readonly kind?: 'free' | 'reserved';
}

export interface HoldBlock extends TimeBlock {
  readonly id: string;
  readonly initials: string;
  /** Epoch milliseconds on this browser's clock. */
  readonly expiresAt: number;
  readonly mine: boolean;
  readonly ariaLabel: string;
}

/** The card on the Pince, or the one that arrows are moving. `card` when it is not one of the day's cards. */
export interface CarriedCard extends TimeBlock {
  readonly cardId: string;
  readonly card?: PlannerCard;
}

export type PlannerSelection =
  | { readonly cardId: string }
  | { readonly columnId: string; readonly startMin: number }
  | null;

/** How a card or cell was reached: a screen may open its panel on click and only follow on arrows. */
export type SelectionMeans = 'pointer' | 'keyboard';

export interface PlannerLabels {
  readonly grid: string;
  /** « 10 h 42 » */
  time(minute: number): string;
  /** « 10 h » */
  hour(minute: number): string;
  /** Name of an empty cell: « 10 h 20, Dr LEROY, sans rendez-vous, 10 minutes ». */
  cell(columnTitle: string, startMin: number, endMin: number): string;
  /** Tag of a hold: « tenu 2 min 41 », or without its verb when `short`. */
  held(remainingSeconds: number, short: boolean): string;
  announceCarried(card: PlannerCard, columnTitle: string, startMin: number): string;
  announceTarget(columnTitle: string, startMin: number, endMin: number): string;
  /** « 10 h 15 – 10 h 45 · 30 min », beside a card whose length changes. */
  length(startMin: number, endMin: number): string;
  announceLength(startMin: number, endMin: number): string;
  announceDropped(card: PlannerCard, columnTitle: string, startMin: number): string;
  announceReturned(card: PlannerCard): string;
}

export interface PlannerHandle {
  /** Puts the focus back on the active cell. */
  focus(): void;
  focusCard(cardId: string): void;
  focusFirst(): void;
  scrollToNow(): void;
}

export interface MenuAnchor {
  readonly x: number;
  readonly y: number;
  readonly element: HTMLElement;
}

export interface PlannerCallbacks {
  onSelectCard(cardId: string, means: SelectionMeans): void;
  onSelectCell(columnId: string, startMin: number, means: SelectionMeans): void;
  onOpenCard(cardId: string): void;
  onCreate(columnId: string, startMin: number, endMin: number): void;
  /**
   * Asked by drag, by a carried card dropped with Enter, or by a click while a card is carried. The same column and
   * start with another end is a change of length, by the lower edge or by Shift and arrows.
   */
  onMove(cardId: string, place: TimeBlock): void;
  /** New place of the carried card, or null when Esc gives it back or Enter dropped it. */
  onCarry?(carried: CarriedCard | null): void;
  onCardMenu?(cardId: string, anchor: MenuAnchor): void;
  onCardKey?(cardId: string, event: KeyboardEvent): void;
  onCellKey?(columnId: string, startMin: number, event: KeyboardEvent): void;
  onColumnBadge?(columnId: string, element: HTMLElement): void;
  /** Home, PgUp, PgDn: the host changes the day. */
  onPageKey?(key: 'home' | 'pageUp' | 'pageDown', event: KeyboardEvent): void;
}

export interface PlannerProps extends PlannerCallbacks {
  readonly ref?: Ref<PlannerHandle>;
  /** Changes with the day shown: the body scrolls to its opening place again. */
  readonly dayKey: string;
  readonly openMin: number;
  readonly closeMin: number;
  /** Step of empty cells, 10 by default. Moves snap by 5 whatever it is. */
  readonly slotMinutes?: number;
  /** Minute now when the shown day is today. The planner makes it advance by itself. */
  readonly nowMin: number | null;
  /** Where columns are days: the one that is today. Absent: they are all the same day. */
  readonly nowColumnId?: string;
  /** Several days at once: lower units, every card on one line. */
  readonly isDense?: boolean;
  /** Keep each object's identity while it does not change (useMemo): a column renders again when it does. */
  readonly columns: readonly PlannerColumn[];
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
  readonly holds?: readonly HoldBlock[];
  readonly selection: PlannerSelection;
  readonly carried?: CarriedCard | null;
  /** False paints the ghost as refused; the drop is still asked, so that the host can say why. */
  readonly isDropAllowed?: (cardId: string, place: TimeBlock) => boolean;
  /** Keep its identity too. */
  readonly labels: PlannerLabels;
}
