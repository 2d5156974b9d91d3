import { IconSelector } from '@tabler/icons-react';
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Field, type FieldTexts } from './field';
import { Icon } from './icon';

interface Box extends FieldTexts {
  /** 44 px instead of 32: sign-in and phone. */
  large?: boolean;
  before?: ReactNode;
  after?: ReactNode;
}

function boxClass(fault: unknown, disabled: boolean | undefined, extra: string | false | undefined) {
  return ['inp', fault ? 'bad' : '', disabled ? 'off' : '', extra].filter(Boolean).join(' ');
}

export interface TextInputProps extends Box, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({ label, help, fault, large, before, after, ...input }: TextInputProps) {
  return (
    <Field label={label} help={help} fault={fault}>
      {(ids) => (
        <div className={boxClass(fault, input.disabled, large && 'xl')}>
          {before}
          <input type="text" {...input} {...ids} />
          {after}
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends Box, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ label, help, fault, large, before, after, ...area }: TextAreaProps) {
  return (
    <Field label={label} help={help} fault={fault}>
      {(ids) => (
        <div className={boxClass(fault, area.disabled, 'area')}>
          {before}
          <textarea rows={3} {...area} {...ids} />
          {after}
        </div>
      )}
    </Field>
  );
}

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface ChoiceInputProps<Value extends string>
  extends Box,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'value' | 'onChange'> {
  choices: readonly Choice<Value>[];
  value: Value;
  onPick: (value: Value) => void;
}

/** The platform's own list: the fastest under the keyboard, right on a phone. For a list to search in, `ComboInput`. */
export function ChoiceInput<Value extends string>(props: ChoiceInputProps<Value>) {
  const { label, help, fault, large, before, after, choices, onPick, ...select } = props;
  return (
    <Field label={label} help={help} fault={fault}>
      {(ids) => (
        <div className={boxClass(fault, select.disabled, large && 'xl')}>
          {before}
          <select {...select} {...ids} onChange={(event) => onPick(event.currentTarget.value as Value)}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon of={IconSelector} size={14} />
          {after}
        </div>
      )}
    </Field>
  );
}
