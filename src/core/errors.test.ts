import { describe, expect, it } from 'vitest';
import { CoreError, describeError } from './errors.ts';

describe('describeError', () => {
  it('puts the place before the message', () => {
    expect(describeError(new CoreError('not-a-date', 'not a day', { place: 'dossier.yaml:4' }))).toBe(
      'dossier.yaml:4: not a day',
    );
    expect(describeError(new CoreError('not-a-date', 'not a day'))).toBe('not a day');
    expect(describeError(new Error('plain'))).toBe('plain');
    expect(describeError('text')).toBe('text');
  });

  it('keeps the cause for those who debug', () => {
    const cause = new TypeError('inner');
    expect(new CoreError('not-a-date', 'x', { cause }).cause).toBe(cause);
  });
});
