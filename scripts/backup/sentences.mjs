/** Each refusal of the workspace `backup`, as the terminal says it: what happened, what is untouched, what to do. */
import { Refusal } from '../boot/say.mjs';

const untouched = 'Rien n’a été modifié.';
const howToMakeAKey = 'Pour en faire une : openssl rand -hex 32 > pupitre.cle';

/** @type {Record<string, (details: Record<string, string | number>) => string>} */
export const sentences = {
  'database.empty': () => 'Il n’y a rien à sauvegarder : cette base ne contient pas encore Pupitre.',
  'database.busy': () =>
    'Une table est tenue depuis plus de 30 s (mise à jour ou restauration en cours) : relancez la sauvegarde ensuite.',
  'database.role_refused': ({ role }) =>
    `Le rôle ${role} ne peut pas lire comme pupitre_backup. Demandez à qui gère le serveur : grant pupitre_backup to ${role};`,
  'database.hidden_rows': ({ table }) =>
    `La table ${table} cache ses lignes au rôle de sauvegarde : la copie serait vide. Aucune sauvegarde n’a été faite.`,
  'database.changed_while_reading': () =>
    'Le schéma a changé pendant la lecture (mise à jour en cours ?) : relancez la sauvegarde.',
  'folder.not_writable': ({ folder, reason }) =>
    `Impossible d’écrire dans ${folder} (${reason}) : choisissez un autre dossier ou corrigez ses droits.`,
  'folder.disk_full': ({ folder }) =>
    `Le disque de ${folder} est plein : ce qui était commencé a été retiré. Libérez de la place, ou gardez moins de sauvegardes (--keep).`,
  'document.changed_while_reading': ({ file }) =>
    `Le document ${file} changeait pendant sa lecture : relancez la sauvegarde.`,
  'key.malformed': () =>
    `La clé doit compter 32 octets, écrits en hexadécimal (64 signes) ou en base64. ${howToMakeAKey}`,
  'key.unreadable': ({ file, reason }) => `La clé ${file} ne peut pas être lue (${reason}).`,
  'key.beside_backup': ({ file }) =>
    `La clé ${file} est rangée avec les sauvegardes : qui les prend aurait la clé. Rangez-la ailleurs.`,
  'key.missing': ({ folder }) =>
    `La sauvegarde ${folder} est chiffrée : donnez sa clé par --key-file ou PUPITRE_BACKUP_KEY. Sans elle, personne ne peut la lire.`,
  'key.wrong': ({ folder }) => `Cette clé n’est pas celle de la sauvegarde ${folder}. ${untouched}`,
  'key.unsigned': ({ folder }) =>
    `La sauvegarde ${folder} n’est pas chiffrée, alors qu’une clé est donnée : rien ne prouve qui l’a faite. Si elle est bien de vous, relancez sans --key-file ni PUPITRE_BACKUP_KEY. ${untouched}`,
  'backup.missing': ({ folder }) => `${folder} ne contient pas de sauvegarde de Pupitre.`,
  'backup.unfinished': ({ folder }) =>
    `${folder} est une sauvegarde interrompue : elle n’est pas complète. ${untouched}`,
  'backup.newer_format': ({ folder }) =>
    `La sauvegarde ${folder} vient d’une version plus récente de Pupitre : installez cette version pour la restaurer. ${untouched}`,
  'backup.newer_schema': ({ migration }) =>
    `Cette sauvegarde vient d’une version plus récente de Pupitre (${migration}) : installez cette version pour la restaurer. ${untouched}`,
  'backup.manifest_damaged': ({ folder }) =>
    `Le sommaire de la sauvegarde ${folder} a été modifié ou abîmé : prenez-en une autre. ${untouched}`,
  'backup.file_missing': ({ file }) => `Il manque ${file} à cette sauvegarde : prenez-en une autre. ${untouched}`,
  'backup.file_damaged': ({ file }) =>
    `${file} n’est plus tel qu’il a été écrit (octet changé, fin coupée ou fichier échangé) : prenez une autre sauvegarde. ${untouched}`,
  'backup.rows_differ': ({ table }) =>
    `Les lignes relues de ${table} ne sont pas celles de la sauvegarde : la restauration a été annulée. ${untouched}`,
  'backup.rows_refused': ({ table, reason }) =>
    `La table ${table} refuse les lignes de la sauvegarde (${reason}) : la restauration a été annulée. ${untouched}`,
  'target.not_empty': () =>
    'Cette base contient déjà un cabinet ou des documents. Pour les remplacer par la sauvegarde, et les perdre, ajoutez --replace.',
  'target.in_use': ({ connections }) =>
    `Pupitre est ouvert sur cette base (${connections} connexion${connections > 1 ? 's' : ''}) : arrêtez-le, puis relancez la restauration.`,
  'target.foreign': ({ table }) =>
    `Cette base contient autre chose que Pupitre (${table}) : indiquez une base à lui seul. ${untouched}`,
  'target.disk_full': () =>
    `Le disque de la base est plein : une restauration demande la place des anciennes données et des nouvelles. ${untouched}`,
  'target.restoring_elsewhere': () =>
    `Une mise à jour ou une autre restauration travaille sur cette base : attendez qu’elle finisse. ${untouched}`,
};

/** What a connection says when there is nobody, or nobody we may be. */
const unreachable = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
  '57P03',
];

/** @returns {unknown} a refusal with its sentence; anything that is no fault comes back as it is */
export function spoken(error) {
  const sentence = error?.name === 'BackupFault' ? sentences[error.code] : undefined;
  if (sentence) return new Refusal(sentence(error.details), { cause: error });
  if (!unreachable.includes(error?.code)) return error;
  return new Refusal(`La base ne répond pas, ou refuse la connexion (${error.code}). ${untouched}`, { cause: error });
}
