import { IconX } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useId } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keyboard/use-shortcut';
import { createStore, useStore } from '../lib/store';
import { IconButton } from './button';

interface PanelEntry {
  id: string;
  label: string;
  priority: number;
}

const place = createStore<HTMLElement | null>(null);
const entries = createStore<readonly PanelEntry[]>([]);

/** Highest priority, then the most recent. */
const topOf = (held: readonly PanelEntry[]) =>
  held.reduce<PanelEntry | undefined>((top, entry) => (top && top.priority > entry.priority ? top : entry), undefined);

/** The right panel of the frame. Absent while no screen puts anything in it. */
export function PanelSlot() {
  const top = topOf(useStore(entries));
  const ref = useCallback((element: HTMLElement | null) => place.set(element), []);
  return <aside className="panel" ref={ref} hidden={!top} aria-label={top?.label} />;
}

export interface PanelProps {
  /** Accessible name: « Rendez-vous », « Nouveau patient ». Never a patient's name. */
  label: string;
  /** Left of the head's buttons, e.g. a status tag. */
  head?: ReactNode;
  /** Ghost buttons of the head, before the cross. */
  acts?: ReactNode;
  /** Fixed strip under the scroll. */
  foot?: ReactNode;
  onClose: () => void;
  /** 0 for a visit or a patient, 10 for a call: it replaces, keeps the previous one alive and gives it back. */
  priority?: number;
  children: ReactNode;
}

/** Content of the right panel, rendered from wherever the feature is. One is shown at a time; Esc closes it. */
export function Panel({ label, head, acts, foot, onClose, priority = 0, children }: PanelProps) {
  const { t } = useTranslation('frame');
  const id = useId();
  const element = useStore(place);
  const isTop = topOf(useStore(entries))?.id === id;

  useEffect(() => {
    entries.set([...entries.get(), { id, label, priority }]);
    return () => entries.set(entries.get().filter((entry) => entry.id !== id));
  }, [id, label, priority]);

  useShortcut({
    id: 'frame.panel.close',
    keys: 'Escape',
    scope: 'global',
    inFields: true,
    enabled: isTop,
    labelKey: 'keyboard:frame.closePanel',
    groupKey: 'keyboard:frame.title',
    run: onClose,
  });

  return (
    element &&
    createPortal(
      <div hidden={!isTop}>
        <header className="ap-h">
          {head}
          <span className="sp" />
          {acts}
          <IconButton icon={IconX} label={t('close')} look="ghost" size="sm" onClick={onClose} />
        </header>
        <div className="scroll">{children}</div>
        {foot && <footer className="ap-f">{foot}</footer>}
      </div>,
      element,
    )
  );
}
