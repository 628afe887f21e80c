import type { DocumentId } from '../core/hash.ts';
import type { Custody } from '../documents/custody.ts';
import type { Act } from '../record/act.ts';
import {
  acquiredBody,
  type DossierFacts,
  dossierBody,
  type GradedBody,
  gradedBody,
  type JudgedBody,
  judgedBody,
  type LinkedBody,
  linkedBody,
  type RefusedBody,
  type ReviewedBody,
  refusedBody,
  reviewedBody,
  type SourceFacts,
  sourceBody,
} from './act-body.ts';

/** An act's body with the act's own facts. */
export type Dated<Body> = Body & { readonly act: string; readonly at: string; readonly by: string };

export type AcquiredDocument = { readonly act: string; readonly document: DocumentId; readonly custody: Custody };

/** What the acts of a record say, in their order, later acts having superseded earlier ones. */
export type Evidence = {
  readonly dossier: DossierFacts | null;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** Each document once, as it was first acquired. */
  readonly documents: readonly AcquiredDocument[];
  readonly refusals: readonly RefusedBody[];
  readonly reviews: readonly Dated<ReviewedBody>[];
  readonly grades: readonly Dated<GradedBody>[];
  readonly links: readonly Dated<LinkedBody>[];
  readonly judgements: readonly Dated<JudgedBody>[];
};

/** Reads the evidence out of acts. Acts that were undone or superseded no longer speak. */
export function gatherEvidence(acts: readonly Act[]): Evidence {
  const silenced = silencedActs(acts);
  let dossier: DossierFacts | null = null;
  const sources = new Map<string, SourceFacts>();
  const documents = new Map<string, AcquiredDocument>();
  const refusals = new Map<string, RefusedBody>();
  const reviews: Dated<ReviewedBody>[] = [];
  const grades: Dated<GradedBody>[] = [];
  const links: Dated<LinkedBody>[] = [];
  const judgements: Dated<JudgedBody>[] = [];

  for (const act of acts) {
    if (silenced.has(act.id)) continue;
    const dated = { act: act.id, at: act.at, by: actorName(act.by) };
    switch (act.kind) {
      case 'described': {
        const source = sourceBody.safeParse(act.body);
        if (source.success) sources.set(source.data.source.id, source.data.source);
        const described = dossierBody.safeParse(act.body);
        if (described.success) dossier = described.data.dossier;
        break;
      }
      case 'acquired': {
        // A list is screened against, not read for claims (lists-in-workspace.ts).
        if ('list' in act.body) break;
        // An official list is what names are screened against, not a text that claims are read from.
        if ('list' in act.body) break;
        const acquired = acquiredBody.safeParse(act.body);
        if (acquired.success && !documents.has(acquired.data.document)) {
          documents.set(acquired.data.document, { act: act.id, ...acquired.data });
        }
        break;
      }
      case 'refused': {
        const refused = refusedBody.safeParse(act.body);
        if (refused.success) refusals.set(refused.data.name, refused.data);
        break;
      }
      case 'reviewed':
        pushParsed(reviews, reviewedBody.safeParse(act.body), dated);
        break;
      case 'graded':
        pushParsed(grades, gradedBody.safeParse(act.body), dated);
        break;
      case 'judged':
        pushParsed(judgements, judgedBody.safeParse(act.body), dated);
        break;
      case 'linked':
        pushParsed(links, linkedBody.safeParse(act.body), dated);
        break;
      default:
        break;
    }
  }
  return {
    dossier,
    sources,
    documents: [...documents.values()],
    refusals: [...refusals.values()],
    reviews,
    grades,
    links,
    judgements,
  };
}

/** Acts that a later act took back or replaced. An act that was itself taken back silences nothing: undoing an undoing restores. */
export function silencedActs(acts: readonly Act[]): ReadonlySet<string> {
  const silenced = new Set<string>();
  for (const act of [...acts].reverse()) {
    if (act.supersedes !== undefined && !silenced.has(act.id)) silenced.add(act.supersedes);
  }
  return silenced;
}

function pushParsed<Body>(
  into: Dated<Body>[],
  parsed: { success: true; data: Body } | { success: false },
  dated: { act: string; at: string; by: string },
): void {
  if (parsed.success) into.push({ ...parsed.data, ...dated });
}

/** How an actor is written for people: the person's name, or the program with its version. */
export function actorName(by: Act['by']): string {
  return 'person' in by ? by.person : `${by.program} ${by.version}`;
}
