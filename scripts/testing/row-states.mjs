/** What a database holds, table by table, so that two of them can be compared. */
import pg from 'pg';
import { inBackup } from '../backup/workspace.mjs';

/** Written by the restore itself. */
const ownTables = ['app.restoration'];

/**
 * @param {string} url of a superuser: row-level security binds every other role
 * @returns {Promise<Record<string, { rows: number, rowChecksum: string }>>}
 */
export async function rowStates(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await inBackup('row-checksum', 'writeAsEverywhere', client);
    const states = {};
    for (const table of await inBackup('table-catalogue', 'listTables', client)) {
      const name = `${table.schema}.${table.name}`;
      if (!ownTables.includes(name)) states[name] = await inBackup('row-checksum', 'rowState', client, table);
    }
    return states;
  } finally {
    await client.end();
  }
}

/** The same, from a manifest. */
export const statesOf = (manifest) =>
  Object.fromEntries(
    manifest.tables
      .map(({ schema, name, rows, rowChecksum }) => [`${schema}.${name}`, { rows, rowChecksum }])
      .filter(([name]) => !ownTables.includes(name)),
  );
