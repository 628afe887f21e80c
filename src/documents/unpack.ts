import type { Unpacked } from './container/member.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import { asDocumentError, sizeChecked } from './read-fault.ts';
import { mediaKindOf } from './sniff.ts';
import type { MediaKind } from './text/text-layer.ts';

/** Kinds that hold documents of their own. */
const CONTAINERS = ['eml', 'msg', 'mbox', 'zip', 'tar', 'gzip', 'warc', 'wacz', 'mhtml', 'ftm'] as const;
export type ContainerKind = (typeof CONTAINERS)[number];

export function isContainer(kind: MediaKind): kind is ContainerKind {
  return (CONTAINERS as readonly MediaKind[]).includes(kind);
}

/** Kinds that say of themselves from where and when what is in them was captured. */
export function isCapture(kind: MediaKind): boolean {
  return kind === 'warc' || kind === 'wacz' || kind === 'mhtml';
}

/**
 * What lies in a mail, an archive or a capture, in this thread; nothing for a document of any other kind. Files from outside
 * belong in `openReader`, which bounds time and memory.
 * @throws DocumentError naming the file and the reason; hostile bytes throw nothing else
 */
export async function unpackDocument(
  bytes: Uint8Array,
  { name, limits = READING_LIMITS }: { readonly name: string; readonly limits?: ReadingLimits },
): Promise<Unpacked> {
  sizeChecked(bytes, name, limits);
  try {
    const kind = mediaKindOf(bytes, name, limits);
    return isContainer(kind) ? await unpackKind(kind, bytes, name, limits) : NOTHING;
  } catch (error) {
    throw asDocumentError(error, name);
  }
}

const NOTHING: Unpacked = { listed: [], members: [], refused: [], notes: [], checks: [] };

/** Readers of one kind are loaded when a document of that kind comes. */
export async function unpackKind(
  kind: ContainerKind,
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): Promise<Unpacked> {
  switch (kind) {
    case 'eml':
      return (await import('./mail/eml.ts')).unpackEml(bytes, name);
    case 'msg':
      return (await import('./mail/msg.ts')).unpackMsg(bytes, name);
    case 'mbox':
      return (await import('./mail/mbox.ts')).unpackMbox(bytes, name, limits);
    case 'zip':
      return (await import('./container/unpack-zip.ts')).unpackZip(bytes, name, limits);
    case 'tar': {
      const { unpackTar } = await import('./container/tar.ts');
      const { gunzip } = await import('./container/gzip.ts');
      return unpackTar(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes, name, limits) : bytes, name, limits);
    }
    case 'ftm':
      return (await import('./ftm/ftm.ts')).unpackFtm(bytes, name, limits);
    case 'gzip':
      return (await import('./container/gzip.ts')).unpackGzip(bytes, name, limits);
    case 'warc':
      return (await import('./capture/unpack-warc.ts')).unpackWarc(bytes, name, limits);
    case 'wacz':
      return (await import('./capture/unpack-wacz.ts')).unpackWacz(bytes, name, limits);
    case 'mhtml':
      return (await import('./capture/unpack-mhtml.ts')).unpackMhtml(bytes, name, limits);
  }
}
