import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button';
import { PassOver } from './pass-over';
import { type RefusalLine, RefusalList } from './refusal-list';
import './refused-move.css';

export interface MoveAct {
  readonly label: string;
  readonly run: () => void;
}

export interface RefusedMoveProps {
  /** « Pas déplacé. » */
  readonly title: string;
  readonly told: readonly RefusalLine[];
  /** What would do instead. */
  readonly note?: string | null;
  /** The next place that would do, in one click. */
  readonly take?: MoveAct | null;
  readonly acts?: readonly MoveAct[];
  /** Who may pass over every reason, with one of her own; `rajout` counts those of the half-day, null when alone. */
  readonly passing?: { readonly rajout: string | null; readonly confirm: (reason: string) => Promise<void> } | null;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** A move that was given back: every reason, the next place in one click, and the way past for whoever may. */
export function RefusedMove({ title, told, note, take, acts = [], passing, closeLabel, onClose }: RefusedMoveProps) {
  const { t } = useTranslation('override');
  const [isPassing, setPassing] = useState(false);
  return (
    <div className="refused-move" role="alert">
      <div className="refused-why">
        <b>{title}</b> <RefusalList lines={told} />
        {note && <p>{note}</p>}
        {isPassing && passing && <Passing {...passing} />}
      </div>
      {take && (
        <Button size="xs" look="primary" onClick={take.run}>
          {take.label}
        </Button>
      )}
      {acts.map(({ label, run }) => (
        <Button key={label} size="xs" onClick={run}>
          {label}
        </Button>
      ))}
      {passing && !isPassing && (
        <Button size="xs" onClick={() => setPassing(true)}>
          {t(passing.rajout ? 'confirmRajout' : 'confirm')}
        </Button>
      )}
      <IconButton icon={IconX} label={closeLabel} look="ghost" size="sm" onClick={onClose} />
    </div>
  );
}

/** Asked for by its button, it takes the focus from it. */
function Passing({ rajout, confirm }: NonNullable<RefusedMoveProps['passing']>) {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const wasFocused = useRef(false);
  return (
    <PassOver
      reason={reason}
      onReason={setReason}
      onConfirm={() => {
        setBusy(true);
        void confirm(reason.trim()).finally(() => setBusy(false));
      }}
      rajout={rajout}
      isBusy={isBusy}
      firstRef={(button) => {
        if (button && !wasFocused.current) button.focus();
        wasFocused.current = true;
      }}
    />
  );
}
