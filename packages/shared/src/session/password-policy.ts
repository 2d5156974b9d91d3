/** Shortest password of a real installation, in characters. */
export const passwordMinLength = 12;
export const passwordMaxLength = 200;

export type PasswordFault = 'too_short' | 'public' | 'too_plain' | 'is_email';

/** Passwords printed in our own pages, or among the first anybody tries. Compared without case. */
const knownToAll: readonly string[] = ['pupitre-demo', 'motdepasse123', 'mot-de-passe', 'azertyuiop12', 'password1234'];

/**
 * Why a new password is refused, or null. Length counts, not the kinds of signs; a phrase with spaces is welcome.
 * @param password as typed, never trimmed
 * @param email the address she signs in with; '' when unknown yet
 * Source: CNIL, délibération 2022-100 of 21 July 2022 (length and tries limited rather than kinds of signs);
 * NIST SP 800-63B 5.1.1.2 (refuse known ones).
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < passwordMinLength) return 'too_short';
  const lower = password.toLowerCase();
  if (knownToAll.includes(lower)) return 'public';
  if (email && (lower === email.toLowerCase() || lower === email.toLowerCase().split('@')[0])) return 'is_email';
  return new Set(lower).size < 5 ? 'too_plain' : null;
}
