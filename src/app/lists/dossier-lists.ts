import { DocumentError } from '../../documents/document-error.ts';
import type { Dossier } from '../../documents/dossier/dossier.ts';
import { takeFile } from '../../documents/dossier/intake.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { readLists } from '../../entities/read-lists.ts';
import { inOneLine } from '../acts/acquire.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import type { HeldList } from '../acts/held-list.ts';
import type { Progress } from '../progress.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { acquireList } from './lists.ts';
import { heldLists } from './lists-in-workspace.ts';

/** The whole sanctions list of a State as XML is well below; what is larger is no list. */
const MOST_BYTES = 512 * 1024 * 1024;

export type DossierLists = {
  /** The versions that the dossier names, in its order. */
  readonly lists: readonly HeldList[];
  readonly refused: readonly RefusedBody[];
  readonly names: ReadonlySet<string>;
};

/** Takes in the list files that a dossier names. One that cannot be read is refused with one line, and the rest goes on. */
export async function takeDossierLists(
  workspace: Workspace,
  dossier: Dossier,
  folder: string,
  progress: Progress,
): Promise<DossierLists> {
  if (dossier.lists.length > 0) progress.step('Taking lists in');
  const documents: string[] = [];
  const refused: RefusedBody[] = [];
  const names = new Set<string>();
  const known = new Set<string>(heldLists(await workspace.acts()).map(({ document }) => document));
  for (const { file: name } of dossier.lists) {
    try {
      const { bytes } = await takeFile(name, { within: folder, maxBytes: MOST_BYTES });
      const read = await readLists([openListBytes(name, bytes)]);
      const [version, [problem]] = [read.versions[0], read.refused];
      if (version === undefined || problem !== undefined || read.entities.length === 0) {
        const message = problem?.message ?? 'the list has no entry that can be read';
        refused.push({ name, code: problem?.code ?? 'list-empty', message: inOneLine(message, 300) });
        continue;
      }
      for (const fault of read.faults.slice(0, 5)) progress.note(`skipped: ${fault.place}: ${fault.message}`);
      if (!known.has(version.document))
        await acquireList(workspace, bytes, version, { method: 'dossier', source: null, published: null, url: null });
      known.add(version.document);
      documents.push(version.document);
      names.add(name);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      refused.push({ name, code: error.code, message: inOneLine(error.message, 300) });
    }
  }
  for (const { name, message } of refused) progress.note(`refused: ${name}: ${message}`);
  const held = heldLists(await workspace.acts());
  return {
    lists: documents.flatMap((document) => held.find((list) => list.document === document) ?? []),
    refused,
    names,
  };
}
