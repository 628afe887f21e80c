import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

describe('JSON from outside', () => {
  it('that writes each key once is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"x":{"a":1,"b":{},"a" : 3}}]', '{"":1,"":2}'])(
    'that names a key twice is refused: %s',
    (text) => expect(() => parseStrictJson(text)).toThrow(/twice/),
  );

  it.each(['{"a":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"a\\":","b":"a"}', '{"a":"{","b":"}"}', '["a:","a:"]'])(
    'that names it in two objects, or in a text, is not: %s',
    (text) => expect(parseStrictJson(text)).toEqual(JSON.parse(text)),
  );

  it('that holds one string of twenty million characters is read', () => {
    const text = 'a\\n'.repeat(7_000_000);
    expect(parseStrictJson(`{"a":"${text}","b" \n: "${text}"}`)).toEqual(JSON.parse(`{"a":"${text}","b":"${text}"}`));
    expect(() => parseStrictJson(`{"a":"${text}","a"\t:1}`)).toThrow(/twice/);
  });

  it('that is nested without end is refused, and takes no longer than its length', () => {
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(201)}${']'.repeat(201)}`])
      expect(() => parseStrictJson(text)).toThrow(/deep/);
    expect(parseStrictJson(`${'['.repeat(200)}${']'.repeat(200)}`)).toBeDefined();
    expect(() => parseStrictJson('{"a":')).toThrow(SyntaxError);
  });
});
