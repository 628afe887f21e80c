import { z } from 'zod';
import { type DomElement, parseDom } from '../../documents/html/dom.ts';
import { AppError } from '../errors.ts';

/** Words that a report puts into a document's mouth, and where they are to be found. */
export type ReportQuotation = {
  readonly quote: string;
  /** `sha256:…`; null where the report does not say. */
  readonly document: string | null;
  /** Hash of the text that it was cut out of, as the report names it; null where it names none. */
  readonly text: string | null;
  /** Where it stands: the whole of a passage, or words within it. Null where the report does not say. */
  readonly passage: { readonly start: number; readonly end: number } | null;
  readonly part: 'passage' | 'words';
  /** What is printed shows deceptive characters by their numbers; data hold them as they are. */
  readonly printed: boolean;
};

const reportShape = z.looseObject({
  format: z.string(),
  claims: z.array(
    z.looseObject({
      id: z.string(),
      document: z.string(),
      start: z.number(),
      end: z.number(),
      quote: z.string(),
      quantities: z.array(z.looseObject({ raw: z.string() })).default([]),
    }),
  ),
  documents: z.array(z.looseObject({ id: z.string(), text: z.string().optional() })),
  comparisons: z
    .array(z.looseObject({ rows: z.array(z.looseObject({ claim: z.string(), raw: z.string() })).default([]) }))
    .default([]),
});

/** The quotations of a report in its JSON or its HTML form. @throws AppError `bad-input` for what is neither */
export function quotationsOf(text: string, place: string): readonly ReportQuotation[] {
  return text.trimStart().startsWith('<') ? quotationsInHtml(text, place) : quotationsInJson(text, place);
}

function quotationsInJson(text: string, place: string): readonly ReportQuotation[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-input', 'this is no report: give its report.json or report.html', { place, cause });
  }
  const parsed = reportShape.safeParse(value);
  if (!parsed.success || !parsed.data.format.startsWith('standing-panel/report/'))
    throw new AppError('bad-input', 'this JSON is no report of this program', { place });
  const { claims, documents, comparisons } = parsed.data;
  const texts = new Map(documents.map(({ id, text: hash }) => [id, hash ?? null]));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const quotationOf = (
    claim: (typeof claims)[number],
    quote: string,
    part: ReportQuotation['part'],
  ): ReportQuotation => ({
    quote,
    document: claim.document,
    text: texts.get(claim.document) ?? null,
    passage: { start: claim.start, end: claim.end },
    part,
    printed: false,
  });
  return [
    ...claims.flatMap((claim) => [
      quotationOf(claim, claim.quote, 'passage'),
      ...claim.quantities.map(({ raw }) => quotationOf(claim, raw, 'words')),
    ]),
    ...comparisons.flatMap(({ rows }) =>
      rows.map(({ claim: id, raw }): ReportQuotation => {
        const claim = byId.get(id);
        if (claim !== undefined) return quotationOf(claim, raw, 'words');
        return { quote: raw, document: null, text: null, passage: null, part: 'words', printed: false };
      }),
    ),
  ];
}

/** The notes of the printed form quote passages; its tables quote words of them. */
function quotationsInHtml(text: string, place: string): readonly ReportQuotation[] {
  let page: ReturnType<typeof parseDom>;
  try {
    page = parseDom(text);
  } catch (cause) {
    throw new AppError('bad-input', 'this page cannot be read', { place, cause });
  }
  const notes = new Map<string, ReportQuotation>();
  for (const note of page.querySelectorAll('li[id^="note-"]')) {
    const quoted = note.querySelector('blockquote');
    if (quoted === null) continue;
    const target = note.querySelector('a[href^="#document-"]')?.getAttribute('href')?.slice(1) ?? '';
    const codes = codesIn(page.querySelector(`tr[id="${target.replace(/[^0-9A-Za-z-]/g, '')}"]`));
    const found = /characters (\d+)–(\d+)/.exec(note.querySelector('p')?.textContent ?? '');
    notes.set(note.id, {
      quote: unquoted(quoted.textContent ?? ''),
      document: codes[0] ?? null,
      text: codes[1] ?? null,
      passage: found === null ? null : { start: Number(found[1]), end: Number(found[2]) },
      part: 'passage',
      printed: true,
    });
  }
  if (notes.size === 0 && page.querySelector('tr[id^="document-"]') === null)
    throw new AppError('bad-input', 'this page is no report of this program', { place });
  const words = [...page.querySelectorAll('tr')].flatMap((row) => {
    const note = notes.get(row.querySelector('sup a[href^="#note-"]')?.getAttribute('href')?.slice(1) ?? '');
    if (note === undefined) return [];
    return quotedCells(row).map((quote): ReportQuotation => ({ ...note, quote, part: 'words' }));
  });
  return [...notes.values(), ...words];
}

function codesIn(row: DomElement | null): readonly string[] {
  return [...(row?.querySelectorAll('code') ?? [])]
    .map((code) => code.textContent ?? '')
    .filter((code) => code.startsWith('sha256:'));
}

/** Cells that hold words of a source in quotation marks and nothing else, but that they are a denial. */
function quotedCells(row: DomElement): readonly string[] {
  return [...row.querySelectorAll('td')].flatMap((cell) => {
    const content = (cell.textContent ?? '').trim();
    if (!/^“[^”]*”(?:, “[^”]*”)*(?: \(a denial\))?$/.test(content)) return [];
    return [...content.matchAll(/“([^”]*)”/g)].map(([, quote]) => quote ?? '');
  });
}

function unquoted(text: string): string {
  return text.trim().replace(/^“/, '').replace(/”$/, '');
}
