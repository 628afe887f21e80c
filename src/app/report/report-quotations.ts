import { z } from 'zod';
import type { GistClaim } from '../../claims/gist/gist.ts';
import { describeError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/json/strict-json.ts';
import type { ReportModel } from '../../report/model/model.ts';
import { AppError } from '../errors.ts';

/** Words that a report puts into a document's mouth, and where they are to be found. */
export type ReportQuotation = {
  readonly quote: string;
  /** `sha256:…`; null where the report does not say. */
  readonly document: string | null;
  /** Hash of the text that it was cut out of, as the report names it; null where it names none. */
  readonly text: string | null;
  /** Null where the report does not say. */
  readonly passage: { readonly start: number; readonly end: number } | null;
  readonly part: QuotedPart;
};

/** The whole of a passage, words within it, or its gist, which the program made of it by rule and makes again. */
export type QuotedPart =
  | { readonly kind: 'passage' }
  | { readonly kind: 'words' }
  | { readonly kind: 'gist'; readonly claim: Omit<GistClaim, 'quote'> };

/** The data of a report: what every form is printed from, and the quotations in it. */
export type ReportData = { readonly model: ReportModel; readonly quotations: readonly ReportQuotation[] };

const claimShape = z.looseObject({
  id: z.string(),
  document: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  statement: z.string(),
  claimant: z.looseObject({ name: z.string(), kind: z.string() }),
  polarity: z.string(),
  speech: z.string(),
  roles: z.record(z.string(), z.array(z.string())).optional(),
  quantities: z.array(z.looseObject({ raw: z.string() })),
});

const proseShape = z.array(
  z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ claim: z.string().optional() })]))]),
);

const comparisonShape = z.looseObject({
  rows: z.array(z.looseObject({ claim: z.string(), raw: z.string() })),
  relations: z.array(z.looseObject({ reason: z.string() })),
});

/** Every part of a report by its name, so that nothing quoted stands where nobody looks. */
const reportShape = z.strictObject({
  format: z.literal('standing-panel/report/1'),
  claims: z.array(claimShape),
  documents: z.array(z.looseObject({ id: z.string(), text: z.string() })),
  comparisons: z.array(comparisonShape),
  summary: proseShape,
  contested: proseShape,
  singleSource: proseShape,
  drift: proseShape,
  language: z.unknown(),
  symbol: z.unknown(),
  title: z.unknown(),
  subtitle: z.unknown().optional(),
  asOf: z.unknown(),
  generatedAt: z.unknown(),
  period: z.unknown(),
  preparedBy: z.unknown(),
  standard: z.unknown(),
  method: z.unknown(),
  regimes: z.unknown(),
  law: z.unknown(),
  checks: z.unknown(),
  findings: z.unknown(),
  proposed: z.unknown(),
  leads: z.unknown(),
  unbound: z.unknown(),
  recommendations: z.unknown(),
  map: z.unknown(),
  sources: z.unknown(),
  refused: z.unknown(),
  unread: z.unknown(),
  counts: z.unknown(),
  screening: z.unknown(),
  record: z.unknown(),
  named: z.unknown().optional(),
  relations: z.unknown().optional(),
  trade: z.unknown().optional(),
  tracks: z.unknown().optional(),
} satisfies Record<keyof ReportModel, z.ZodType>);

type Report = z.infer<typeof reportShape>;
type ReportClaim = Report['claims'][number];

/** Reads a report in its JSON form. @throws AppError `bad-input` for what is none, or can be read in two ways */
export function readReportData(text: string, place: string): ReportData {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'give its report.json or report.html' : describeError(cause);
    throw new AppError('bad-input', `this is no report: ${why}`, { place, cause });
  }
  const parsed = reportShape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : ` (${[...issue.path, issue.message].join(': ')})`;
    throw new AppError('bad-input', `this JSON is no report of this program${where}`, { place });
  }
  for (const list of ['claims', 'documents'] as const) {
    const twice = firstTwice(parsed.data[list].map(({ id }) => id));
    if (twice !== undefined)
      throw new AppError('bad-input', `this is no report: two of its ${list} have the id ${twice}`, { place });
  }
  // The rest of the shape is tried when it is printed: what cannot be printed is no report either.
  return { model: value as ReportModel, quotations: quotationsIn(parsed.data) };
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function quotationsIn(report: Report): readonly ReportQuotation[] {
  const texts = new Map(report.documents.map(({ id, text }) => [id, text]));
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const quotationOf = (claim: ReportClaim | undefined, quote: string, part: QuotedPart): ReportQuotation => {
    if (claim === undefined) return { quote, document: null, text: null, passage: null, part };
    const { document, start, end } = claim;
    return { quote, document, text: texts.get(document) ?? null, passage: { start, end }, part };
  };
  const words = (id: string, quote: string): ReportQuotation => quotationOf(claims.get(id), quote, { kind: 'words' });
  return [
    ...report.claims.flatMap((claim) => [
      quotationOf(claim, claim.quote, { kind: 'passage' }),
      quotationOf(claim, claim.statement, { kind: 'gist', claim: gistClaim(claim) }),
      ...claim.quantities.map(({ raw }) => words(claim.id, raw)),
    ]),
    ...report.comparisons.flatMap(({ rows, relations }) => [
      ...rows.map(({ claim, raw }) => words(claim, raw)),
      ...relations.flatMap(({ reason }) =>
        phrasesIn(reason)
          .filter((phrase) => phrase === '' || !rows.some(({ raw }) => raw.includes(phrase)))
          .map((phrase) => quotationOf(undefined, phrase, { kind: 'words' })),
      ),
    ]),
    ...[report.summary, report.contested, report.singleSource, report.drift]
      .flat()
      .flatMap((prose) =>
        typeof prose === 'string' ? [] : notedWords(prose).map(({ claim, phrase }) => words(claim, phrase)),
      ),
  ];
}

function gistClaim({ claimant, polarity, speech, roles }: ReportClaim): Omit<GistClaim, 'quote'> {
  return { claimant, polarity, speech, ...(roles === undefined ? {} : { roles }) };
}

function phrasesIn(text: string): readonly string[] {
  return [...text.matchAll(/“([^“”]*)”/g)].map(([, phrase]) => phrase ?? '');
}

/** Words in marks of quotation with a note to their claim right after them. */
function notedWords(
  prose: Exclude<Report['summary'][number], string>,
): readonly { readonly claim: string; readonly phrase: string }[] {
  return prose.flatMap((run, at) => {
    const next = prose[at + 1];
    if (typeof run !== 'string' || typeof next !== 'object' || next.claim === undefined) return [];
    const phrase = /“([^“]*)”\)?$/.exec(run)?.[1];
    return phrase === undefined ? [] : [{ claim: next.claim, phrase }];
  });
}
