import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import {
  type Icon,
  IconAlertTriangle,
  IconArmchair,
  IconBan,
  IconCheck,
  IconClock,
  IconCurrencyEuro,
  IconDoorExit,
  IconHandStop,
  IconHome,
  IconInbox,
  IconSquareCheck,
  IconStethoscope,
  IconUserX,
  IconVideo,
} from '@tabler/icons-react';

/** The ten status codes of a visit, the urgent flag and a colleague's hold: whatever has its own drawing. */
export type VisitLookName =
  | 'requested'
  | 'booked'
  | 'confirmed'
  | 'arrived'
  | 'left'
  | 'in_consultation'
  | 'to_collect'
  | 'done'
  | 'no_show'
  | 'cancelled'
  | 'urgent'
  | 'held';

/** Suffix of the tokens `--st-<tone>-bg|fg|bar` and of the class `st-<tone>`. */
export type VisitTone =
  | 'prevu'
  | 'confirme'
  | 'arrive'
  | 'consult'
  | 'encaisser'
  | 'termine'
  | 'absent'
  | 'annule'
  | 'urgence'
  | 'tenu';

export interface VisitLook {
  tone: VisitTone;
  icon: Icon;
}

/** Colour is never alone: each look has its tone, its icon and its word (`status:<name>`). */
export const visitLooks: Record<VisitLookName, VisitLook> = {
  requested: { tone: 'prevu', icon: IconInbox },
  booked: { tone: 'prevu', icon: IconClock },
  confirmed: { tone: 'confirme', icon: IconCheck },
  arrived: { tone: 'arrive', icon: IconArmchair },
  left: { tone: 'annule', icon: IconDoorExit },
  in_consultation: { tone: 'consult', icon: IconStethoscope },
  to_collect: { tone: 'encaisser', icon: IconCurrencyEuro },
  done: { tone: 'termine', icon: IconSquareCheck },
  no_show: { tone: 'absent', icon: IconUserX },
  cancelled: { tone: 'annule', icon: IconBan },
  urgent: { tone: 'urgence', icon: IconAlertTriangle },
  held: { tone: 'tenu', icon: IconHandStop },
};

const SETTLED: ReadonlySet<VisitLookName> = new Set(['to_collect', 'done', 'no_show', 'cancelled', 'left']);

/** How an urgent visit is drawn: red until it is over. With the practitioner, the drawing and the word are its status's. */
export function lookOfVisit(status: VisitLookName, urgent: boolean): VisitLook & { name: VisitLookName } {
  if (!urgent || SETTLED.has(status)) return { name: status, ...visitLooks[status] };
  const name = status === 'in_consultation' ? status : 'urgent';
  return { name, icon: visitLooks[name].icon, tone: visitLooks.urgent.tone };
}

/** Until the patient came, a home visit or a video visit says what it is. */
export function iconOfVisit(
  { name, icon }: Pick<ReturnType<typeof lookOfVisit>, 'name' | 'icon'>,
  place: MotifView['place'] | undefined,
): Icon {
  if (name !== 'booked' && name !== 'confirmed') return icon;
  if (place === 'home') return IconHome;
  return place === 'video' ? IconVideo : icon;
}
