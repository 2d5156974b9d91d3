/** The steps of the set-up, as the URL names them. */
export const steps = ['cabinet', 'praticiens', 'horaires', 'motifs', 'acces', 'resume'] as const;
export type Step = (typeof steps)[number];
