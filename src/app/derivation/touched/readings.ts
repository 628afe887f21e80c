import type { Claim, Claimant } from '../../../claims/model/claim.ts';
import { memoized } from '../../../core/memoized.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import type { Blocks, HeldClaim } from '../../../store/blocks.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { DocumentReading } from '../derivation.ts';
import { heldClaims, type RecentClaims } from './recent-claims.ts';

/** Documents with claims of theirs, each taken once for what is worked out of a few of many. */
export type Readings = {
  /** Takes some documents with their texts and all their claims; null where one is not there. */
  of(documents: readonly string[]): Promise<readonly DocumentReading[] | null>;
  /**
   * Takes some claims, each with its document, as the tables hold them, which is a hundredth of the work; their documents with their texts
   * where these decide anything. False where one is not there.
   */
  take(claims: ReadonlyMap<string, string>): Promise<boolean>;
  /** The claims of a document that was taken with its text. */
  claimsIn(document: string): readonly Claim[];
  claimOf(id: string): Claim | undefined;
  /** Where a claim that was taken stands among all of its document. */
  placeOf(claim: Pick<Claim, 'id' | 'document'>): number;
  /** All documents of which anything was taken, with the claims that were. */
  taken(): readonly DocumentReading[];
};

export type ReadingSources = {
  readonly blocks: Pick<Blocks, 'claims' | 'documents'>;
  readonly recent: RecentClaims;
  /** One document and its claims as the record stands. */
  reading(document: string): Promise<DocumentReading | null>;
};

export function openReadings({ blocks, recent, reading }: ReadingSources, evidence: Evidence): Readings {
  const whole = new Map<string, DocumentReading>();
  const held = new Map<string, Map<string, HeldClaim>>();
  const homes = new Map<string, string>();
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
  const take = async (claims: ReadonlyMap<string, string>): Promise<boolean> => {
    for (const [id, document] of claims) homes.set(id, document);
    if (comparesTexts) return (await of(claims.values())) !== null;
    const asked = [...claims].filter(([id, document]) => !whole.has(document) && held.get(document)?.has(id) !== true);
    const found = await heldClaims(new Map(asked), recent, blocks);
    const pictured = new Set<string>();
    for (const [id, document] of asked) {
      const one = found.get(id);
      if (one === undefined) return false;
      if (one.sight !== null) pictured.add(document);
      const own = held.get(document) ?? new Map<string, HeldClaim>();
      held.set(document, own.set(id, one));
    }
    const unnamed = [...held.keys()].filter((id) => !recent.documents.has(id));
    for (const { id, title, published } of unnamed.length === 0 ? [] : await blocks.documents(unnamed))
      recent.documents.set(String(id), {
        title: String(title),
        published: published === null ? null : String(published),
      });
    return (await of(pictured)) !== null;
  };
  const describe = ([id, own]: readonly [string, ReadonlyMap<string, HeldClaim>]): readonly DocumentReading[] => {
    const [document, listed] = [documentsById(evidence).get(id), recent.documents.get(id)];
    if (document === undefined || listed === undefined || whole.has(id)) return [];
    const layer: TextLayer = { ...NO_TEXT, document: document.document, title: listed.title };
    const claims = [...own.values()].sort((a, b) => a.at - b.at).map(({ claim }) => claim);
    return [
      { document: { ...document, layer, published: listed.published, source: NOBODY }, extracted: claims, claims },
    ];
  };
  return {
    of,
    take,
    claimsIn: (document) => whole.get(document)?.claims ?? [],
    claimOf: (id) => {
      const home = homes.get(id) ?? '';
      return whole.get(home)?.claims.find((claim) => claim.id === id) ?? held.get(home)?.get(id)?.claim;
    },
    placeOf: ({ id, document }) => {
      const own = whole.get(document)?.claims;
      return own === undefined ? (held.get(document)?.get(id)?.at ?? 0) : own.findIndex((claim) => claim.id === id);
    },
    taken: () => [...whole.values(), ...[...held].flatMap(describe)],
  };
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
