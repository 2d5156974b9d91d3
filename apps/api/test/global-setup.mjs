import { ensureTemplate } from './make-template.mjs';

export default async function globalSetup() {
  process.env.PUPITRE_TEST_TEMPLATE = await ensureTemplate();
}
