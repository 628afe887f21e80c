import { verifyNoteStamps } from '../../exchange/timestamp/note-stamps.ts';
import { cosignedNotes, readStamps } from '../../record/cosigned.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { readInput } from './named-file.ts';

export type JudgedStamp = {
  readonly name: string;
  readonly size: number;
  readonly time: string | null;
  readonly authority: string | null;
  readonly expires: string | null;
  readonly rooted: boolean;
  readonly fault: string | null;
};

/** Every stamp of a record, verified offline. */
export async function judgeStamps(workspace: string, rootsFile: string | undefined): Promise<JudgedStamp[]> {
  const layout = layoutOf(workspace);
  const roots = rootsFile === undefined ? null : readInput(rootsFile, 'the root certificates').toString('utf8');
  const judged: JudgedStamp[] = [];
  for (const { size, note } of cosignedNotes(layoutOf(workspace))) {
    for (const { name, stamp, fault } of await verifyNoteStamps(note.text, readStamps(layout, size), roots))
      judged.push({
        name,
        size,
        time: stamp?.time ?? null,
        authority: stamp?.authority ?? null,
        expires: stamp?.expires ?? null,
        rooted: stamp?.isRooted ?? false,
        fault,
      });
  }
  return judged;
}

/** Half a year before a certificate ends its stamps should be stamped again. */
const RENEW_BEFORE_MS = 180 * 86_400_000;

export function describeStamp({ name, size, time, authority, expires, rooted, fault }: JudgedStamp): string {
  if (fault !== null) return `record/cosigned/${name}: ${fault}`;
  const left = Date.parse(expires ?? '') - Date.now();
  const end = expires?.slice(0, 10);
  const renewal =
    left < 0 ? `; its certificate ended ${end}` : left < RENEW_BEFORE_MS ? `; renew it before ${end} (--renew)` : '';
  const roots = rooted ? '' : '; the authority was not checked: --tsa-roots FILE';
  return `Stamped at ${size} acts by ${authority}: ${time?.slice(0, 19).replace('T', ' ')}${renewal}${roots}`;
}
