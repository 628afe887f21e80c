import { describe, expect, it } from 'vitest';
import { writeConverted, writeLeast, writeReliance } from './ledger-words.ts';

const shares = { low: '0.6', high: '0.9' };

describe('how far a sum can be relied on, in words', () => {
  it('is at least so much where rows are missing, and never so where its rows are estimates', () => {
    expect(writeLeast({ isLeast: true })).toBe('at least ');
    expect(writeLeast({ isLeast: true, isEstimate: true })).toBe('');
    expect(writeLeast({ isLeast: false })).toBe('');
    expect(writeReliance({ isLeast: false })).toBeNull();
    expect(writeReliance({ isLeast: true })).toContain('there was at least as much');
    expect(writeReliance({ isLeast: true, isEstimate: true })).not.toContain('at least');
  });

  it('says of calls in tracks by which shares they were reckoned, and that a cargo is supposed', () => {
    const of = (counted: number, low = shares) =>
      writeReliance({ isLeast: true, isEstimate: true, calls: { counted, shares: low } });
    expect(of(1)).toContain('what the ship of one call would have carried, at 60 to 90 % of her deadweight.');
    expect(of(3, { low: '0.5', high: '0.5' })).toContain(
      'the ships of 3 calls would have carried, at 50 % of their deadweight.',
    );
    const beyond = (counted: number, reaching: number) =>
      writeReliance({ isLeast: true, isEstimate: true, calls: { counted, beyond: reaching, shares } });
    expect(of(3)).not.toContain('beyond');
    expect(beyond(3, 1)).toContain('deadweight; of 1 that reaches beyond the period, nothing is in the low figure.');
    expect(beyond(3, 2)).toContain('deadweight; of 2 that reach beyond the period, nothing is in the low figure.');
    expect(beyond(1, 1)).toContain('; the call reaches beyond the period, and nothing of it is in the low figure.');
    expect(of(3)).toContain('is supposed');
    expect(of(3)).not.toMatch(/deliver|at least/);
  });
});

it('writes a stated figure in the unit of a cap with the factor, and an open side as such', () => {
  expect(writeConverted({ factor: '8.33', low: '8330', high: '8330' }, 'barrel')).toBe(
    '8,330 barrels at 8.33 barrels a tonne',
  );
  expect(writeConverted({ factor: '7.5', low: '7500', high: null }, 'barrel')).toBe(
    'at least 7,500 barrels at 7.5 barrels a tonne',
  );
});
