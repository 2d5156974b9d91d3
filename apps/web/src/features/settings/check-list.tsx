import { useId } from 'react';

interface CheckListProps {
  legend: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  fault: string | undefined;
  onChoose: (chosen: string[]) => void;
}

/** Several among few, in the order of the choices. */
export function CheckList({ legend, choices, chosen, fault, onChoose }: CheckListProps) {
  const id = useId();
  const toggle = (value: string) => {
    const kept = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    const order = choices.map((choice) => choice.value);
    onChoose([...kept].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  };
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
