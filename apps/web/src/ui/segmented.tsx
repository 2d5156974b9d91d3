import { type ReactNode, useId } from 'react';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onPick: (value: Value) => void;
}

/** One choice among few: real radio buttons, so arrows move inside and Tab leaves. */
export function Segmented<Value extends string>({ label, segments, value, onPick }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="seg">
      <legend className="sr">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onPick(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
