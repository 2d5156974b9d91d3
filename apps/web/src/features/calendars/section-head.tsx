import { IconPlus } from '@tabler/icons-react';
import { Button } from '../../ui/button';

interface SectionHeadProps {
  id: string;
  title: string;
  lead: string;
  add?: string;
  onAdd?: (() => void) | undefined;
}

/** A part of the page: what it is for, and the button that adds to it. */
export function SectionHead({ id, title, lead, add, onAdd }: SectionHeadProps) {
  return (
    <header>
      <h2 id={id}>{title}</h2>
      {add && onAdd && (
        <Button size="sm" icon={IconPlus} onClick={onAdd}>
          {add}
        </Button>
      )}
      <p className="hint">{lead}</p>
    </header>
  );
}
