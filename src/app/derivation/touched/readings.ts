import type { Claim, Claimant } from '../../../claims/model/claim.ts';
import { memoized } from '../../../core/memoized.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import type { Blocks } from '../../../store/blocks.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { DocumentReading } from '../derivation.ts';
import type { HeldDocument, RecentClaims } from './recent-claims.ts';

/** Documents with their claims, each taken once for what is worked out of a few of many. */
export type Readings = {
  /** Those of some documents with their texts; null where one is not there. */
  of(documents: readonly string[]): Promise<readonly DocumentReading[] | null>;
  /**
   * Those of some documents with their claims as the tables hold them, which is a hundredth of the work; with their texts too where these
   * decide anything. Null where one is not there.
   */
  held(documents: readonly string[]): Promise<readonly DocumentReading[] | null>;
  /** The claims of a document that was taken. */
  claimsIn(document: string): readonly Claim[];
};

export type ReadingSources = {
  readonly blocks: Pick<Blocks, 'claimsIn' | 'documents'>;
  readonly recent: RecentClaims;
  /** One document and its claims as the record stands. */
  reading(document: string): Promise<DocumentReading | null>;
};

export function openReadings({ blocks, recent, reading }: ReadingSources, evidence: Evidence): Readings {
  const [whole, held] = [new Map<string, DocumentReading>(), new Map<string, DocumentReading>()];
  /** Whose texts are much alike is asked of the texts. */
  const comparesTexts = evidence.judgements.some(({ judgement }) => judgement === 'independent');
  const of = async (documents: Iterable<string>): Promise<readonly DocumentReading[] | null> => {
    const found: DocumentReading[] = [];
    for (const id of new Set(documents)) {
      const one = whole.get(id) ?? (await reading(id));
      if (one === null) return null;
      whole.set(id, one);
      found.push(one);
    }
    return found;
  };
  const take = async (documents: readonly string[]): Promise<void> => {
    const asked = documents.filter((id) => !whole.has(id) && !held.has(id));
    const unknown = asked.filter((id) => recent.of(id) === undefined);
    for (const [id, one] of await heldDocuments(unknown, blocks)) recent.keep(id, one);
    const acquired = documentsById(evidence);
    for (const id of asked) {
      const [known, document] = [recent.of(id), acquired.get(id)];
      if (known === undefined || known.claims === null || document === undefined) continue;
      const { claims, title, published } = known;
      const layer: TextLayer = { ...NO_TEXT, document: document.document, title };
      held.set(id, {
        document: { ...document, layer, published, source: NOBODY },
        extracted: claims,
        claims,
      });
    }
  };
  return {
    of,
    held: async (documents) => {
      const ids = [...new Set(documents)];
      if (comparesTexts) return await of(ids);
      await take(ids);
      const texts = await of(ids.filter((id) => !held.has(id)));
      return texts === null ? null : ids.flatMap((id) => whole.get(id) ?? held.get(id) ?? []);
    },
    claimsIn: (document) => (whole.get(document) ?? held.get(document))?.claims ?? [],
  };
}

/** What the tables hold of some documents; those that they do not hold are left out. */
async function heldDocuments(
  ids: readonly string[],
  blocks: ReadingSources['blocks'],
): Promise<ReadonlyMap<string, HeldDocument>> {
  if (ids.length === 0) return new Map();
  const claims = new Map<string, Claim[]>(ids.map((id) => [id, []]));
  const pictured = new Set<string>();
  for (const { sight, ...claim } of await blocks.claimsIn(ids)) {
    if (sight !== null && sight !== undefined) pictured.add(claim.document);
    claims.get(claim.document)?.push(claim);
  }
  return new Map(
    (await blocks.documents(ids)).map(({ id, title, published }) => [
      String(id),
      {
        claims: pictured.has(String(id)) ? null : (claims.get(String(id)) ?? []),
        title: String(title),
        published: published === null ? null : String(published),
      },
    ]),
  );
}

const documentsById = memoized(
  ({ documents }: Evidence): ReadonlyMap<string, Evidence['documents'][number]> =>
    new Map(documents.map((one) => [one.document, one])),
);

/** Stands for a text that nothing is asked of. */
const NO_TEXT: Omit<TextLayer, 'document'> = Object.freeze({
  kind: 'text',
  reader: '',
  text: '',
  blocks: [],
  pages: [],
  title: null,
  published: null,
  outlet: null,
  language: null,
  encoding: null,
});
const NOBODY: Claimant = Object.freeze({ name: '', kind: 'unnamed' });
