import type { ReactNode } from 'react';

/** Label and value lines; a line whose value is `undefined` or `null` is left out. */
export function KeyValue({ lines }: { lines: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="kv">
      {lines
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([label, value]) => (
          <KeyValueLine key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function KeyValueLine({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
