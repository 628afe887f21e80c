import { memoized } from '../../core/memoized.ts';
import { printableText } from '../../figures/drawing/markup.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import { claimantName, type NamedParty } from '../../findings/model/claimant-name.ts';
import { ReportError } from '../errors.ts';
import type { Prose, ProseRun, ReportClaim, ReportDocument, ReportModel } from '../model/model.ts';
import { capitalise, claimantKindWords, isDescription, statusWords } from '../model/words.ts';
import type { Aside, FigureContent, Inline, ManuscriptBlock, Note } from './manuscript.ts';

/**
 * Writes the parts of a report in order and numbers them as it goes: paragraphs and figures through the report, notes by
 * first reference. Its state lives as long as one composition.
 */
export type Writer = {
  readonly model: ReportModel;
  readonly claim: (id: string) => ReportClaim;
  readonly document: (id: string) => ReportDocument;
  readonly inlines: (prose: Prose) => readonly Inline[];
  /** The reference to the note that quotes a claim's passage. */
  readonly claimNote: (id: string) => Inline;
  /** Number of a claim's note without referring to it, for labels in figures. */
  readonly noteNumber: (claim: string) => number;
  /** A paragraph of law, pointing to its line in the annex of measures where the regime's data have it; `text` is what stands for it. */
  readonly provision: (id: string, text?: string) => readonly Inline[];
  /** Whether the report pointed to a paragraph of law. */
  readonly cites: (provision: string) => boolean;
  readonly paragraph: (prose: Prose | readonly Inline[], aside?: Aside | null) => ManuscriptBlock;
  readonly figure: (caption: string, content: FigureContent) => ManuscriptBlock;
  readonly notes: () => readonly Note[];
};

type DraftNote = {
  readonly number: number;
  readonly quote: string | null;
  readonly text: readonly Inline[];
  references: number;
};

export function createWriter(model: ReportModel): Writer {
  const claims = new Map(model.claims.map((claim) => [claim.id, claim]));
  const documents = new Map(model.documents.map((document) => [document.id, document]));
  const provisions = new Set(model.regimes.flatMap((regime) => regime.provisions.map(({ id }) => id)));
  const notes = new Map<string, DraftNote>();
  let paragraphs = 0;
  let figures = 0;

  const claim = (id: string) => {
    const found = claims.get(id);
    if (!found)
      throw new ReportError('unknown-claim', `the report refers to a claim that it does not hold: ${id}`, {
        place: id,
      });
    return found;
  };
  const document = (id: string) => {
    const found = documents.get(id);
    if (!found)
      throw new ReportError('unknown-document', `the report refers to a document that it does not hold: ${id}`, {
        place: id,
      });
    return found;
  };
  const noteOf = (key: string, make: () => Pick<Note, 'quote' | 'text'>): DraftNote => {
    const known = notes.get(key);
    if (known) return known;
    const note = { number: notes.size + 1, references: 0, ...make() };
    notes.set(key, note);
    return note;
  };
  const refer = (note: DraftNote): Inline => ({ kind: 'note', number: note.number, reference: ++note.references });
  const claimDraft = (id: string) =>
    noteOf(`claim ${id}`, () => passageNote(claim(id), document(claim(id).document), model));
  const claimNote = (id: string) => refer(claimDraft(id));
  const cited = new Set<string>();
  const provision = (id: string, text = id): readonly Inline[] => {
    if (!provisions.has(id)) return [{ kind: 'text', text }];
    cited.add(id);
    return [{ kind: 'link', target: measureAnchor(id), text }];
  };
  const inline = (run: ProseRun): readonly Inline[] => {
    if (typeof run === 'string') return [{ kind: 'text', text: run }];
    if ('claim' in run) return [claimNote(run.claim)];
    if ('provision' in run) return provision(run.provision);
    return 'strong' in run ? [{ kind: 'strong', text: run.strong }] : [{ kind: 'emphasis', text: run.emphasis }];
  };
  const inlines = (prose: Prose) => (typeof prose === 'string' ? [prose] : prose).flatMap(inline);

  return {
    model,
    claim,
    document,
    inlines,
    claimNote,
    noteNumber: (id) => claimDraft(id).number,
    provision,
    cites: (id) => cited.has(id),
    paragraph: (prose, aside = null) => ({
      kind: 'paragraph',
      number: ++paragraphs,
      text: isComposed(prose) ? prose : inlines(prose),
      aside,
    }),
    figure: (caption, content) => {
      figures += 1;
      return { kind: 'figure', id: `figure-${figures}`, number: figures, caption, content };
    },
    notes: () => [...notes.values()].map((note) => ({ ...note })),
  };
}

function isComposed(prose: Prose | readonly Inline[]): prose is readonly Inline[] {
  return typeof prose !== 'string' && prose.every((part) => typeof part !== 'string' && 'kind' in part);
}

/** Where a passage stands: printed paragraph and page where the document has them, always the offsets of the text layer. */
function passagePlace({ locator, start, end }: ReportClaim): string {
  const place = locator?.place === undefined ? [] : [locator.place];
  const page = locator?.page === undefined ? [] : [`page ${locator.page}`];
  const paragraph = locator?.paragraph === undefined ? [] : [`paragraph ${locator.paragraph}`];
  return [...place, ...page, ...paragraph, `characters ${start}–${end}`].join(', ');
}

export function describeParty({ name, kind, country }: NamedParty): string {
  const isNamed = kind !== 'unnamed' || isDescription(name);
  const words = [...(isNamed ? [claimantKindWords(kind)] : []), ...(country === undefined ? [] : [country])];
  return `${claimantName({ name, kind })}${words.length === 0 ? '' : ` (${words.join(', ')})`}`;
}

/** Id of a document's row in the annex of evidence. */
export function documentAnchor(id: string): string {
  return `document-${id.replace(/[^0-9a-z]/g, '').slice(-64, -48) || 'x'}`;
}

/** Id of a paragraph's line in the annex of measures. */
export function measureAnchor(provision: string): string {
  return `measure-${provision.replace(/[^0-9A-Za-z]+/g, '-').replace(/^-|-$/g, '')}`;
}

/** "document 7", by its place in the annex of evidence. */
export function documentNumber(id: string, model: ReportModel): string {
  return `document ${(documentPlaces(model).get(id) ?? -1) + 1}`;
}

// A long report has tens of thousands of notes: what each of them asks of all claims, documents or sources is worked out once.
const documentPlaces = memoized(
  ({ documents }: ReportModel): ReadonlyMap<string, number> => new Map(documents.map(({ id }, at) => [id, at])),
);

const sourceNames = memoized(
  ({ sources }: ReportModel): ReadonlyMap<string, string> => new Map(sources.map(({ id, name }) => [id, name])),
);

/** What a document's source is called; a document whose source was not described names it itself. */
export function sourceName({ source }: ReportDocument, model: ReportModel): string {
  return sourceNames(model).get(source) ?? source;
}

function passageNote(claim: ReportClaim, document: ReportDocument, model: ReportModel): Pick<Note, 'quote' | 'text'> {
  const source = sourceName(document, model);
  const published = document.published === null ? 'undated' : writeDate(document.published);
  const relay =
    claim.relay.length === 0 ? '' : `, as passed on by ${claim.relay.map(({ name }) => name).join(', then ')}`;
  const grade = claim.grade === undefined ? '' : `, credibility ${claim.grade.credibility} (${claim.grade.by})`;
  const review = uniformStatus(model) === null ? `, ${statusWords(claim.status)}` : '';
  return {
    quote: printableText(claim.quote),
    text: [
      { kind: 'text', text: `${capitalise(describeParty(claim.claimant))}${relay}. ${source}, ` },
      { kind: 'emphasis', text: document.title },
      { kind: 'text', text: `, ${published}, ${passagePlace(claim)} (` },
      { kind: 'link', target: documentAnchor(document.id), text: documentNumber(document.id, model) },
      { kind: 'text', text: `). Claim ${claim.id}${review}${grade}.` },
    ],
  };
}

/** The status that all claims share, or null where they differ: then each note gives its own. */
export const uniformStatus = memoized(({ claims }: ReportModel): string | null => {
  const first = claims[0]?.status ?? null;
  return claims.every(({ status }) => status === first) ? first : null;
});

/** An address as a link when it is one of the web; anything else (`javascript:`, `data:`, `file:`) stays text. */
export function webAddress(url: string | null): Inline | null {
  if (url === null || url === '') return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const web =
    parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') && parsed.username === '';
  return web ? { kind: 'address', url: parsed.href, text: url } : { kind: 'text', text: url };
}
