/** Why a backup or a restore did not happen. The terminal turns each into a sentence (scripts/backup/sentences.mjs). */
export const faultCodes = [
  // Taking
  'database.empty',
  'database.busy',
  'database.role_refused',
  'database.hidden_rows',
  'database.changed_while_reading',
  'folder.not_writable',
  'folder.disk_full',
  'document.changed_while_reading',
  // The key
  'key.malformed',
  'key.unreadable',
  'key.beside_backup',
  'key.missing',
  'key.wrong',
  'key.unsigned',
  // Reading
  'backup.missing',
  'backup.unfinished',
  'backup.newer_format',
  'backup.newer_schema',
  'backup.manifest_damaged',
  'backup.file_missing',
  'backup.file_damaged',
  'backup.rows_differ',
  'backup.rows_refused',
  // Restoring
  'target.not_empty',
  'target.in_use',
  'target.foreign',
  'target.restoring_elsewhere',
  'target.disk_full',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** A refusal a person can act on. Anything else thrown by this package is a defect. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';

  constructor(
    readonly code: FaultCode,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
