import { readDayPhones } from '@pupitre/shared/planning/day-list.contract';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useMay } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';
import { showToast } from '../../lib/toast';
import type { DayScreen } from './day-screen-context';

/** A list without phones is worth more than none: nobody waits longer for them. */
const PATIENCE_MS = 4_000;

export type Phones = ReadonlyMap<string, string | null>;

/** By visit, while the sheet is made; null when it goes without. */
const phonesStore = createStore<Phones | null>(null);
export const usePrintedPhones = (): Phones | null => useStore(phonesStore);
export const forgetPhones = (): void => phonesStore.set(null);

let isReading = false;

/** « Ctrl+P »: reads the phones first where they may be shown, and prints the lists of the columns shown. */
export function usePrintDay({ practiceId, columns, day }: Pick<DayScreen, 'practiceId' | 'columns' | 'day'>) {
  const { t } = useTranslation('planning');
  const mayCall = useMay()('patient.reveal_phone');
  const read = async (): Promise<Phones> => {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const called = columns.filter(({ visits }) => visits.length > 0);
    const lists = await Promise.all(
      called.map(({ resource }) =>
        callApi(readDayPhones, { params: { practiceId, resourceId: resource.id, day } }, late),
      ),
    );
    return new Map(lists.flatMap(({ phones }) => phones.map(({ appointmentId, phone }) => [appointmentId, phone])));
  };
  return async () => {
    if (isReading) return;
    isReading = true;
    if (mayCall) await read().then(phonesStore.set, () => showToast({ text: t('printed.withoutPhones') }));
    isReading = false;
    window.print();
  };
}
