import { describe, expect, it } from 'vitest';
import { fixedClock, timestampOf } from './clock.ts';

describe('fixedClock', () => {
  it('stands still at a day or an instant', () => {
    expect(timestampOf(fixedClock('2024-03-29')())).toBe('2024-03-29T00:00:00.000Z');
    expect(timestampOf(fixedClock('2024-03-29T12:30:00+02:00')())).toBe('2024-03-29T10:30:00.000Z');
  });

  it.each(['29 March 2024', '2024-13-01', '2024-03-29T12:00', '', 'now'])(
    'refuses "%s" and says what to write',
    (text) => {
      expect(() => fixedClock(text)).toThrow(/write 2024-03-29/);
    },
  );
});
