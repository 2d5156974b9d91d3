import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { RefObject } from 'react';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useRunAct } from './use-run-act';
import { actKeys, type VisitActName, visitActNames } from './visit-acts';

interface VisitKeysProps {
  /** The keys act while the focus is in here. */
  readonly within: RefObject<Element | null>;
  readonly visitOf: (event: KeyboardEvent) => AppointmentCard | undefined;
  readonly enabled?: boolean;
}

/** A C T X D E, Suppr and F9, on the visit that holds the focus. */
export function VisitKeys(props: VisitKeysProps) {
  const { run } = useRunAct();
  return visitActNames.map((act) => {
    const keys = actKeys[act];
    return keys && <ActKey key={act} {...props} act={act} keys={keys} run={run} />;
  });
}

interface ActKeyProps extends VisitKeysProps {
  readonly act: VisitActName;
  readonly keys: string;
  readonly run: (act: VisitActName, visit: AppointmentCard) => void;
}

function ActKey({ act, keys, within, visitOf, enabled = true, run }: ActKeyProps) {
  useShortcut({
    id: `day.visit.${act}`,
    keys,
    scope: 'focus',
    within,
    enabled,
    labelKey: `planning:act.${act}`,
    groupKey: 'planning:keys.title',
    run: (event) => {
      const visit = visitOf(event);
      if (visit) run(act, visit);
    },
  });
  return null;
}
