import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { BackupFault } from './backup-fault.js';
import { BackupSecret, sameHex } from './backup-key.js';

export const formatVersion = 1;
export const manifestName = 'manifest.json';
const sealName = 'manifest.seal';

const storedFile = z.object({
  // A bare name: a manifest must not lead out of its folder.
  name: z.string().regex(/^[a-z0-9_.-]+$/i),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
});

const manifestSchema = z.object({
  product: z.literal('pupitre'),
  format: z.literal(formatVersion),
  id: z.uuid(),
  productVersion: z.string(),
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string()).min(1),
  encryption: z.object({ cipher: z.literal('aes-256-gcm'), salt: z.string().length(32), check: z.string() }).nullable(),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.number().int().nonnegative(),
      /** Sum over the rows of the first 8 bytes of each one's sha256: the same in any order. */
      rowChecksum: z.string(),
      file: storedFile,
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  documents: z.object({ files: z.number().int(), bytes: z.number().int(), file: storedFile }).nullable(),
});

export type StoredFile = z.infer<typeof storedFile>;
export type Manifest = z.infer<typeof manifestSchema>;
export type StoredTable = Manifest['tables'][number];

const sealSchema = z.object({ sha256: z.string(), hmac: z.string().nullable() });
const headSchema = z.object({ product: z.literal('pupitre'), format: z.number() });

/** The manifest, and beside it what it must hash to; with a key also a signature, which no one without it can renew. */
export async function writeManifest(folder: string, manifest: Manifest, secret: BackupSecret | null): Promise<void> {
  const content = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await writeSynced(path.join(folder, manifestName), content);
  const seal = { sha256: sha256Of(content), hmac: secret?.signs(content) ?? null };
  await writeSynced(path.join(folder, sealName), Buffer.from(`${JSON.stringify(seal)}\n`));
}

/** @throws {BackupFault} damaged, newer, or not opened by this key */
export async function readManifest(
  folder: string,
  key: Buffer | null,
): Promise<{ readonly manifest: Manifest; readonly secret: BackupSecret | null }> {
  const content = await readFile(path.join(folder, manifestName)).catch((cause) => {
    throw new BackupFault('backup.missing', { folder }, { cause });
  });
  const seal = await readSeal(folder);
  if (!sameHex(sha256Of(content), seal.sha256)) throw damaged(folder);
  const written = parsed(content, folder);
  const head = headSchema.safeParse(written);
  if (!head.success) throw damaged(folder);
  if (head.data.format > formatVersion) throw new BackupFault('backup.newer_format', { folder });
  const manifest = manifestSchema.safeParse(written);
  if (!manifest.success) throw damaged(folder);
  return { manifest: manifest.data, secret: secretOf(manifest.data, seal.hmac, content, key, folder) };
}

function secretOf({ encryption }: Manifest, hmac: string | null, content: Buffer, key: Buffer | null, folder: string) {
  if (encryption === null) {
    // Whoever may write into the folder could leave a backup of her own making, which nobody signed.
    if (key !== null) throw new BackupFault('key.unsigned', { folder });
    return null;
  }
  if (key === null) throw new BackupFault('key.missing', { folder });
  const secret = new BackupSecret(key, Buffer.from(encryption.salt, 'hex'));
  if (!sameHex(secret.check(), encryption.check)) throw new BackupFault('key.wrong', { folder });
  if (hmac === null || !sameHex(secret.signs(content), hmac)) throw damaged(folder);
  return secret;
}

async function readSeal(folder: string): Promise<z.infer<typeof sealSchema>> {
  try {
    return sealSchema.parse(JSON.parse(await readFile(path.join(folder, sealName), 'utf8')));
  } catch (cause) {
    throw new BackupFault('backup.manifest_damaged', { folder }, { cause });
  }
}

function parsed(content: Buffer, folder: string): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw damaged(folder);
  }
}

const damaged = (folder: string) => new BackupFault('backup.manifest_damaged', { folder });
const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function writeSynced(name: string, content: Buffer): Promise<void> {
  const file = await open(name, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
