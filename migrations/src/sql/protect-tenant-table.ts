/** What the application may do to a table; issued papers and journals get no update, no delete. */
export type Grant = 'read-write' | 'append-only' | 'read-only';

const privileges: Record<Grant, string> = {
  'read-write': 'select, insert, update, delete',
  'append-only': 'select, insert',
  'read-only': 'select',
};

/**
 * Row-level security of a tenant table, by one template. The policy asks for the practice of the *session's secret*
 * (`app.current_practice()`), never for a settable practice id: SQL injected into a query cannot choose another tenant.
 */
export function protectTenantTable(table: string, grant: Grant = 'read-write'): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant on ${table}
      using (practice_id = (select app.current_practice()))
      with check (practice_id = (select app.current_practice()));
    create policy backup on ${table} for select to pupitre_backup using (true);
    grant ${privileges[grant]} on ${table} to pupitre_app;
    grant select on ${table} to pupitre_backup;
  `;
}

/** A table of no tenant (reference data): readable by all, written by the owner only. */
export function openReferenceTable(table: string): string {
  return `grant select on ${table} to pupitre_app; grant select on ${table} to pupitre_backup;`;
}
