import type pg from 'pg';
import { BackupFault } from './backup-fault.js';
import { backupRole, type CatalogueTable, quote, quoted } from './table-catalogue.js';

/**
 * Lets the owner act as the role that reads every row: the owner herself is held back by forced row-level security.
 * From Postgres 16 on, whoever made a role may lend it to herself without inheriting its rights; before, membership
 * always inherits, so it lasts for one statement only.
 */
export async function becomeBackupRole(reader: pg.Client, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ mayAct: boolean; version: number; name: string }>(
    `select current_user as name, current_setting('server_version_num')::int as version,
            current_user = $1 or case when current_setting('server_version_num')::int >= 160000
              then pg_has_role(current_user, $1, 'SET') else pg_has_role(current_user, $1, 'MEMBER') end as "mayAct"`,
    [backupRole],
  );
  const { mayAct = false, version = 0, name = '' } = rows[0] ?? {};
  const lends = version >= 160_000 ? 'with inherit false, set true' : '';
  try {
    if (!mayAct) await owner.query(`grant ${backupRole} to current_user ${lends}`);
    await reader.query(`set role ${backupRole}`);
  } catch (cause) {
    throw new BackupFault('database.role_refused', { role: name }, { cause });
  } finally {
    if (!mayAct && version < 160_000) await owner.query(`revoke ${backupRole} from current_user`).catch(() => {});
  }
}

/**
 * A backup taken before an upgrade meets tables that did not let the role read yet: the owner grants what is missing.
 * Row-level security is no grant: a table that hides its rows is refused, for it would be empty in the backup.
 */
export async function openTables(owner: pg.Client, tables: readonly CatalogueTable[]): Promise<void> {
  const hidden = tables.find(({ isHidden }) => isHidden);
  if (hidden) throw new BackupFault('database.hidden_rows', { table: hidden.name });
  // Asked first: a server that only reads, a standby, takes no grant and needs none.
  const { rows } = await owner.query(`select has_table_privilege($1, 'schema_migration', 'select') as granted`, [
    backupRole,
  ]);
  if (!rows[0].granted) await owner.query(`grant select on schema_migration to ${backupRole}`);
  for (const table of tables.filter(({ isReadable }) => !isReadable)) {
    await owner.query(`grant usage on schema ${quote(table.schema)} to ${backupRole};
      grant select on ${quoted(table)} to ${backupRole}`);
  }
}
