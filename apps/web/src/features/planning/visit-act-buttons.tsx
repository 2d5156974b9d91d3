import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import {
  IconArmchair,
  IconArrowBackUp,
  IconArrowsMove,
  IconBan,
  IconBellPlus,
  IconCalendarPlus,
  IconCalendarRepeat,
  IconCheck,
  IconColumnInsertRight,
  IconCurrencyEuro,
  IconDoorExit,
  IconFolder,
  IconSquareCheck,
  IconStethoscope,
  IconUserX,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { useRunAct } from './use-run-act';
import { actKeys, type VisitActName } from './visit-acts';

const ICONS: Readonly<Record<VisitActName, TablerIcon>> = {
  arrive: IconArmchair,
  callIn: IconStethoscope,
  finish: IconSquareCheck,
  collect: IconCurrencyEuro,
  confirm: IconCheck,
  noShow: IconUserX,
  leave: IconDoorExit,
  restore: IconArrowBackUp,
  move: IconArrowsMove,
  file: IconFolder,
  again: IconCalendarPlus,
  series: IconCalendarRepeat,
  beside: IconColumnInsertRight,
  earlier: IconBellPlus,
  cancel: IconBan,
};
const SHOWN = 4;
/** Steps forward first, then what is asked most; confirming, absences and cancelling wait in the menu. */
const FIRST: readonly VisitActName[] = ['collect', 'arrive', 'callIn', 'finish', 'restore', 'move', 'file', 'again'];

export const mainActs = (open: readonly VisitActName[]): readonly VisitActName[] =>
  FIRST.filter((act) => open.includes(act)).slice(0, SHOWN);

/** The likeliest acts, each with its key; the first is the main one. */
export function VisitActs({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('planning');
  const { openActs, run } = useRunAct();
  const steps = new Set<VisitActName>(['collect', 'arrive', 'callIn', 'finish', 'restore']);
  const acts = mainActs(openActs(visit));
  if (acts.length === 0) return null;
  return (
    <div className="visit-acts">
      {acts.map((act, index) => (
        <Button
          key={act}
          icon={ICONS[act]}
          keys={actKeys[act]}
          look={index === 0 && steps.has(act) ? 'primary' : 'plain'}
          onClick={() => run(act, visit)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
    </div>
  );
}
