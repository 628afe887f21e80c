import { describe, expect, it } from 'vitest';
import { sampleLog } from '../../../tests/exchange/sample-log.ts';
import { generateSigningKey } from '../../record/keys/signing-key.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { formatVerifierKey, KEY_TYPE } from '../../record/log/note.ts';
import { cosign } from '../cosignature/cosignature.ts';
import { CLOCKS_APART, standingOfNotes } from './cosigned-standing.ts';
import { parsePolicy } from './policy.ts';
import { describeStanding } from './standing-words.ts';

const NOW = 1_764_500_000;
const DAY = 86_400;
const log = sampleLog();
const keys = ['w1', 'w2', 'w3', 'w4'].map((name) => generateSigningKey(`${name}.example/w`, KEY_TYPE.cosignature));
const policy = parsePolicy(
  Buffer.from(
    `log ${log.vkey}\n${keys.map(({ key }, n) => `witness w${n + 1} ${formatVerifierKey(key)}\n`).join('')}group g 3 w1 w2 w3 w4\nquorum g\n`,
  ),
  'policy',
);

/** The note over so many acts with the cosignatures of witnesses, by number and time. */
function cosigned(size: number, ...words: readonly (readonly [number, number])[]): SignedCheckpoint {
  const checkpoint = parseCheckpoint(log.note(size));
  const signatures = words.map(([n, time]) => cosign(keys[n - 1]!, checkpoint.note.text, time));
  return { ...checkpoint, note: { ...checkpoint.note, signatures: [...checkpoint.note.signatures, ...signatures] } };
}

const judge = (notes: readonly SignedCheckpoint[], maxAge: number | null = null) => {
  const standing = standingOfNotes(notes, policy, { now: NOW, maxAge });
  return { ...standing, lines: describeStanding(standing, policy, { acts: 30, now: NOW, maxAge }) };
};

describe('what a policy makes of cosigned notes', () => {
  it('counts no word of the future, says whose it is, and does not call that witness silent', () => {
    const { state, lines } = judge([cosigned(28, [1, NOW], [2, NOW], [3, NOW + DAY])]);
    expect(state).toBe('no-quorum');
    expect(lines).toEqual([
      'QUORUM NOT REACHED: 2 of 4, needs 3; no cosignature at 28 acts: w4',
      'AHEAD OF THIS CLOCK: w3 2025-12-01 10:53 (not counted; one of the two clocks is wrong)',
    ]);
  });

  it('counts what a witness said before its clock went wrong', () => {
    const { state, lines, words } = judge([cosigned(28, [1, NOW], [2, NOW], [3, NOW - DAY], [3, NOW + DAY])]);
    expect(state).toBe('holds');
    expect(words.find(({ witness }) => witness.name === 'w3')?.time).toBe(NOW - DAY);
    expect(lines).toHaveLength(1);
  });

  it('bears clocks that are a little apart', () => {
    expect(judge([cosigned(28, [1, NOW], [2, NOW], [3, NOW + CLOCKS_APART])]).state).toBe('holds');
    expect(judge([cosigned(28, [1, NOW], [2, NOW], [3, NOW + CLOCKS_APART + 1])]).state).toBe('no-quorum');
  });

  it('is as old as the last word that made the quorum: one witness alone does not make it fresh', () => {
    const old = NOW - 41 * DAY;
    const { state, lines } = judge([cosigned(28, [1, old], [2, old], [3, old], [4, NOW])], 30 * DAY);
    expect(state).toBe('stale');
    expect(lines[0]).toBe('STALE: last cosigned 41 days ago, you allow 30 days');
  });

  it('is the largest note with a quorum, whatever a minority has cosigned since', () => {
    const { state, checkpoint, lines } = judge([
      cosigned(30, [1, NOW]),
      cosigned(28, [1, NOW - 5], [2, NOW], [3, NOW]),
    ]);
    expect({ state, size: checkpoint?.size }).toEqual({ state: 'holds', size: 28 });
    expect(lines[0]).toMatch(/^Cosigned at 28 acts by 3 of 4: .*; 2 acts since$/);
  });
});
