import type { ClaimRow } from '../../src/app/workbench/contract/claim.ts';
import type { IncidentDetail } from '../../src/app/workbench/contract/incident.ts';
import type { Page } from '../../src/app/workbench/contract/page.ts';
import type { ActLine } from '../../src/app/workbench/contract/record/act.ts';

/** Rows made by counting: the same number gives the same rows. */

const STATES = ['North Korea', 'Russia', 'China', 'Ukraine', 'Iran', 'Syria', 'Libya', 'Mali'];
const PREDICATES = ['transferred', 'procured', 'attacked', 'launched', 'employed', 'financed', 'said'] as const;
const THINGS = ['missile', 'artillery shell', 'container', 'barrel', 'attack', 'vessel', 'worker', 'drone'];

function pick<Item>(from: readonly Item[], at: number): Item {
  return from[at % from.length] as Item;
}

export function manyClaims(count: number): readonly ClaimRow[] {
  return Array.from({ length: count }, (_, at): ClaimRow => {
    const [agent, predicate, thing] = [pick(STATES, at), pick(PREDICATES, at * 3), pick(THINGS, at * 5)];
    const raw = `about ${(at * 7) % 9000} ${thing}s`;
    return {
      id: `c-${String(at).padStart(20, '0')}`,
      document: `sha256:${'0'.repeat(64)}`,
      start: at * 100,
      end: at * 100 + 90,
      quote: `The ministry said that ${agent} ${predicate} ${raw} at the northern port in the spring of ${2015 + (at % 10)}.`,
      claimant: { name: `Claimant number ${at % 300}`, kind: 'newsroom' },
      relay: at % 5 === 0 ? [{ name: 'A news agency', kind: 'newsroom' }] : [],
      polarity: at % 40 === 0 ? 'denies' : 'asserts',
      modality: 'alleges',
      speech: 'reported',
      predicate,
      roles: { agent: [agent] },
      quantities: [{ counts: thing, qualifier: 'about', low: '1', high: '9000', raw }],
      when: { from: null, to: null, raw: null },
      where: [],
      status: at % 3 === 0 ? 'accepted' : 'proposed',
      rules: ['bench'],
      gist: `Claimant number ${at % 300}: ${agent} ${predicate} ${raw} at the northern port`,
      statement: `${agent} ${predicate} ${raw} at the northern port`,
      title: `Report number ${Math.floor(at / 50)} of the ministry`,
      published: '2024-02-27',
      grade: at % 7 === 0 ? '3' : null,
      incident: null,
      sight: null,
      contradicted: at % 60 === 0,
      place: null,
    };
  });
}

export function manyActs(count: number): readonly ActLine[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `a-${count - at}`,
    kind: 'reviewed',
    at: '2024-03-29T12:00:00.000Z',
    by: `Analyst ${at % 9}`,
    summary: `The claim of claimant number ${at % 300} about ${(at * 7) % 9000} containers was accepted.`,
    supersedes: null,
    superseded: at % 17 === 0,
    canBeUndone: at % 17 !== 0,
    since: at % 17 === 0 ? 'taken-back' : null,
    withheld: false,
  }));
}

/** One page as the server gives it: the cursor says where the next one begins. */
export function pageOf<Item>(items: readonly Item[], from: number, limit: number): Page<Item> {
  const to = from + limit;
  return { items: items.slice(from, to), next: to < items.length ? String(to) : null, total: items.length };
}

/** An incident with so many places on its map. */
export function mappedIncident(count: number): IncidentDetail {
  const places = Array.from({ length: count }, (_, at) => ({
    name: `Position ${at}`,
    longitude: 120 + ((at * 37) % 1500) / 100,
    latitude: 30 + ((at * 53) % 1300) / 100,
  }));
  return {
    summary: {
      id: 'many',
      title: 'A voyage with many positions',
      claims: [],
      status: 'single-source',
      reason: 'Made for a measurement.',
      by: ['program'],
      claimants: [],
      from: null,
      to: null,
      where: [],
    } as unknown as IncidentDetail['summary'],
    claims: [],
    comparisons: [],
    origins: null,
    map: { title: 'Positions', places, whole: [], unplaced: [] },
    judgements: [],
    findings: [],
  };
}
