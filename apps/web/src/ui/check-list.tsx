import { useId } from 'react';

interface CheckListProps<Value extends string> {
  legend: string;
  choices: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  fault: string | undefined;
  disabled?: boolean;
  onChoose: (chosen: Value[]) => void;
}

/** Several among few, kept in the order they were ticked. */
export function CheckList<Value extends string>({
  legend,
  choices,
  chosen,
  fault,
  disabled,
  onChoose,
}: CheckListProps<Value>) {
  const id = useId();
  const toggle = (value: Value) =>
    onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className="field set-checks" aria-describedby={fault ? id : undefined} disabled={disabled}>
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
