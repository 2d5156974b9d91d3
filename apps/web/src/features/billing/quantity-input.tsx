import { type KeyboardEvent, useState } from 'react';
import { MOST_TIMES } from './charge-edit';

interface QuantityInputProps {
  label: string;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** How many times an act was done; zero takes it off. Sent when one leaves the field, on Enter and on the arrows. */
export function QuantityInput({ label, quantity, onChange }: QuantityInputProps) {
  // Kept while one is in the field: a second arrow counts from the first, whose answer may not be there yet.
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed !== null && /^\d+$/.test(typed.trim()) ? Number(typed) : quantity;
  const send = (next: number) => {
    if (next !== quantity && next >= 0 && next <= MOST_TIMES) onChange(next);
  };
  const leave = () => {
    send(wanted);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = wanted + step;
    if (step !== 0 && next >= 1 && next <= MOST_TIMES) {
      event.preventDefault();
      setTyped(String(next));
      onChange(next);
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) leave();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      className="qty-in"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      value={typed ?? String(quantity)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
