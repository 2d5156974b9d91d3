import { useFormats } from '../lib/formats';

/** An amount as it is written for the eye, and said in full to whoever listens. */
export function Amount({ cents, className = '' }: { cents: number; className?: string }) {
  const formats = useFormats();
  return (
    <span className={`tn nowrap ${className}`}>
      <span aria-hidden="true">{formats.euros(cents)}</span>
      <span className="sr">{formats.eurosAloud(cents)}</span>
    </span>
  );
}
