import type { ChargeView, editCharge } from '@pupitre/shared/billing/billing.contract';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import type { RequestOf } from '@pupitre/shared/contract/endpoint';

export type ChargeForm = RequestOf<typeof editCharge>['body'];

/** A change of a draft, told by what it makes of the draft it finds. */
export type ChargeEdit = (charge: ChargeView) => ChargeForm;

/** The contract takes twenty times an act. */
export const MOST_TIMES = 20;

export const formOf = ({ lines, thirdParty }: ChargeView): ChargeForm => ({
  lines: lines.map(({ code, quantity }) => ({ code, quantity })),
  thirdParty,
});

/** One act more; an act that is there already is done once more. */
export const addAct =
  (code: string): ChargeEdit =>
  (charge) => {
    const { lines, thirdParty } = formOf(charge);
    const more = (quantity: number) => Math.min(quantity + 1, MOST_TIMES);
    const isThere = lines.some((line) => line.code === code);
    const raised = lines.map((line) => (line.code === code ? { code, quantity: more(line.quantity) } : line));
    return { lines: isThere ? raised : [...lines, { code, quantity: 1 }], thirdParty };
  };

/** How many times an act was done; none takes it off. */
export const setQuantity =
  (code: string, quantity: number): ChargeEdit =>
  (charge) => {
    const { lines, thirdParty } = formOf(charge);
    const changed = lines.map((line) => (line.code === code ? { code, quantity } : line));
    return { lines: changed.filter((line) => line.quantity > 0), thirdParty };
  };

export const setThirdParty =
  (thirdParty: ThirdParty): ChargeEdit =>
  (charge) => ({ ...formOf(charge), thirdParty });
