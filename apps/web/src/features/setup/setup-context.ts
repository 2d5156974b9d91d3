import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedSetup } from './setup-draft';
import type { FaultCode, Faults } from './setup-reading';
import type { ChangeSetup } from './setup-store';

interface SetupInHand {
  readonly typed: TypedSetup;
  readonly change: ChangeSetup;
  /** Faults of the step in hand, once she asked to go on. */
  readonly faults: Faults;
}

export const SetupContext = createContext<SetupInHand | null>(null);

/** What is typed, how to change it, and the sentence of a field's fault. */
export function useSetup() {
  const inHand = use(SetupContext);
  const { t } = useTranslation('setup');
  if (!inHand) throw new Error('outside of the set-up');
  const faultAt = (path: string): string | undefined => {
    const code: FaultCode | undefined = inHand.faults.get(path);
    return code && t(`fault.${code}`);
  };
  return { ...inHand, faultAt };
}
