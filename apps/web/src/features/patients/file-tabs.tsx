import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

export const fileTabs = ['identite', 'administratif', 'rendez-vous', 'facturation', 'journal'] as const;
export type FileTab = (typeof fileTabs)[number];

interface FileTabsProps {
  tabs: readonly { id: FileTab; count?: number }[];
  current: FileTab;
  onPick: (tab: FileTab) => void;
}

/** A tablist: arrows go round, the panel follows. */
export function FileTabs({ tabs, current, onPick }: FileTabsProps) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const ends = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : undefined;
    const next = ends ?? (step === 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length]);
    if (!next) return;
    event.preventDefault();
    onPick(next.id);
    box.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('file.tabs')} ref={box} onKeyDown={onKeyDown}>
      {tabs.map(({ id, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-controls={`tabpanel-${id}`}
          aria-selected={id === current}
          tabIndex={id === current ? 0 : -1}
          className={id === current ? 'on' : undefined}
          onClick={() => onPick(id)}
        >
          {t(`tab.${id}`)} {count !== undefined && count > 0 && <span className="n">{formats.integer(count)}</span>}
        </button>
      ))}
    </div>
  );
}
