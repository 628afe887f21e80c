import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeIdentity, recipientOf } from '../../exchange/package/encryption.ts';
import { replaceFile } from '../../record/storage/durable-file.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { isThere } from '../../record/storage/presence.ts';
import { AppError } from '../errors.ts';

/** The identity by which packages for this workspace are opened: `keys/age.key`, for the owner alone. Null where there is none yet. */
export function heldIdentity(workspace: string): string | null {
  const path = join(layoutOf(workspace).keys, 'age.key');
  if (!isThere(path)) return null;
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('AGE-SECRET-KEY-'));
  if (line !== undefined) return line.trim();
  throw new AppError('unreadable', 'this file holds no identity of age', { place: path });
}

/** The recipient string of this workspace; its identity is made at the first call. */
export async function ownRecipient({ workspace }: { workspace: string }): Promise<{ recipient: string }> {
  const held = heldIdentity(workspace);
  if (held !== null) return { recipient: await recipientOf(held) };
  const layout = layoutOf(workspace);
  if (!isThere(layout.acts))
    throw new AppError('not-a-workspace', 'there is no record here; name another --workspace', { place: workspace });
  const identity = await makeIdentity();
  mkdirSync(layout.keys, { recursive: true, mode: 0o700 });
  replaceFile(layout, join(layout.keys, 'age.key'), Buffer.from(`${identity}\n`), { synced: true, mode: 0o600 });
  return { recipient: await recipientOf(identity) };
}
