import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, parseCanonicalJson } from '../../core/json/canonical-json.ts';
import { endOfCanonicalValue } from './canonical-scan.ts';

/** Whether the scan says that the whole text is canonical. */
function scans(text: string): boolean {
  const bytes = Buffer.from(text);
  return endOfCanonicalValue(bytes, 0, bytes.length) === bytes.length;
}

describe('endOfCanonicalValue', () => {
  it.each([
    '{}',
    '[]',
    '""',
    'null',
    '[true,false,null]',
    '{"a":1,"b":[{"c":"é"},"\\u001f\\n\\"\\\\"]}',
    '{"":0,"A":0,"a":0,"aa":0}',
    '-1.5e-7',
    '1e+21',
    '9007199254740993'.slice(0, 15),
  ])('says yes to %s', (text) => {
    expect(parseCanonicalJson(text)).toBeDefined();
    expect(scans(text)).toBe(true);
  });

  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"aa":0,"a":0}',
    '{ }',
    '{"a":1,}',
    '[1,]',
    '1.0',
    '-0',
    '01',
    '1e400',
    '--1',
    '1e21',
    '"\\/"',
    '"\\u000a"',
    '"\\u001F"',
    '"\\u0041"',
    '"\\ud800"',
    '"\n"',
    '"a',
    '{"a":1',
    '[',
    '',
    'nul',
    'True',
  ])('does not say yes to %s', (text) => {
    expect(scans(text)).toBe(false);
  });

  it('says yes only to what is its own canonical form', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '"a"',
        '"b"',
        '"10"',
        '"9"',
        '"é"',
        ':',
        ',',
        '1',
        '1.0',
        '-0',
        '0',
        '1e3',
        '1e+30',
        'null',
      ],
      ...[' ', '"\\u0061"', '"\\/"', '"\\n"', '"\\u000a"', '"\\u001f"', '"\\ud800"', '"\\\\ud"', 'true', '-', 'e', '"'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (scans(text)) expect(parseCanonicalJson(text)).toBeDefined();
      }),
      { numRuns: 5_000 },
    );
  });

  it('says yes to nearly everything that is written canonically, and to no change of one byte that is not canonical', () => {
    let [asked, yes] = [0, 0];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        fc.nat(),
        fc.integer({ min: 0x20, max: 0x7e }),
        (value, place, byte) => {
          const text = canonicalJson(value);
          asked++;
          if (scans(text)) yes++;
          const changed = Buffer.from(text);
          changed[place % changed.length] = byte;
          const after = changed.toString('utf8');
          if (!after.includes('\ufffd') && scans(after)) expect(parseCanonicalJson(after)).toBeDefined();
        },
      ),
      { numRuns: 800 },
    );
    expect(yes / asked).toBeGreaterThan(0.8);
  });

  it('stays within its bounds', () => {
    const bytes = Buffer.from('{"a":[1,2]}');
    for (let end = 0; end < bytes.length; end++) expect(endOfCanonicalValue(bytes, 0, end)).toBe(-1);
    expect(endOfCanonicalValue(bytes, 5, bytes.length)).toBe(10);
  });
});
