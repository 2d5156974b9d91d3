/**
 * `npm run admin:create -- --email a@b.fr [--name "Claire MOREAU"] [--practice "Cabinet du Port"]`: the link by which an
 * administrator chooses her password. Works beside a Pupitre that runs.
 */
import { parseArgs } from 'node:util';
import { migrate, openPostgres } from '../boot/database.mjs';
import { inviteAdmin, linkOf } from '../boot/invitation.mjs';
import { checkOutside } from '../boot/outside-database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { addressOf, readSettings } from '../boot/settings.mjs';
import { makeFolder } from '../postgres/folders.mjs';
import { runningOn } from '../postgres/lock.mjs';
import { placeCluster } from '../postgres/place.mjs';
import { ownerUrlOf } from '../postgres/provision.mjs';
import { readSecrets } from '../postgres/secrets.mjs';

const usage =
  'npm run admin:create -- --email claire@cabinet.fr [--name "Claire MOREAU"] [--practice "Cabinet du Port"]';

export async function main() {
  const settings = readSettings();
  const wanted = readArguments(process.argv.slice(3));
  if (settings.databaseUrl) await checkOutside(settings);
  await install();
  await build(['migrations', 'shared']);
  const person = await personOf(wanted);
  const { ownerUrl, address } = settings.databaseUrl ? await outside(settings) : await embedded(settings);
  const { answer, token } = await inviteAdmin(ownerUrl, person);
  const refusal = refusals[answer]?.(person);
  if (refusal) throw new Refusal(refusal);
  for (const line of block({ answer, person, address, token })) say(line);
}

/** @returns {{ email: string, name: string | null, practice: string | null }} */
export function readArguments(args) {
  let values;
  try {
    const text = { type: 'string' };
    ({ values } = parseArgs({ args, options: { email: text, name: text, practice: text } }));
  } catch (error) {
    throw new Refusal(`${error.message.split('. ')[0]}. Usage : ${usage}`);
  }
  const { email, name = null, practice = null } = values;
  if (!email) throw new Refusal(`Il manque --email. Usage : ${usage}`);
  return { email: email.trim(), name: name?.trim() || null, practice: practice?.trim() || null };
}

/** By the product's own rules, so that the terminal and the screens agree on what an address and a name are. */
async function personOf({ email, name, practice }) {
  const fields = await import(inRoot('packages/shared/dist/members/member-fields.js'));
  const address = fields.email.safeParse(email);
  if (!address.success) throw new Refusal(`« ${email} » n’est pas une adresse électronique.`);
  const shown = fields.personName.safeParse(name ?? address.data.split('@')[0]);
  if (!shown.success) throw new Refusal('--name : deux à quatre-vingts signes, sur une ligne.');
  return { email: address.data, name: shown.data, initials: fields.initialsOf(shown.data), practice };
}

async function outside({ databaseUrl, appUrl, home, publicUrl, host, port }) {
  if (appUrl === null) makeFolder(home);
  await migrate({ ownerUrl: databaseUrl, home, appUrl });
  return { ownerUrl: databaseUrl, address: publicUrl ?? addressOf(host, port) };
}

/** The Postgres that runs already, or ours for a moment. */
async function embedded({ home, publicUrl, host, port }) {
  const { folder } = placeCluster(home);
  const running = runningOn(folder);
  const secrets = running && readSecrets(folder);
  if (secrets?.port) {
    const address = publicUrl ?? running.address ?? addressOf(host, port);
    return { ownerUrl: ownerUrlOf(secrets.ownerPassword, secrets.port), address };
  }
  const postgres = await openPostgres(home);
  await migrate({ ownerUrl: postgres.ownerUrl, home });
  return { ownerUrl: postgres.ownerUrl, address: publicUrl ?? addressOf(host, port) };
}

const refusals = {
  demo: () =>
    'Cette base est une démonstration : ses comptes sont publics. Prenez un autre DATA_DIR, et PUPITRE_SEED=none.',
  not_admin: ({ email }) =>
    `${email} a un compte sans administrer de cabinet : son administratrice lui donne un lien par Réglages, Membres. Pour lui confier un cabinet, ajoutez --practice.`,
  disabled: ({ email }) => `Le compte de ${email} a été fermé.`,
  unknown_practice: ({ practice }) =>
    `Aucun cabinet ne s’appelle « ${practice} » ici. Pour en fonder un autre, prenez une autre adresse électronique.`,
  same_names: ({ practice }) => `Deux cabinets s’appellent « ${practice} » : renommez-en un d’abord.`,
};

const news = {
  founding: ({ practice, email }) => `${email} créera ${practice ? `« ${practice} »` : 'son cabinet'}.`,
  joining: ({ practice, email }) => `${email} administre « ${practice} ».`,
  renewed: ({ email }) => `${email} administre déjà : voici un nouveau lien, les précédents ne valent plus rien.`,
};

const block = ({ answer, person, address, token }) => [
  '',
  `  ${news[answer](person)}`,
  '  Lien pour choisir le mot de passe (24 heures, une seule fois) :',
  `    ${linkOf(address, token)}`,
  '  Si Pupitre écoute à une autre adresse, remplacez le début et gardez la fin.',
  '',
];
