import { Select, type SelectProps } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useTranslation } from 'react-i18next';

const CLASSES = {
  input: 'select-input',
  label: 'select-label',
  error: 'select-fault',
  dropdown: 'pop',
  option: 'pop-item',
} as const;

/** A list to search in by typing. Loaded with the screens that use it, not with the frame. */
export function ComboInput(props: Omit<SelectProps, 'classNames' | 'nothingFoundMessage'>) {
  const { t } = useTranslation('frame');
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('combo.nothing')}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      {...props}
      classNames={CLASSES}
    />
  );
}
