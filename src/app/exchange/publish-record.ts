import { type PublishedExtent, publishedFiles } from '../../exchange/publication/published-files.ts';
import { readPublishedTree } from '../../exchange/publication/published-tree.ts';
import { newestCosigned } from '../../record/cosigned.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { proveConsistency } from '../../record/verification/prove.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { type PublicationPlace, publicationPlace } from './publication-place.ts';

export type PublishRequest = {
  readonly workspace: WorkspacePlace;
  /** A folder or an address. */
  readonly target: string;
  readonly extent: PublishedExtent;
};

export type PublishResult = {
  readonly way: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly written: number;
  readonly unchanged: number;
  /** Whether others have cosigned what was published. */
  readonly cosigned: boolean;
};

/**
 * Publishes the record as C2SP tlog-tiles: at the newest cosigned note, or at the last checkpoint where nobody has cosigned yet.
 * @throws AppError `refused-by-rule` where more, or another history, is published there already
 */
export async function publishRecord(request: PublishRequest): Promise<PublishResult> {
  const { workspace, extent } = request;
  const place = publicationPlace(request.target);
  return await withWorkspace(
    { workspace, command: 'panel record publish', progress: silentProgress, create: false },
    async ({ folder, record }) => {
      const { size } = await record.checkpoint();
      const layout = layoutOf(folder);
      const cosigned = newestCosigned(layout);
      const checkpoint = cosigned ?? parseCheckpoint(record.read.checkpointNote() ?? '');
      await refuseOtherHistory(folder, place, checkpoint);
      let [written, unchanged] = [0, 0];
      for await (const file of publishedFiles(layout, size, checkpoint, extent)) {
        const bytes = file.read();
        if (file.immutable && (await place.length(file.path)) === bytes.length) unchanged++;
        else {
          await place.write(file.path, bytes);
          written++;
        }
      }
      const { origin } = checkpoint;
      const root = checkpoint.root.toString('base64');
      // Documents and acts have left the house: that is part of what the record must tell.
      if (extent === 'record')
        await record.append([
          { kind: 'shared', by: PROGRAM, body: { publication: { way: place.way, size: checkpoint.size, root } } },
        ]);
      return { way: place.way, origin, size: checkpoint.size, root, written, unchanged, cosigned: cosigned !== null };
    },
  );
}

async function refuseOtherHistory(
  folder: string,
  place: PublicationPlace,
  checkpoint: SignedCheckpoint,
): Promise<void> {
  const bytes = await place.read('checkpoint');
  if (bytes === undefined) return;
  const published = parseCheckpoint(bytes, `${place.way}/checkpoint`);
  const refuse = (why: string) => new AppError('refused-by-rule', why, { place: place.way });
  if (published.origin !== checkpoint.origin)
    throw refuse(`another log, ${published.origin}, is published there; name another place`);
  if (published.size > checkpoint.size)
    throw refuse(
      `${published.size} acts are published there, and ${checkpoint.size} would be now; was this workspace restored from a backup?`,
    );
  const { root } = proveConsistency(folder, published.size, published.size).checkpoint;
  if (!root.equals(published.root))
    throw refuse(
      `the ${published.size} acts that are published there are others than these; the two histories cannot both be published`,
    );
  // Tiles of a publication that was cut short are written over where they differ in length; a changed one is found here.
  const tree = await readPublishedTree((path) => place.read(path), published.size, 0);
  if (tree.root !== null && !tree.root.equals(published.root))
    throw refuse(
      'the tiles that are published there do not give the root that is signed there; publish into an empty place',
    );
}
