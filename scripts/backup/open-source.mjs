/** The database a backup reads: the outside one, the embedded one of a running Pupitre, or the same started for it. */
import fs from 'node:fs';
import path from 'node:path';
import { openPostgres } from '../boot/database.mjs';
import { withConnection } from '../boot/outside-database.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { livingHolder } from '../postgres/lock.mjs';
import { placeCluster } from '../postgres/place.mjs';
import { ownerUrlOf } from '../postgres/provision.mjs';
import { readSecrets } from '../postgres/secrets.mjs';

/** @param {import('../boot/settings.mjs').Settings} settings @returns {Promise<string>} the owner's address */
export async function openSource({ databaseUrl, home }) {
  if (databaseUrl) {
    await withConnection('DATABASE_URL', databaseUrl, (client) => client.query('select 1'));
    return databaseUrl;
  }
  const { folder, clusterDir } = placeCluster(home);
  if (!fs.existsSync(path.join(clusterDir, 'PG_VERSION'))) {
    throw new Refusal(`Il n’y a rien à sauvegarder : aucune base dans ${folder}.`);
  }
  const secrets = livingHolder(folder) && readSecrets(folder);
  if (secrets?.port) {
    say('Pupitre est ouvert : la sauvegarde se fait sans l’arrêter.');
    return ownerUrlOf(secrets.ownerPassword, secrets.port);
  }
  return (await openPostgres(home)).ownerUrl;
}
