import { describe, expect, it } from 'vitest';
import { isAbout } from '../../src/app/subjects/subject-line.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import type { SubjectLeaf } from '../../src/subjects/model/leaf.ts';

/** Whether a claim with one part is about whoever bears a name that stands in its passage too. */
function about(part: string, name: string): boolean {
  const claim = { start: 0, end: 200, roles: { agent: [part] } } as unknown as Claim;
  const leaf = {
    mentions: [{ start: 10, end: 10 + name.length, text: name, kind: 'person', sign: 'cue' }],
  } as unknown as SubjectLeaf;
  return isAbout(claim, leaf);
}

describe('a claim is about a subject', () => {
  it.each([
    ['the tanker Un Ha 1', 'Un Ha 1'],
    ['Captain Joel Velasquez', 'Velasquez'],
    ['Kim Chol’s driver', 'Kim Chol'],
    ['별빛 2호가', '별빛 2'],
    ['Songbong General Trading Corporation of Pyongyang', 'Songbong General Trading Corporation'],
    ['the Un Ha 15 and the Un Ha 1', 'Un Ha 1'],
  ])('of whom a part tells: %s, %s', (part, name) => {
    expect(about(part, name)).toBe(true);
  });

  it.each([
    ['the tanker Un Ha 15', 'Un Ha 1'],
    ['the Lantern Bay 2', 'Lantern Bay'],
    ['Kim Chol Su', 'Kim Chol'],
    ['Romanov', 'Roman'],
    ['은하 15호', '은하 1'],
    ['Songbong General Trading Corporation', 'Songbong'],
  ])('and not of another whose name only begins or holds the same: %s, %s', (part, name) => {
    expect(about(part, name)).toBe(false);
  });
});
