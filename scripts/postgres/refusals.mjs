/** From what the system or Postgres said to a sentence the user can act on. */
import { Refusal, tail } from '../boot/say.mjs';

const diskFull = (where) =>
  new Refusal(`Le disque est plein : impossible d’écrire dans ${where}. Libérez de la place puis relancez.`);
const notWritable = (where) =>
  new Refusal(
    `Impossible d’écrire dans ${where} : droits insuffisants. Choisissez un autre dossier par DATA_DIR ou corrigez ses droits.`,
  );

export const ownershipRefusal = (where) =>
  new Refusal(
    `Les données de ${where} appartiennent à un autre compte que celui qui lance Pupitre. ` +
      'Relancez avec le compte habituel, ou choisissez un autre DATA_DIR.',
  );

/** Files where the cluster should be, and not those of a cluster: never removed by us. */
export const foreignFilesRefusal = (where) =>
  new Refusal(
    `${where} contient des fichiers qui ne forment pas une base Postgres complète. Rien n’a été modifié. ` +
      'Remettez une sauvegarde à sa place, ou choisissez un autre DATA_DIR.',
  );

/** A failed file operation below `where`. Unknown errors come back as they are. */
export function fileRefusal(error, where) {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(where);
    case 'EACCES':
    case 'EPERM':
      return notWritable(where);
    case 'EROFS':
      return new Refusal(`Impossible d’écrire dans ${where} : ce disque est en lecture seule.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Refusal(`${where} n’est pas un dossier : indiquez un dossier par DATA_DIR.`);
    default:
      return error;
  }
}

/** What initdb or postgres wrote before it gave up. `what` opens the sentence, the log's end closes it. */
export function logRefusal(what, log, where) {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(log)) return diskFull(where);
  if (/Permission denied|Read-only file system/i.test(log)) return notWritable(where);
  if (/has wrong ownership|must be started by the user that owns/i.test(log)) {
    return ownershipRefusal(where);
  }
  return new Refusal(`${what}. Dernières lignes du journal :\n${tail(log, 15) || '(vide)'}`);
}

/** Data of another major version: Postgres cannot read it, and we do not touch it. Null when it can. */
export function majorRefusal(ofFiles, ofBinaries, where) {
  if (ofFiles === ofBinaries) return null;
  const age = ofFiles > ofBinaries ? 'plus récente' : 'plus ancienne';
  return new Refusal(
    `Les données de ${where} viennent de Postgres ${ofFiles}, une version ${age} que celle de Pupitre (${ofBinaries}). ` +
      'Rien n’a été modifié. Lancez la version de Pupitre qui les a créées, ou choisissez un autre DATA_DIR.',
  );
}
