import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const subjectShape = z.strictObject({
  id: z.string(),
  kind: z.enum(['person', 'organisation', 'vessel', 'aircraft', 'account', 'place']),
  /** The entry of the list that it is. */
  listed: z.string().optional(),
  note: z.string().optional(),
});

const documentShape = z.strictObject({
  language: z.enum(['en', 'ko', 'ru', 'zh', 'ar', 'ja']),
  title: z.string(),
  published: z.string(),
  text: z.string(),
});

type GoldSpan = { readonly start: number; readonly end: number; readonly text: string; readonly subject: string };
/** A place where a text gives a subject a name. */
export type GoldName = GoldSpan;
/** An identifier, with the subject that it stands with; `open` where the document does not say. */
export type GoldIdentifier = GoldSpan & { readonly scheme: string; readonly bad: boolean };

export type GoldDocument = {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly published: string;
  /** What is read: the text without the marks of the annotation. */
  readonly text: string;
  readonly names: readonly GoldName[];
  readonly identifiers: readonly GoldIdentifier[];
};

export type GoldSubject = z.infer<typeof subjectShape>;

const FOLDER = join(import.meta.dirname, 'gold');

export function goldSubjects(): readonly GoldSubject[] {
  return z.array(subjectShape).parse(parse(readFileSync(join(FOLDER, 'subjects.yaml'), 'utf8')));
}

export function goldDocuments(): readonly GoldDocument[] {
  const folder = join(FOLDER, 'documents');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { text: annotated, ...rest } = documentShape.parse(parse(readFileSync(join(folder, file), 'utf8')));
      return { id: file.replace(/\.yaml$/, ''), ...rest, ...withoutMarks(annotated) };
    });
}

/** `[surface](subject)` and `[surface](subject scheme bad)` as spans of the text that is left. */
function withoutMarks(annotated: string): Pick<GoldDocument, 'text' | 'names' | 'identifiers'> {
  const names: GoldName[] = [];
  const identifiers: GoldIdentifier[] = [];
  let text = '';
  let at = 0;
  for (const match of annotated.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)) {
    text += annotated.slice(at, match.index);
    at = match.index + match[0].length;
    const surface = match[1] ?? '';
    const [subject = '', scheme, bad] = (match[2] ?? '').split(' ');
    const span = { start: text.length, end: text.length + surface.length, text: surface, subject };
    text += surface;
    if (scheme === undefined) names.push(span);
    else identifiers.push({ ...span, scheme, bad: bad === 'bad' });
  }
  return { text: text + annotated.slice(at), names, identifiers };
}

/** Subjects that stand in the list of the gold set. */
export function goldListed(): ReadonlySet<string> {
  return new Set(goldSubjects().flatMap(({ id, listed }) => (listed === undefined ? [] : [id])));
}
