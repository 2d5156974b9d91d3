import pg from 'pg';

const rolesOfTheDatabase = ['pupitre_app', 'pupitre_backup'];

/**
 * Creates the two roles the product connects as, without ownership, without BYPASSRLS. Roles belong to the whole
 * server, so several databases share them.
 * @param appPassword password given to `pupitre_app`; undefined leaves it as it is.
 */
export async function ensureRoles(owner: pg.Client, appPassword?: string): Promise<void> {
  for (const role of rolesOfTheDatabase) {
    const found = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) {
      await owner.query(`create role ${role} nologin noinherit nosuperuser nocreatedb nocreaterole`).catch((error) => {
        // Two databases of one server set up at the same moment: the other one made it.
        if (error.code !== '42710' && error.code !== '23505') throw error;
      });
    }
  }
  if (appPassword !== undefined) {
    await owner.query(`alter role pupitre_app login password ${pg.escapeLiteral(appPassword)}`).catch(async (error) => {
      // A role that an administrator of the server made and keeps: it has the password she gave it.
      const made = await owner.query(`select 1 from pg_roles where rolname = 'pupitre_app' and rolcanlogin`);
      if (error.code !== '42501' || made.rowCount === 0) throw error;
    });
  }
}
