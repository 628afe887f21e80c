import { buildIndex } from '../../../src/screening/index/build-index.ts';
import { scorePair } from '../../../src/screening/matching/score-pair.ts';
import { screen } from '../../../src/screening/screen.ts';
import type { Peer, PeerHit } from './peer.ts';

/** This program, asked like the others. */
export const standingPanel: Peer = {
  name: 'Standing Panel',
  scoresPairs: true,
  isHelped: false,
  ask: async (list, questions) => {
    const index = buildIndex(list.entities);
    const hits = new Map<string, readonly PeerHit[]>();
    const before = process.cpuUsage();
    for (const { key, name, schema, pair } of questions)
      hits.set(
        key,
        pair === undefined
          ? screen(index, { names: [name], schema }, { limit: 5, threshold: 0 })
          : [{ entityId: 'pair', score: scorePair([name], [pair], schema) }],
      );
    const { user, system } = process.cpuUsage(before);
    return { hits, cpuMs: (user + system) / 1000 / Math.max(1, questions.length) };
  },
};
