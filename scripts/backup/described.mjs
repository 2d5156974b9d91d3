/** What a backup holds, in one line. */
const count = new Intl.NumberFormat('fr-FR');
const rowsOf = (manifest, name) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;

export function described(manifest) {
  const files = [...manifest.tables.map(({ file }) => file), ...(manifest.documents ? [manifest.documents.file] : [])];
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
  return [
    `prise le ${new Date(manifest.takenAt).toLocaleString('fr-FR')}`,
    `${count.format(rowsOf(manifest, 'patient'))} patients`,
    `${count.format(rowsOf(manifest, 'appointment'))} rendez-vous`,
    `${count.format(manifest.documents?.files ?? 0)} documents`,
    `${megabytes < 10 ? megabytes.toFixed(1).replace('.', ',') : count.format(Math.round(megabytes))} Mo`,
    manifest.encryption ? 'chiffrée' : 'non chiffrée',
  ].join(', ');
}
