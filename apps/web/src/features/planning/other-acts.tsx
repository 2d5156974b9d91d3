import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { IconDots } from '@tabler/icons-react';
import { Suspense } from 'react';
import { partOf } from '../../lib/part-of';
import { ButtonShape } from '../../ui/button-shape';
import { useRunAct } from './use-run-act';
import { mainActs } from './visit-act-buttons';

const list = partOf(async () => (await import('./other-acts-list')).OtherActsList);

/** What the four buttons leave out, cancelling last. */
export function OtherActs({ visit }: { visit: AppointmentCard }) {
  const { openActs, run } = useRunAct();
  const acts = openActs(visit);
  const others = acts.filter((act) => !mainActs(acts).includes(act));
  if (others.length === 0) return null;
  return (
    <Suspense fallback={<ButtonShape icon={IconDots} look="ghost" />}>
      <list.Part acts={others} onPick={(act) => run(act, visit)} />
    </Suspense>
  );
}
