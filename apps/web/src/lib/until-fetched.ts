/** Waits between tries, in ms: a short cut is felt as a slow line; a file gone for good is told at the end. */
const pausesMs = [500, 1_000, 2_000, 4_000] as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks again for a part whose fetch failed, so that a menu missing for a second does not take the screen with it.
 * @throws what the last try threw
 */
export async function untilFetched<Part>(fetchPart: () => Promise<Part>, pauses: readonly number[] = pausesMs) {
  for (const ms of pauses) {
    try {
      return await fetchPart();
    } catch {
      await pause(ms);
    }
  }
  return fetchPart();
}
