import { useState } from 'react';
import { useFormPanel } from '../use-form-panel';

export type HoursPanelKind = 'week' | 'exception' | 'locum' | 'outside';

/** The panel beside the week: its typed list, or the form of what differs from it. One at a time. */
export function useHoursPanels() {
  const week = useFormPanel();
  const [over, setOver] = useState<Exclude<HoursPanelKind, 'week'> | null>(null);
  const [locumId, setLocumId] = useState('new');
  return {
    open: over ?? (week.isOpen ? ('week' as const) : null),
    takesFocus: week.takesFocus,
    openerRef: week.openerRef,
    locumId,
    show(kind: HoursPanelKind) {
      setLocumId('new');
      setOver(kind === 'week' ? null : kind);
      if (kind === 'week') week.open();
    },
    editLocum(id: string) {
      setLocumId(id);
      setOver('locum');
    },
    /** The typed week was there before, where there is room for it. */
    back: () => setOver(null),
    close: week.close,
  };
}
