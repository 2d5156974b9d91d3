/** The secret stands behind the `#`: browsers send it to no server, so it stands in no log. */
export const invitationAddress = (token: string): string => `${location.origin}/bienvenue#${token}`;
