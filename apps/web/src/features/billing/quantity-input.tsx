import { type KeyboardEvent, useState } from 'react';
import { MOST_TIMES } from './charge-edit';

interface QuantityInputProps {
  label: string;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** How many times an act was done; zero takes it off. Sent when one leaves the field, on Enter and on the arrows. */
export function QuantityInput({ label, quantity, onChange }: QuantityInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const send = (wanted: number) => {
    setTyped(null);
    if (wanted !== quantity && wanted >= 0 && wanted <= MOST_TIMES) onChange(wanted);
  };
  const sendTyped = () => send(typed && /^\d+$/.test(typed.trim()) ? Number(typed) : quantity);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' && quantity > 1 ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      send(quantity + step);
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) sendTyped();
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
      onBlur={sendTyped}
      onKeyDown={onKeyDown}
    />
  );
}
