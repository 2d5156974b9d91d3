/** Links to choose a password, given at the terminal with the owner's connection. The database keeps their hash alone. */
import crypto from 'node:crypto';
import { withConnection } from './outside-database.mjs';

const newToken = () => crypto.randomBytes(32).toString('base64url');
const hashOf = (token) => crypto.createHash('sha256').update(token).digest();

/** Behind the `#`: browsers send it to nobody, so it stands in no log. */
export const linkOf = (address, token) => `${address.replace(/\/+$/, '')}/bienvenue#${token}`;

const ask = (ownerUrl, call, values) =>
  withConnection('DATABASE_URL', ownerUrl, async (client) => {
    const { rows } = await client.query(`select ${call} as answer`, values);
    return rows[0].answer;
  });

/** @returns {Promise<'demo' | 'production' | null>} null: nobody has decided yet */
export const modeOf = (ownerUrl) => ask(ownerUrl, '(select mode from app.installation)', []);

/** @returns {Promise<string | null>} the token of a first link; null once somebody has an account, and in a demo */
export async function inviteFirst(ownerUrl) {
  const token = newToken();
  const answer = await ask(ownerUrl, 'app.invite_first($1)', [hashOf(token)]);
  return answer === 'given' ? token : null;
}

/**
 * @param {{ email: string, name: string, initials: string, practice: string | null }} person
 * @returns {Promise<{ answer: string, token: string }>} 'founding', 'joining', 'renewed', or a refusal of app.invite_admin
 */
export async function inviteAdmin(ownerUrl, { email, name, initials, practice }) {
  const token = newToken();
  const values = [hashOf(token), crypto.randomUUID(), email, name, initials, practice];
  return { answer: await ask(ownerUrl, 'app.invite_admin($1, $2, $3, $4, $5, $6)', values), token };
}
