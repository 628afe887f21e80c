import type { Store } from '../../store/store.ts';
import type { ItemsNamed, StandingItems } from '../act-builders/act-builder.ts';
import type { Derivation, Snapshot } from '../derivation/derivation.ts';
import type { Progress } from '../progress.ts';
import { MANY_DOCUMENTS, type Projections } from './projections.ts';

/** Items as they stand: from what was read already or is read soon, and of many documents from the tables, for which no text is read. */
export async function standingItems(
  named: ItemsNamed,
  { derivation, projections }: { readonly derivation: Derivation; readonly projections: Projections },
  progress: Progress,
): Promise<StandingItems> {
  const log = await derivation.log();
  if (Object.values(named).every(({ length }) => length === 0))
    return { ...log, findings: [], comparisons: [], incidents: [] };
  const isLarge = log.evidence.documents.length >= MANY_DOCUMENTS;
  if (derivation.loaded() === undefined && (isLarge || projections.isOpen()))
    return { ...log, ...(await projections.read(progress, (store) => itemsIn(store, named))) };
  return itemsAmong(await derivation.snapshot(progress), named);
}

async function itemsIn(
  { blocks, details }: Store,
  { findings = [], findingsOn = [], comparisons = [], incidents = [] }: ItemsNamed,
): Promise<Pick<StandingItems, 'findings' | 'comparisons' | 'incidents'>> {
  return {
    findings: [...(await blocks.findings(findings)), ...(await details.findingsOn(findingsOn))],
    comparisons: await blocks.comparisons(comparisons),
    incidents: await blocks.incidents(incidents),
  };
}

function itemsAmong(
  { acts, evidence, derived }: Snapshot,
  { findings = [], findingsOn = [], comparisons = [], incidents = [] }: ItemsNamed,
): StandingItems {
  return {
    acts,
    evidence,
    findings: derived.findings.filter(
      ({ id, claims }) => findings.includes(id) || claims.some((claim) => findingsOn.includes(claim)),
    ),
    comparisons:
      comparisons.length === 0
        ? []
        : derived.topics
            .filter(({ id }) => comparisons.includes(id))
            .map(({ id, title, figures }) => ({
              id,
              title,
              claims: [...new Set(figures.map(({ claim }) => claim.id as string))],
            })),
    incidents: incidents.length === 0 ? [] : derived.incidents.filter(({ id }) => incidents.includes(id)),
  };
}
