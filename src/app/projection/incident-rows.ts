import { gistOf } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import type { Incident } from '../../findings/comparison/incident.ts';
import type { Chunk, IncidentRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf as titleOfDocument } from '../derivation/document-title.ts';
import { openItemChunkMemory } from './chunk-memory.ts';
import { documentsById, placeOfClaim } from './claim-rows.ts';
import { foldText } from './fold-text.ts';
import { originsKey, originsOf } from './report-comparison.ts';

/** An incident as a list shows it. */
export type ShownIncident = Incident & {
  readonly title: string;
  readonly claimants: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly where: readonly string[];
};

/** All incidents in the order of their first claims. */
export const shownIncidents = memoized((snapshot: Snapshot): readonly ShownIncident[] => {
  return snapshot.derived.incidents.map((incident) => showIncident(incident, membersOf(snapshot, incident)));
});

/** Makes the rows of incidents, a chunk each. */
export function openIncidentChunks(): (snapshot: Snapshot) => readonly Chunk<IncidentRow>[] {
  const memory = openItemChunkMemory<Incident, IncidentRow>();
  return (snapshot) => {
    const { derived } = snapshot;
    const origins = originsKey(derived.origins);
    const parties = JSON.stringify(derived.parties.judged);
    const documents = documentsById(snapshot);
    return derived.incidents.flatMap((incident) => {
      const own = membersOf(snapshot, incident);
      const [first] = own;
      // The place of a claim moves with the list in which it stands.
      const beside = [origins, parties, derived.documents, derived.byDocument.get(first?.document ?? '')];
      const place = (): number => (first === undefined ? 0 : placeOfClaim(snapshot, first));
      const of = (): readonly unknown[] => {
        const titles = own.map(({ document }) => titleOfDocument(documents.get(document)));
        return [place(), incident, origins, parties, ...titles, ...own];
      };
      return memory(
        incident,
        beside,
        () => [{ key: incident.id, of: of() }],
        () => [incidentRow(showIncident(incident, own), place(), jsonOf(originsOf(own, derived)))],
      );
    });
  };
}

const members = new WeakMap<Incident, readonly Claim[]>();

/** The claims of an incident. Another object stands for it as soon as one of them has changed. */
export function membersOf({ derived }: Snapshot, incident: Incident): readonly Claim[] {
  const known = members.get(incident) ?? incident.claims.flatMap((id) => derived.claimOf(id) ?? []);
  members.set(incident, known);
  return known;
}

function incidentRow(shown: ShownIncident, place: number, origins: JsonObject): IncidentRow {
  const { title: _, claimants: __, from: ___, to: ____, where: _____, ...incident } = shown;
  return { place, incident, sought: soughtInIncident(shown), summary: jsonOf(shown), origins };
}

export function showIncident(incident: Incident, claims: readonly Claim[]): ShownIncident {
  const days = (side: 'from' | 'to'): string[] =>
    claims
      .map(({ when }) => when[side])
      .filter((day) => day !== null)
      .sort();
  return {
    ...incident,
    title: titleOf(claims),
    claimants: [...new Set(claims.map(({ claimant }) => claimant.name))],
    from: days('from')[0] ?? null,
    to: days('to').at(-1) ?? null,
    where: [...new Set(claims.flatMap(({ where }) => where))],
  };
}

/** What the first of its claims that asserts anything says, and how many others stand with it. */
function titleOf(claims: readonly Claim[]): string {
  const leading = claims.find(({ polarity }) => polarity === 'asserts') ?? claims[0];
  if (leading === undefined) return '';
  const others = claims.length - 1;
  return others === 0
    ? gistOf(leading)
    : `${gistOf(leading)} (and ${others} more ${others === 1 ? 'claim' : 'claims'})`;
}

function soughtInIncident({ title, id, claimants, where }: ShownIncident): string {
  return foldText([title, id, ...claimants, ...where].join('\n'));
}
