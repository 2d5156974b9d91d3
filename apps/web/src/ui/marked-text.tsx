/** Text with some stretches underlined in the brand colour: why a row answers a search. Shape, not colour alone. */
export function MarkedText({ text, marks = [] }: { text: string; marks?: readonly (readonly [number, number])[] }) {
  const sorted = [...marks].sort(([a], [b]) => a - b);
  const pieces = sorted.map(([start, end], index) => {
    const before = text.slice(sorted[index - 1]?.[1] ?? 0, start);
    return (
      <span key={start}>
        {before}
        <u className="mark">{text.slice(start, end)}</u>
      </span>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(sorted.at(-1)?.[1] ?? 0)}
    </>
  );
}
