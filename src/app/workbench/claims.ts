import { compareQuantities } from '../../claims/comparison/comparison.ts';
import { gistOf, statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Act } from '../../record/log/act.ts';
import { claimById } from '../act-builders/claim-acts.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { type Sight, sightOf } from '../derivation/needs-sight.ts';
import { actLines } from './act-line.ts';
import type { CLAIM_SORTS, ClaimComparison, ClaimDetail, ClaimPage, ClaimRow, Facet } from './contract/claim.ts';
import { foldText, type PageQuery, pageOf, searchIn } from './page.ts';

type ClaimSort = (typeof CLAIM_SORTS)[number];

export type ClaimQuery = PageQuery & {
  readonly status?: string | undefined;
  readonly document?: string | undefined;
  readonly claimant?: string | undefined;
  readonly predicate?: string | undefined;
  readonly counts?: string | undefined;
  readonly polarity?: string | undefined;
  readonly q?: string | undefined;
  /** One of CLAIM_SORTS; a minus before it turns it round. */
  readonly sort?: string | undefined;
};

/** The documents of a snapshot by their ids. */
export const documentsById = memoized(
  ({ derived }: Snapshot): ReadonlyMap<string, ReadDocument> =>
    new Map(derived.documents.map((document) => [document.document, document])),
);

/** All claims as rows, in the order of their documents. */
export const claimRows = memoized((snapshot: Snapshot): readonly ClaimRow[] => {
  const { derived, evidence } = snapshot;
  const documents = documentsById(snapshot);
  const grades = new Map(evidence.grades.map(({ claim, credibility }) => [claim.id, credibility]));
  const incidents = new Map(derived.incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const contradicted = new Set(
    derived.checks.filter(({ relation }) => relation === 'contradicts').map(({ claim }) => claim),
  );
  return derived.claims.map((claim) => {
    const document = documents.get(claim.document);
    return rowsOn(claim)({
      title: titleOf(document),
      published: document?.published ?? null,
      grade: grades.get(claim.id) ?? null,
      incident: incidents.get(claim.id) ?? null,
      contradicted: contradicted.has(claim.id),
      sight: sightIn(document)(claim),
    });
  });
});

/** Told once of a claim, so that its row stays the same one. */
const sightIn = (document: ReadDocument | undefined): ((claim: Claim) => Sight | null) =>
  document?.layer.recognised === undefined ? () => null : sightsIn(document.layer);

const sightsIn = memoized((layer: TextLayer) => memoized((claim: Claim) => sightOf(claim, layer)));

/** A claim's row stays the same one while nothing in it changes: what is remembered of it outlives an act on another claim. */
const rowsOn = memoized((claim: Claim) => {
  let last: { readonly beside: readonly unknown[]; readonly row: ClaimRow } | undefined;
  return (fields: Omit<ClaimRow, keyof Claim | 'gist' | 'statement'>): ClaimRow => {
    const beside = Object.values(fields);
    if (last === undefined || beside.some((value, at) => value !== last?.beside[at]))
      last = { beside, row: { ...claim, gist: gistOf(claim), statement: statementIn(claim), ...fields } };
    return last.row;
  };
});

const rowsById = memoized(
  (rows: readonly ClaimRow[]): ReadonlyMap<string, ClaimRow> => new Map(rows.map((row) => [row.id, row])),
);

/** The rows of some claims, in the order of the ids; what is not there any more is left out. */
export function rowsOf(snapshot: Snapshot, ids: readonly string[]): readonly ClaimRow[] {
  const rows = rowsById(claimRows(snapshot));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** What a search looks through: what is said and by whom, of whom, where, and in which document. */
const searchable = memoized((row: ClaimRow): string =>
  foldText(
    [
      row.id,
      row.quote,
      row.title,
      row.claimant.name,
      ...row.relay.map(({ name }) => name),
      ...Object.values(row.roles).flat(),
      ...row.where,
    ].join('\n'),
  ),
);

const FILTERS = {
  status: (row, value) => row.status === value,
  document: (row, value) => row.document === value,
  claimant: (row, value) => row.claimant.name === value,
  predicate: (row, value) => row.predicate === value,
  counts: (row, value) => row.quantities.some(({ counts }) => counts === value),
  polarity: (row, value) => row.polarity === value,
} as const satisfies Record<string, (row: ClaimRow, value: string) => boolean>;
type FilterName = keyof typeof FILTERS;

/** Claims that fit, as one page, with what the filters would leave otherwise. */
export function claimPage(snapshot: Snapshot, query: ClaimQuery): ClaimPage {
  const { cursor, limit, ...asked } = query;
  const { rows, facets } = viewsIn(snapshot)(asked);
  return { ...pageOf(rows, ({ id }) => id, { cursor, limit }, asked), facets };
}

type View = { readonly rows: readonly ClaimRow[]; readonly facets: ClaimPage['facets'] };

/** Lists that are being paged through, by what was asked: a large one is sorted and counted once, not for every page. */
const MOST_VIEWS = 50;

const viewsIn = memoized((snapshot: Snapshot) => {
  const known = new Map<string, View>();
  return (asked: Omit<ClaimQuery, keyof PageQuery>): View => {
    const key = JSON.stringify(Object.entries(asked).sort());
    const view = known.get(key) ?? viewOf(claimRows(snapshot), asked);
    known.delete(key);
    known.set(key, view);
    if (known.size > MOST_VIEWS) known.delete([...known.keys()][0] ?? '');
    return view;
  };
});

function viewOf(rows: readonly ClaimRow[], { q, sort, ...values }: Omit<ClaimQuery, keyof PageQuery>): View {
  const sought = searchIn(q);
  const found = q === undefined ? rows : rows.filter((row) => sought(searchable(row)));
  const left = (without?: FilterName): readonly ClaimRow[] =>
    (Object.keys(FILTERS) as FilterName[]).reduce<readonly ClaimRow[]>((some, name) => {
      const value = values[name];
      return value === undefined || name === without ? some : some.filter((row) => FILTERS[name](row, value));
    }, found);
  const all = left();
  const among = (name: FilterName): readonly ClaimRow[] => (values[name] === undefined ? all : left(name));
  return {
    rows: sorted(all, sort),
    facets: {
      status: facetsOf(among('status').map(({ status }) => status)),
      claimant: facetsOf(among('claimant').map(({ claimant }) => claimant.name)),
      predicate: facetsOf(among('predicate').map(({ predicate }) => predicate)),
      counts: facetsOf(
        among('counts').flatMap(({ quantities }) => [...new Set(quantities.map(({ counts }) => counts))]),
      ),
    },
  };
}

const MOST_FACETS = 50;

function facetsOf(values: readonly string[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_FACETS);
}

const SORT_KEYS: Readonly<Record<Exclude<ClaimSort, 'document'>, (row: ClaimRow) => string>> = {
  claimant: ({ claimant }) => foldText(claimant.name),
  published: ({ published }) => published ?? '',
  predicate: ({ predicate }) => predicate,
  status: ({ status }) => status,
};

/** Rows of one key stay in the order of their documents, whichever way the keys run. */
function sorted(rows: readonly ClaimRow[], sort = 'document'): readonly ClaimRow[] {
  const backwards = sort.startsWith('-');
  const name = (backwards ? sort.slice(1) : sort) as ClaimSort;
  if (name === 'document') return backwards ? rows.toReversed() : rows;
  const keyOf = SORT_KEYS[name];
  const way = backwards ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0))
    .map(({ row }) => row);
}

/** How much of the text around a quote is shown for reading on. */
const AROUND = 400;

/** One claim with all that was said of it. @throws AppError `no-such-claim` */
export function claimDetail(snapshot: Snapshot, id: string): ClaimDetail {
  const { acts, evidence, derived } = snapshot;
  const claim = claimById(derived.claims, id);
  const [row] = rowsOf(snapshot, [id]);
  const text = documentsById(snapshot).get(claim.document)?.layer.text ?? '';
  return {
    row: row as ClaimRow,
    before: text.slice(Math.max(0, claim.start - AROUND), claim.start).toWellFormed(),
    after: text.slice(claim.end, claim.end + AROUND).toWellFormed(),
    grades: evidence.grades
      .filter((grade) => grade.claim.id === id)
      .map(({ act, credibility, by, at, reason }) => ({ act, credibility, by, at, reason })),
    history: actLines(acts, actsOnClaims(acts).get(id) ?? []),
    checks: derived.checks.filter((check) => check.claim === id),
    findings: derived.findings
      .filter(({ claims }) => claims.includes(id))
      .map((finding) => ({ id: finding.id, title: finding.title, status: finding.status })),
    newer: newerReading(snapshot, claim),
  };
}

/** What the extractor reads today, where the claim was acted on in another form. */
function newerReading({ extracted }: Snapshot, claim: Claim): Claim | null {
  const reading = extracted.get(claim.id);
  if (reading === undefined) return null;
  const { status: _, ...counted } = claim;
  const { status: __, ...read } = reading;
  return canonicalJson(jsonOf(counted)) === canonicalJson(jsonOf(read)) ? null : reading;
}

/** The acts that carry a claim whole, and those that took such an act back, by the claim's id. */
const actsOnClaims = memoized((acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> => {
  const found = new Map<string, Act[]>();
  const claimsOfAct = new Map<string, readonly string[]>();
  for (const act of acts) {
    const named = [...claimsIn(act.body), ...(claimsOfAct.get(act.supersedes ?? '') ?? [])];
    if (named.length === 0) continue;
    claimsOfAct.set(act.id, named);
    for (const id of new Set(named)) found.set(id, [...(found.get(id) ?? []), act]);
  }
  return found;
});

/** Ids of the claims that an act's body carries: as `claim`, among `claims`, or in the `finding` that it makes. */
function claimsIn(body: Act['body']): readonly string[] {
  const { claim, claims, finding } = body as { claim?: unknown; claims?: unknown; finding?: unknown };
  const made = (finding as { claims?: unknown } | null | undefined)?.claims;
  return [claim, ...(Array.isArray(claims) ? claims : []), ...(Array.isArray(made) ? made : [])].flatMap((one) => {
    const id = (one as { id?: unknown } | null | undefined)?.id;
    return typeof id === 'string' && id.startsWith('c-') ? [id] : [];
  });
}

/** The relation of every two figures of two claims that can be compared. @throws AppError `no-such-claim` */
export function compareClaims({ derived }: Snapshot, a: string, b: string): ClaimComparison {
  const [left, right] = [claimById(derived.claims, a), claimById(derived.claims, b)];
  return {
    pairs: left.quantities.flatMap((one) =>
      right.quantities.map((other) => ({ a: one, b: other, ...compareQuantities(one, other) })),
    ),
  };
}
