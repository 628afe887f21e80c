import { existsSync } from 'node:fs';
import { sha256Hex } from '../../core/hash.ts';
import { timestampOf } from '../../core/time/clock.ts';
import { type SubjectExport, subjectBundle, subjectLines, subjectRows } from '../../interchange/named-subjects.ts';
import { csvOf } from '../../screening/batch.ts';
import { faultOf } from '../../subjects/model/mention.ts';
import { jsonOf } from '../acts/acquire.ts';
import { openPart } from '../derivation/open-part.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { decisionsOf, type SubjectLine, subjectLine } from '../subjects/subject-line.ts';
import { subjectsIn, subjectsOf } from '../subjects/workspace-subjects.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { checkNames, writeNew } from './export-record.ts';

const WRITERS = {
  ftm: subjectLines,
  csv: (subjects: SubjectExport) => csvOf(subjectRows(subjects)),
  // Without a `<` of its own: the bundle may go into the script of a page, which words of a document could end.
  stix: (subjects: SubjectExport) => `${JSON.stringify(subjectBundle(subjects), null, 1).replaceAll('<', '\\u003c')}\n`,
} as const satisfies Record<string, (subjects: SubjectExport) => string>;

/** A line with what is wrong with its numbers in words. */
function exportedLine({ identifiers, ...line }: SubjectLine) {
  return {
    ...line,
    identifiers: identifiers.map(({ scheme, value, valid }) => ({
      scheme,
      value,
      fault: valid === false ? faultOf(scheme) : null,
    })),
  };
}

export type SubjectExportRequest = {
  readonly workspace: WorkspacePlace;
  readonly format: string;
  /** The file to write; else the text is the answer. */
  readonly out?: string | undefined;
  readonly by?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type SubjectExportResult = {
  readonly format: string;
  readonly out: string | null;
  /** Null where it was written to a file. */
  readonly text: string | null;
  readonly subjects: number;
  /** The act that says what left. */
  readonly shared: string;
};

/**
 * Who and what the open documents of a workspace name, in a form of other programs. What is held back for the protection of a source
 * names nobody here. That it left is an act, logged before anything is handed out.
 * @throws AppError `bad-option`, `not-written`; InterchangeError `protected-name`
 */
export async function exportSubjects(request: SubjectExportRequest): Promise<SubjectExportResult> {
  const { format, out, progress } = request;
  const known = Object.keys(WRITERS);
  if (!Object.hasOwn(WRITERS, format))
    throw new AppError(
      'bad-option',
      `"${format.slice(0, 40)}" is no form of an export of subjects; there is ${known.join(', ')}`,
      {
        place: '--format',
      },
    );
  if (out !== undefined && existsSync(out))
    throw new AppError('not-written', 'the file exists already; name another', { place: out });
  return await withWorkspace({ ...request, command: 'panel subjects export', create: false }, async (held) => {
    const { record } = held;
    const { snapshot, lists } = await subjectsIn(held, progress);
    const open = openPart(snapshot.derived);
    const subjects = await subjectsOf({ ...snapshot, derived: open.derived }, lists, held.mentions, progress);
    const decisions = decisionsOf(subjects);
    const exported = subjects.partition.subjects.map((subject) => ({
      ...exportedLine(subjectLine(subjects, subject, decisions)),
      documents: [...new Set(subject.leaves.map(({ document }) => document))].sort(),
    }));
    const text = WRITERS[format as keyof typeof WRITERS]({
      origin: record.origin,
      at: timestampOf(held.clock()),
      subjects: exported,
    });
    checkNames(text, open.protectedNames);
    const documents = [...new Set(exported.flatMap((subject) => subject.documents))].sort();
    const by = request.by === undefined ? PROGRAM : { person: request.by };
    const counts = { documents: documents.length, subjects: exported.length };
    const body = {
      export: { format: `subjects as ${format}`, ...counts, documents },
      file: `sha256:${sha256Hex(text)}`,
    };
    const [act] = await record.append([{ kind: 'shared', by, body: jsonOf(body) }]);
    if (out !== undefined) writeNew(out, text);
    return {
      format,
      out: out ?? null,
      text: out === undefined ? text : null,
      subjects: exported.length,
      shared: act?.id ?? '',
    };
  });
}
