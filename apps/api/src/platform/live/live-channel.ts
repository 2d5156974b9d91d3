/** One channel for the whole installation; each payload names its practice, and holds ids only. */
export const liveChannel = 'pupitre_live';
