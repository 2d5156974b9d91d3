import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';

/** « Données » of the settings: a file, its columns, its lines, its writing. In French. */
export class ImportPage extends Frame {
  readonly mapping;
  readonly counts;
  readonly lines;
  readonly history;
  readonly commitButton;
  readonly confirmation;

  constructor(page: Page) {
    super(page);
    this.mapping = page.getByRole('region', { name: 'Colonnes du fichier' });
    this.counts = page.getByRole('group', { name: 'Lignes par résultat' });
    this.lines = page.getByRole('table', { name: 'Lignes du fichier' });
    this.history = page.getByRole('region', { name: 'Imports précédents' });
    this.commitButton = page.getByRole('region', { name: 'Aperçu' }).getByRole('button', { name: /^Importer/ });
    this.confirmation = page.getByRole('dialog');
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
    await this.page.getByLabel('Choisir un fichier').setInputFiles(file);
  }

  /** The list of what a column of the file becomes. */
  column(header: string) {
    return this.mapping.getByRole('combobox', { name: `${header} devient`, exact: true });
  }

  count(verdict: 'à créer' | 'rapproché' | 'douteux' | 'refusé') {
    return this.counts.getByRole('button', { name: new RegExp(verdict) });
  }

  row(text: string | RegExp) {
    return this.lines.getByRole('row', { name: text });
  }

  state(text: string) {
    return this.page.getByText(text, { exact: false }).first();
  }
}
