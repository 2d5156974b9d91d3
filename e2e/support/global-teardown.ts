import { dropDatabase, template } from './databases.ts';

export default function globalTeardown(): Promise<void> {
  return dropDatabase(template);
}
