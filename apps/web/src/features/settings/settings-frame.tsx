import type { ReactNode } from 'react';
import { type SettingsEntry, SettingsNav } from './settings-nav';
import type { SettingsPartKey } from './settings-parts';
import './settings.css';

interface SettingsFrameProps {
  entries: readonly SettingsEntry[];
  current: SettingsPartKey;
  children: ReactNode;
}

/** The list of the settings, and the part in hand beside it. */
export function SettingsFrame({ entries, current, children }: SettingsFrameProps) {
  return (
    <div className="set">
      <SettingsNav entries={entries} current={current} />
      {children}
    </div>
  );
}
