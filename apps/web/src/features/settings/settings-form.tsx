import type { FormEvent, ReactNode } from 'react';

interface SettingsFormProps {
  /** The button in the panel's foot sends the form of this id. */
  id: string;
  onSubmit: () => void;
  children: ReactNode;
}

export function SettingsForm({ id, onSubmit, children }: SettingsFormProps) {
  return (
    <form
      id={id}
      className="set-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** What every text field of a panel is made of: its text, and where what is typed goes. */
export function typedField<Name extends string>(
  typed: Readonly<Record<Name, string>>,
  onType: (part: { [Field in Name]?: string }) => void,
  name: Name,
) {
  const part = (text: string) => ({ [name]: text }) as { [Field in Name]?: string };
  return {
    value: typed[name],
    autoComplete: 'off',
    onChange: (event: FormEvent<HTMLInputElement>) => onType(part(event.currentTarget.value)),
  };
}
