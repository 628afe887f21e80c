import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from './find-identifiers.ts';

const stated = (text: string) => findIdentifiers(text).map(({ scheme, value, valid }) => [scheme, value, valid]);

describe('identifiers in a text', () => {
  it('reads IMO numbers in several languages, and says where a check digit is wrong', () => {
    expect(stated('The tanker (IMO No. 3014210) and a hull painted IMO 3014211.')).toEqual([
      ['imo', '3014210', true],
      ['imo', '3014211', false],
    ]);
    expect(stated('судно (ИМО 3779418)')).toEqual([['imo', '3779418', true]]);
    expect(stated('该船的国际海事组织编号为3014210。')).toEqual([['imo', '3014210', true]]);
    expect(stated('Ships: IMO 3014210, 3128566 and 1234560.')).toEqual([
      ['imo', '3014210', true],
      ['imo', '3128566', true],
    ]);
  });

  it('takes no number for an IMO number that no label or enumeration calls one', () => {
    expect(stated('The invoice 3014210 was paid.')).toEqual([]);
    expect(stated('IMO resolution A.1117(30) of 3014210 pages')).toEqual([]);
  });

  it('keeps numbers of companies apart from those of ships', () => {
    expect(stated('IMO company number 6123456')).toEqual([['imo-company', '6123456', null]]);
  });

  it('reads IBANs in groups by the length of their country', () => {
    expect(stated('account DE04 0000 0000 1234 5098 76 at the bank')).toEqual([
      ['iban', 'DE04000000001234509876', true],
    ]);
    expect(stated('account DE05 0000 0000 1234 5098 76 at the bank')).toEqual([
      ['iban', 'DE05000000001234509876', false],
    ]);
    expect(stated('part number DE05 0000 0000 1234 5098 76')).toEqual([]);
  });

  it('checks addresses of wallets by the hash that is in them', () => {
    expect(stated('to 1NGwgEUsjXJpkkCU9zXTfuiwnMJSsAq5KL')).toEqual([
      ['bitcoin', '1NGwgEUsjXJpkkCU9zXTfuiwnMJSsAq5KL', true],
    ]);
    expect(stated('to 1NGwgEUsjXJpkkCU9zXTfuiwnMJSsAq5KM')).toEqual([
      ['bitcoin', '1NGwgEUsjXJpkkCU9zXTfuiwnMJSsAq5KM', false],
    ]);
    expect(stated('to bc1qqtsx7c8v7dhukdez3z4y8cpgep3qw07t396hpm')[0]?.[2]).toBe(true);
    expect(stated('to bc1qqtsx7c8v7dhukdez3z4y8cpgep3qw07t396hpq')[0]?.[2]).toBe(false);
    expect(stated('to TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8')).toEqual([
      ['tron', 'TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8', true],
    ]);
    expect(stated('to 0xb6aAe2d05fBA0632303Ea62693724e9F17BC883e')[0]?.[2]).toBe(true);
    expect(stated('to 0xb6aAe2d05fBA0632303Ea62693724e9F17BC883E')[0]?.[2]).toBe(false);
    expect(stated('to 0xb6aae2d05fba0632303ea62693724e9f17bc883e')[0]?.[2]).toBe(null);
  });

  it('reads what only its label tells', () => {
    expect(stated('call sign HMZQ7, MMSI 613004512, MMSI 013004512')).toEqual([
      ['call-sign', 'HMZQ7', null],
      ['mmsi', '613004512', true],
      ['mmsi', '013004512', false],
    ]);
    expect(stated('여권번호는 745120883이다')).toEqual([['passport', '745120883', null]]);
    expect(stated('an aircraft with the registration EX-76909')).toEqual([['aircraft-registration', 'EX-76909', null]]);
    expect(stated('The call sign was heard twice and nobody answered.')).toEqual([]);
  });

  it('never throws, keeps the order and lets none overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'IMO ',
        '3014210',
        ' MMSI ',
        '613004512',
        'account ',
        'DE04 0000 0000 1234 5098 76',
        '0x',
        'bc1q',
        ', ',
        ' and ',
        '여권번호는 ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = findIdentifiers(text);
        for (const [at, one] of found.entries()) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        }
      }),
    );
  });
});
