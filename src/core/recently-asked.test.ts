import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRecentlyAsked } from './recently-asked.ts';

it('keeps what was asked for last, as far as there is room', () => {
  const recent = openRecentlyAsked<string>(6, (text) => text.length);
  for (const text of ['aa', 'bb', 'cc']) recent.keep(text, text);
  expect(recent.of('aa')).toBe('aa');
  recent.keep('dd', 'dd');
  expect(['aa', 'bb', 'cc', 'dd'].map(recent.of)).toEqual(['aa', undefined, 'cc', 'dd']);
});

it('keeps one that is greater than all room until another comes', () => {
  const recent = openRecentlyAsked<string>(3, (text) => text.length);
  recent.keep('great', 'great');
  expect(recent.of('great')).toBe('great');
  recent.keep('a', 'a');
  expect([recent.of('great'), recent.of('a')]).toEqual([undefined, 'a']);
});

it('never gives another value than the one kept last under a key, and never holds more than it may', () => {
  const act = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), weight: fc.nat(9), kind: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const recent = openRecentlyAsked<{ readonly weight: number }>(12, ({ weight }) => weight);
      const last = new Map<string, { readonly weight: number }>();
      for (const { key, weight, kind } of acts) {
        const value = { weight };
        if (kind === 0) {
          recent.forget(key);
          last.delete(key);
        } else if (kind === 1) recent.of(key);
        else {
          recent.keep(key, value);
          last.set(key, value);
        }
        const held = ['a', 'b', 'c', 'd'].flatMap((one) => recent.of(one) ?? []);
        expect(held.length === 1 || held.reduce((sum, one) => sum + one.weight, 0) <= 12).toBe(true);
        for (const one of ['a', 'b', 'c', 'd']) expect([undefined, last.get(one)]).toContain(recent.of(one));
      }
    }),
  );
});
