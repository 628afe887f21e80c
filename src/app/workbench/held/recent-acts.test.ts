import { describe, expect, it } from 'vitest';
import { openRecentActs } from './recent-acts.ts';

describe('recent acts', () => {
  it('tell since when a record is larger, by the first act after it', () => {
    let now = 0;
    const recent = openRecentActs(() => now);
    recent.note(10, 11);
    now = 400;
    recent.note(11, 13);
    now = 600;
    expect(recent.sinceSize(10, 13)).toBe(600);
    expect(recent.sinceSize(11, 13)).toBe(200);
  });

  it('tell nothing where an act between was not noted, such as a redaction', () => {
    let now = 0;
    const recent = openRecentActs(() => now);
    recent.note(10, 11);
    expect(recent.sinceSize(10, 12)).toBeNull();
    recent.note(12, 13);
    expect(recent.sinceSize(10, 13)).toBeNull();
    expect(recent.sinceSize(12, 13)).toBe(0);
    now = 20_000;
    recent.note(13, 14);
    expect(recent.sinceSize(12, 14)).toBe(20_000);
    now = 31_000;
    expect(recent.sinceSize(12, 14)).toBeNull();
    expect(recent.sinceSize(13, 14)).toBe(11_000);
  });
});
