import { existsSync, writeFileSync } from 'node:fs';
import { sha256Hex } from '../../core/hash.ts';
import { timestampOf } from '../../core/time/clock.ts';
import { webAnnotations } from '../../interchange/annotations.ts';
import { claimReviews } from '../../interchange/claim-review.ts';
import { cslItems } from '../../interchange/csl.ts';
import { InterchangeError } from '../../interchange/errors.ts';
import { ftmLines } from '../../interchange/ftm/ftm-lines.ts';
import { statementRows } from '../../interchange/ftm/statements.ts';
import type { ExportedRecord } from '../../interchange/model/exported.ts';
import { guardNames } from '../../interchange/protected-names.ts';
import { stixBundle } from '../../interchange/stix/bundle.ts';
import { jsonOf } from '../acts/acquire.ts';
import { contentOf } from '../acts/document-content.ts';
import { openPart } from '../derivation/open-part.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { PROGRAM, programName } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { exportedRecord } from './exported-record.ts';

type Writer = (record: ExportedRecord) => string;

/** Without a `<` of its own: JSON-LD goes into the script of a page, which words of a document could end. */
const asJson = (write: (record: ExportedRecord) => unknown): Writer => {
  return (record) => `${JSON.stringify(write(record), null, 1).replaceAll('<', '\\u003c')}\n`;
};

const WRITERS = {
  ftm: (record) => [...ftmLines(record)].join(''),
  statements: (record) => [...statementRows(record)].join(''),
  stix: asJson(stixBundle),
  annotations: asJson(webAnnotations),
  claimreview: asJson(claimReviews),
  csl: asJson(cslItems),
} as const satisfies Record<string, Writer>;

export type ExportFormat = keyof typeof WRITERS;
export const EXPORT_FORMATS = Object.freeze(Object.keys(WRITERS) as ExportFormat[]);

export type ExportRequest = {
  readonly workspace: WorkspacePlace;
  readonly format: string;
  /** The file to write; else the text is the answer. */
  readonly out?: string | undefined;
  readonly publisher?: string | undefined;
  readonly reviewedOnly: boolean;
  readonly by?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type ExportResult = {
  readonly format: ExportFormat;
  readonly out: string | null;
  /** Null where it was written to a file. */
  readonly text: string | null;
  readonly documents: number;
  readonly claims: number;
  readonly findings: number;
  readonly leftOut: readonly string[];
  /** The act that says what left. */
  readonly shared: string;
};

/**
 * The open part of a record in a form of other programs. What left, in which form and with which hash, is an act, logged
 * before anything is handed out: what has left without one can never be asked back.
 * @throws AppError `bad-option`, `not-written`; InterchangeError `protected-name`
 */
export async function exportRecord(request: ExportRequest): Promise<ExportResult> {
  const { out, progress, reviewedOnly, publisher = null } = request;
  const format = formatOf(request.format);
  if (out !== undefined && existsSync(out))
    throw new AppError('not-written', 'the file exists already; name another', { place: out });
  return await withWorkspace({ ...request, command: 'panel export', create: false }, async (workspace) => {
    const { record } = workspace;
    const { derived } = await workspace.snapshot(progress);
    progress.step('Testing against the measures in force');
    const open = openPart(derived);
    progress.step('Writing the export');
    const exported = await exportedRecord(open, {
      origin: record.origin,
      program: programName(),
      publisher,
      at: timestampOf(workspace.clock()),
      reviewedOnly,
      contentOf: (document) => contentOf(record.read, document),
    });
    const text = WRITERS[format](exported);
    checkNames(text, open.protectedNames);
    const documents = exported.documents.map(({ id }) => id);
    const counts = { documents: documents.length, claims: exported.claims.length, findings: exported.findings.length };
    const by = request.by === undefined ? PROGRAM : { person: request.by };
    const body = { export: { format, ...counts, documents, publisher }, file: `sha256:${sha256Hex(text)}` };
    const [act] = await record.append([{ kind: 'shared', by, body: jsonOf(body) }]);
    if (out !== undefined) writeNew(out, text);
    return {
      format,
      out: out ?? null,
      text: out === undefined ? text : null,
      ...counts,
      leftOut: exported.leftOut,
      shared: act?.id ?? '',
    };
  });
}

function formatOf(given: string): ExportFormat {
  if (Object.hasOwn(WRITERS, given)) return given as ExportFormat;
  throw new AppError('bad-option', `"${given}" is no form of an export; there is ${EXPORT_FORMATS.join(', ')}`, {
    place: '--format',
  });
}

/**
 * The last look before a file leaves: items with such a name were held back already, so that one found here is a fault, and
 * nothing is written. Escapes of JSON are no letters of a word beside them.
 */
export function checkNames(text: string, names: readonly string[]): void {
  if (!guardNames(names)(text.replace(/\\(?:u[0-9a-f]{4}|.)/g, ' '))) return;
  throw new InterchangeError(
    'protected-name',
    'nothing was exported: the name of a protected source would have been in it',
  );
}

/** Writes a file that is not there yet, for its owner alone. @throws AppError `not-written` */
export function writeNew(out: string, text: string): void {
  try {
    writeFileSync(out, text, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new AppError('not-written', `the export could not be written: ${(cause as Error).message}`, {
      place: out,
      cause,
    });
  }
}
