/** The lectern. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="var(--brand)" />
      <path d="M9.2 6.2h9.6a.9.9 0 0 1 .87.66l1.83 6.9H6.5l1.83-6.9A.9.9 0 0 1 9.2 6.2Z" fill="var(--on-brand)" />
      <path d="M10.9 8.9h6.2M10.3 11.2h5.2" stroke="var(--brand)" strokeWidth="1.3" strokeLinecap="round" />
      <path
        d="M5.4 15.2h17.2M14 15.4v5.4M9.6 21.4h8.8"
        stroke="var(--on-brand)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
