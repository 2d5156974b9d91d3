import { useId } from 'react';

interface CheckListProps {
  legend: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  fault: string | undefined;
  onChoose: (chosen: string[]) => void;
}

/** Several among few, kept in the order they were ticked. */
export function CheckList({ legend, choices, chosen, fault, onChoose }: CheckListProps) {
  const id = useId();
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className="field set-checks" aria-describedby={fault ? id : undefined}>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label className="set-check" key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {label}
        </label>
      ))}
      {fault && (
        <p className="fault" id={id}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
