import type { Claim, Claimant } from '../../../claims/model/claim.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import type { Blocks } from '../../../store/blocks.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { DocumentReading } from '../derivation.ts';

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
  /** One document and its claims as the record stands. */
  reading(document: string): Promise<DocumentReading | null>;
};

export function openReadings({ blocks, reading }: ReadingSources, evidence: Evidence): Readings {
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
    const unknown = documents.filter((id) => !whole.has(id) && !held.has(id));
    const claims = new Map<string, Claim[]>(unknown.map((id) => [id, []]));
    for (const { sight, ...claim } of await blocks.claimsIn(unknown)) {
      if (sight === null || sight === undefined) claims.get(claim.document)?.push(claim);
      else claims.delete(claim.document);
    }
    const acquired = new Map<string, Evidence['documents'][number]>(
      evidence.documents.map((one) => [one.document, one]),
    );
    for (const { id, title, published } of await blocks.documents([...claims.keys()])) {
      const [own, document] = [claims.get(String(id)), acquired.get(String(id))];
      if (own === undefined || document === undefined) continue;
      const layer: TextLayer = { ...NO_TEXT, document: document.document, title: String(title) };
      const described = {
        ...document,
        layer,
        published: published === null ? null : String(published),
        source: NOBODY,
      };
      held.set(String(id), { document: described, extracted: own, claims: own });
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
