import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMembership } from '../../lib/session';
import type { SettingsPartKey } from './settings-parts';

interface PartLinkProps {
  part: SettingsPartKey;
  column: string;
  className: string;
  children: ReactNode;
}

export function PartLink({ part, column, className, children }: PartLinkProps) {
  const { practiceId } = useMembership();
  return (
    <Link
      to="/p/$practiceId/reglages"
      params={{ practiceId }}
      search={{ volet: part, colonne: column }}
      className={className}
    >
      {children}
    </Link>
  );
}
