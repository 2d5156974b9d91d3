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
  IconNote,
  IconPhone,
  IconPlus,
  IconQuestionMark,
  IconSquareCheck,
  IconStethoscope,
  IconUserX,
  IconVideo,
} from '@tabler/icons-react';
import type { PlannerIcon as CardIcon } from './types';

const ICONS: Record<CardIcon | 'plus' | 'hand' | 'note' | 'phone', Icon> = {
  clock: IconClock,
  check: IconCheck,
  armchair: IconArmchair,
  stethoscope: IconStethoscope,
  euro: IconCurrencyEuro,
  'square-check': IconSquareCheck,
  'user-x': IconUserX,
  ban: IconBan,
  alert: IconAlertTriangle,
  video: IconVideo,
  home: IconHome,
  exit: IconDoorExit,
  question: IconQuestionMark,
  plus: IconPlus,
  hand: IconHandStop,
  note: IconNote,
  phone: IconPhone,
};

/** Always beside a word or an accessible name: hidden from assistive tools. */
export function PlannerIcon({ name, className }: { name: keyof typeof ICONS; className?: string }) {
  const Drawing = ICONS[name];
  return <Drawing size={12} stroke={2.2} className={className} aria-hidden="true" />;
}
