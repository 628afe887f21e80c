import { describe, expect, it } from 'vitest';
import { missingFact } from './missing-fact.ts';

describe('missing facts', () => {
  it('are told in the words of the form', () => {
    expect(missingFact('periodTotal: the total for 2024 in barrel')).toBe(
      'Total of the period: the total for 2024 in barrel',
    );
    expect(missingFact('goods.hs: a longer code than 27')).toBe('HS code: a longer code than 27');
  });
  it('stay as they are where they name no field of the form', () => {
    expect(missingFact('whether it was new')).toBe('whether it was new');
    expect(missingFact('note: from: somewhere')).toBe('note: from: somewhere');
  });
});
