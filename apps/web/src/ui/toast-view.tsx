import { useEffect, useState } from 'react';
import { useStore } from '../lib/store';
import { hideToast, type Toast, toastStore } from '../lib/toast';
import { Button } from './button';

const SHOWN_MS = 10_000;

/** One toast at a time, bottom left. Its time stands still while it is pointed at or holds the focus. */
export function ToastView() {
  const toast = useStore(toastStore);
  return toast && <ToastBox key={toast.id} toast={toast} />;
}

function ToastBox({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => hideToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);

  const { act } = toast;
  return (
    <output
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.text}</p>
      {act && (
        <Button
          size="xs"
          keys={act.keys}
          onClick={() => {
            hideToast(toast.id);
            act.run();
          }}
        >
          {act.label}
        </Button>
      )}
    </output>
  );
}
