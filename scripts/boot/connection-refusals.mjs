/** From what the driver says of a connection that failed to one sentence with what to do. */
import { Refusal } from './say.mjs';

/** `host:port/base`, fit for a sentence: an address carries a password. */
export function placeOf(address) {
  const url = new URL(address);
  return `${url.hostname || 'localhost'}:${url.port || 5432}${url.pathname || '/'}`;
}

const roleOf = (address) => decodeURIComponent(new URL(address).username) || '(aucun)';
const baseOf = (address) => decodeURIComponent(new URL(address).pathname.slice(1)) || '(aucune)';

const certificateFaults =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT.*)|CERT_.*|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/** By error code of the system, of TLS, or by SQLSTATE. Each gets the address and its role. */
const sentences = {
  ENOTFOUND: (at) => `aucun serveur ne porte le nom de ${at.place}. Vérifiez l’adresse`,
  EAI_AGAIN: (at) => `le nom de ${at.place} n’a pas pu être cherché. Vérifiez le réseau`,
  ECONNREFUSED: (at) => `aucun Postgres ne répond à ${at.place}. Vérifiez qu’il est démarré et que le port est le bon`,
  ETIMEDOUT: (at) => `${at.place} ne répond pas. Vérifiez le réseau et le pare-feu`,
  EHOSTUNREACH: (at) => `${at.place} ne peut pas être joint. Vérifiez le réseau`,
  ENETUNREACH: (at) => `${at.place} ne peut pas être joint. Vérifiez le réseau`,
  ECONNRESET: (at) => `${at.place} a coupé la connexion. Vérifiez que c’est bien un Postgres`,
  '28P01': (at) => `le mot de passe du rôle « ${at.role} » est refusé par ${at.place}`,
  28000: (at) => `${at.place} n’admet pas le rôle « ${at.role} » depuis cette machine. Voyez son pg_hba.conf`,
  '3D000': (at) => `la base « ${at.base} » n’existe pas sur ${at.place}. Créez-la : create database`,
  42501: (at) => `le rôle « ${at.role} » n’a pas le droit de se connecter à ${at.place}`,
  53300: (at) => `${at.place} n’a plus de connexion libre. Relevez max_connections`,
  '57P03': (at) => `${at.place} démarre ou s’arrête. Relancez dans une minute`,
};

/**
 * @param {string} name the variable that holds the address
 * @param {string} address
 * @param {Error & { code?: string }} error what `connect` threw
 * @returns {Refusal}
 */
export function connectionRefusal(name, address, error) {
  const at = { place: placeOf(address), role: roleOf(address), base: baseOf(address) };
  const { code = '', message } = error.errors?.[0] ?? error;
  const said = (what) => new Refusal(`${name} : ${what}.`);
  if (/does not support SSL/i.test(message)) {
    return said(`${at.place} ne parle pas TLS. Retirez sslmode de l’adresse, ou activez ssl sur le serveur`);
  }
  if (/no encryption|SSL off/i.test(message) && code === '28000') {
    return said(`${at.place} exige TLS. Ajoutez ?sslmode=verify-full à l’adresse`);
  }
  if (certificateFaults.test(code)) {
    return said(
      `le certificat de ${at.place} n’est pas reconnu (${code}). Ajoutez &sslrootcert= et le chemin du certificat de son autorité`,
    );
  }
  if (/timeout/i.test(message) && !code) return said(sentences.ETIMEDOUT(at));
  const sentence = sentences[code];
  return said(sentence ? sentence(at) : `la connexion à ${at.place} a échoué (${code || message})`);
}
