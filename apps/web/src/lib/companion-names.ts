import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';

/** The rooms and machines of these ids, in the order of the ids; retired ones keep their name. */
export function companionNames({ pools }: Pick<PracticeSetup, 'pools'>, ids: readonly string[]): string[] {
  const members = pools.flatMap((pool) => pool.members);
  return ids.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
}
