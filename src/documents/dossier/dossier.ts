import { isAlias, isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import type { Reliability } from '../../core/admiralty.ts';
import { deepFreeze } from '../../core/json/json.ts';
import type { CalendarDate } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Protection } from '../custody/protection.ts';
import type { SourceKind } from '../custody/source-kind.ts';
import { DocumentError } from '../document-error.ts';
import { documentSchema, dossierSchema, findingSchema, listSchema, sourceSchema } from './dossier-schema.ts';
import { takeFile } from './intake.ts';

export const DOSSIER_FILE = 'dossier.yaml';
const MAX_BYTES = 4 * 1_048_576;

export type DossierSource = {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly country: string | null;
  readonly reliability: { readonly grade: Reliability; readonly reason: string | null } | null;
  /** Ids or names of those who could have made it say so. Sources under one control do not confirm each other. */
  readonly controls: readonly string[];
  /** Id of the source it belongs to. */
  readonly parent: string | null;
  /** Whether what it gives, and its name, may leave the workspace; open where nothing is said. */
  readonly protection?: Protection | undefined;
};

export type DossierDocument = {
  readonly file: string;
  /** Id of one of the dossier's sources. */
  readonly source: string;
  readonly published: CalendarDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly protection?: Protection | undefined;
  /** Where it stands in the dossier, `dossier.yaml:12`. */
  readonly place: string;
};

/** A finding to be made: its claims by their words, its events in ships' tracks by kind, MMSI and day. */
export type DossierFinding = {
  readonly title: string;
  /** Null: the regime that is usual. */
  readonly regime: string | null;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly claims: readonly { readonly file: string; readonly quote: string }[];
  readonly events: readonly { readonly kind: string; readonly ships: readonly string[]; readonly day: string }[];
  readonly reason: string | null;
  readonly place: string;
};

export type Dossier = {
  readonly title: string;
  readonly summary: string | null;
  readonly period: DateInterval;
  readonly sources: readonly DossierSource[];
  readonly documents: readonly DossierDocument[];
  /** Files of official lists to screen the named against. */
  readonly lists: readonly { readonly file: string; readonly place: string }[];
  /** What a person who runs the dossier under their name makes findings of. */
  readonly findings: readonly DossierFinding[];
};

/** A fault of one entry; the entry is left out and the rest holds. */
export type DossierProblem = { readonly place: string; readonly message: string };

export type ReadDossier = { readonly dossier: Dossier; readonly problems: readonly DossierProblem[] };

/**
 * Reads `dossier.yaml` of a folder.
 * @throws DocumentError `bad-dossier`, `missing` or another refusal of the file, when there is nothing to go on with
 */
export async function readDossier(folder: string): Promise<ReadDossier> {
  const { bytes } = await takeFile(DOSSIER_FILE, { within: folder, maxBytes: MAX_BYTES });
  return parseDossier(new TextDecoder().decode(bytes));
}

/** @throws DocumentError `bad-dossier` with the line, when the file is not YAML or has no documents or sources at all */
export function parseDossier(text: string): ReadDossier {
  const counter = new LineCounter();
  const yaml = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const fault = yaml.errors[0];
  if (fault !== undefined) {
    const { line } = counter.linePos(fault.pos[0]);
    throw new DocumentError('bad-dossier', `not valid YAML: ${firstLine(fault.message)}`, {
      place: `${DOSSIER_FILE}:${line}`,
    });
  }
  const lineOf = (path: readonly (string | number)[]) => lineIn(yaml, counter, path);
  const problems: DossierProblem[] = [];
  const report = (path: readonly (string | number)[], message: string) =>
    problems.push({ place: `${DOSSIER_FILE}:${lineOf(path)}`, message });

  let plain: unknown;
  try {
    plain = yaml.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new DocumentError('bad-dossier', `not usable: ${firstLine((error as Error).message)}`, {
      place: DOSSIER_FILE,
    });
  }
  const outer = dossierSchema.safeParse(plain);
  if (!outer.success) {
    const issue = outer.error.issues[0]!;
    throw new DocumentError('bad-dossier', issueText(issue), {
      place: `${DOSSIER_FILE}:${lineOf(keysOf(issue.path))}`,
    });
  }
  const { data } = outer;
  for (const key of Object.keys(plain as object))
    if (!(key in dossierSchema.shape)) report([key], `"${key}" is not a part of a dossier and was passed over`);

  const sources = readSources(data.sources, report);
  const known = new Map(
    sources.flatMap((source) => [[source.name, source.id] as const, [source.id, source.id] as const]),
  );
  const documents: DossierDocument[] = [];
  const files = new Set<string>();
  for (const [index, entry] of data.documents.entries()) {
    const path = ['documents', index];
    const parsed = readEntry(documentSchema, typeof entry === 'string' ? { file: entry } : entry, path, report);
    if (parsed === null) continue;
    const source = known.get(parsed.source);
    if (source === undefined)
      report(
        [...path, 'source'],
        `source "${parsed.source}" is not among the dossier's sources (${[...new Set(known.values())].join(', ')})`,
      );
    else if (files.has(parsed.file)) report([...path, 'file'], `"${parsed.file}" is listed twice`);
    else {
      files.add(parsed.file);
      documents.push({ ...parsed, source, place: `${DOSSIER_FILE}:${lineOf(path)}` });
    }
  }
  const lists = data.lists.flatMap((entry, index) => {
    const parsed = readEntry(listSchema, typeof entry === 'string' ? { file: entry } : entry, ['lists', index], report);
    return parsed === null ? [] : [{ file: parsed.file, place: `${DOSSIER_FILE}:${lineOf(['lists', index])}` }];
  });
  const findings = data.findings.flatMap((entry, index) => {
    const parsed = readEntry(findingSchema, entry, ['findings', index], report);
    return parsed === null ? [] : [{ ...parsed, place: `${DOSSIER_FILE}:${lineOf(['findings', index])}` }];
  });
  const { title, summary, period } = data;
  return deepFreeze({ dossier: { title, summary, period, sources, documents, lists, findings }, problems });
}

type Report = (path: readonly (string | number)[], message: string) => void;

function readSources(entries: readonly unknown[], report: Report): DossierSource[] {
  const sources: DossierSource[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = readEntry(sourceSchema, entry, ['sources', index], report);
    if (parsed === null) continue;
    if (sources.some(({ id }) => id === parsed.id))
      report(['sources', index, 'id'], `source "${parsed.id}" is listed twice`);
    else sources.push(parsed);
  }
  for (const source of sources)
    if (source.parent !== null && !sources.some(({ id }) => id === source.parent))
      report(
        ['sources', entries.findIndex((entry) => (entry as { id?: unknown } | null)?.id === source.id), 'parent'],
        `parent "${source.parent}" of "${source.id}" is not among the dossier's sources`,
      );
  return sources;
}

/** One entry on its own: a bad one is reported with what is expected, and left out. */
function readEntry<T extends z.ZodObject>(
  schema: T,
  entry: unknown,
  path: readonly (string | number)[],
  report: Report,
): z.output<T> | null {
  const parsed = schema.safeParse(entry);
  if (parsed.success) {
    for (const key of Object.keys(entry as object))
      if (!(key in schema.shape)) report([...path, key], `"${key}" is not known here and was passed over`);
    return parsed.data;
  }
  const issue = parsed.error.issues[0]!;
  report([...path, ...keysOf(issue.path)], issueText(issue));
  return null;
}

function issueText(issue: z.core.$ZodIssue): string {
  const key = issue.path.join('.');
  return key === '' ? issue.message : `${key}: ${issue.message}`;
}

function keysOf(path: readonly PropertyKey[]): (string | number)[] {
  return path.filter((key): key is string | number => typeof key !== 'symbol');
}

/** Line of the value at a path, or of the nearest thing around it that exists. */
function lineIn(yaml: YamlDocument, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? yaml.contents : yaml.getIn(path.slice(0, length), true);
    if ((isNode(node) || isAlias(node)) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/:$/, '');
}
