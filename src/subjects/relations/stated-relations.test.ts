import { describe, expect, it } from 'vitest';
import type { SubjectLeaf } from '../model/leaf.ts';
import type { SubjectKind } from '../model/mention.ts';
import { statedFlags, statedRelations } from './stated-relations.ts';

/** Leaves of the names that stand in brackets; those of a ship begin with "ship". */
function read(marked: string): { text: string; leaves: readonly SubjectLeaf[] } {
  let text = '';
  const leaves: SubjectLeaf[] = [];
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    if (!part.startsWith('[')) {
      text += part;
      continue;
    }
    const name = part.slice(1, -1);
    const kind: SubjectKind = /\d$/.test(name) ? 'vessel' : 'organisation';
    leaves.push({
      id: name,
      document: 'd',
      kind,
      name,
      mentions: [{ start: text.length, end: text.length + name.length, text: name, kind, sign: 'recogniser' }],
      identifiers: [],
      claims: [],
      accountOf: null,
    });
    text += name;
  }
  return { text, leaves };
}

const relations = (marked: string): readonly string[] => {
  const { text, leaves } = read(marked);
  return statedRelations(text, leaves).map(
    ({ kind, from, to, start, end }) => `${from} ${kind} ${to}: ${text.slice(start, end)}`,
  );
};

describe('relations that a text states', () => {
  it.each([
    ['The [Sea Otter 9], owned by [Larkspur Shipping], left.', 'Larkspur Shipping owner Sea Otter 9'],
    [
      'The [Sea Otter 9] (IMO 9074729) is owned by the company [Larkspur Shipping].',
      'Larkspur Shipping owner Sea Otter 9',
    ],
    [
      '[Larkspur Shipping], the registered owner of the tanker [Sea Otter 9], paid.',
      'Larkspur Shipping owner Sea Otter 9',
    ],
    [
      '[Larkspur Shipping], owner of the Panama-flagged tanker [Sea Otter 9], paid.',
      'Larkspur Shipping owner Sea Otter 9',
    ],
    ['The [Sea Otter 9]’s operator, [Larkspur Shipping], paid.', 'Larkspur Shipping manager Sea Otter 9'],
    ['[Ri Yong Su], the overseas representative of [Songbong], met him.', 'Ri Yong Su officer Songbong'],
    ['[Jang Kyong Nam], captain of the [Sea Otter 9], said so.', 'Jang Kyong Nam crew Sea Otter 9'],
    ['[Songbong Marine] is a subsidiary of [Songbong].', 'Songbong parent Songbong Marine'],
  ])('%s', (marked, told) => {
    expect(relations(marked)).toHaveLength(1);
    expect(relations(marked)[0]).toContain(`${told}: `);
  });

  it.each([
    'The [Sea Otter 9] is not owned by [Larkspur Shipping].',
    'The [Sea Otter 9], reportedly owned by [Larkspur Shipping], left.',
    'The [Sea Otter 9] left. Owned by [Larkspur Shipping], it had been there.',
    'The [Sea Otter 9] may be owned by [Larkspur Shipping].',
    'The [Sea Otter 9] and [Larkspur Shipping] left.',
    'The [Sea Otter 9], once owned by the uncle of [Jang Kyong Nam], left.',
    '[Larkspur Shipping] supplied oil to [Songbong].',
    'The brother of [Jang Kyong Nam] owns the tanker [Sea Otter 9].',
    'The [Sea Otter 9], owned by [Larkspur Shipping]’s director, left.',
    'The [Sea Otter 9] is owned by [Larkspur Shipping] executives.',
    'It asked whether the [Sea Otter 9] is owned by [Larkspur Shipping].',
    'It is not true that the [Sea Otter 9] is owned by [Larkspur Shipping].',
  ])('tells nothing of: %s', (marked) => {
    expect(relations(marked)).toEqual([]);
  });

  it('tells the flag that a ship is said to fly', () => {
    const flags = (marked: string): readonly string[] => {
      const { text, leaves } = read(marked);
      return statedFlags(text, leaves).map(({ vessel, country }) => `${vessel} ${country}`);
    };
    expect(flags('The Panama-flagged oil tanker [Sea Otter 9] left.')).toEqual(['Sea Otter 9 PA']);
    expect(flags('The [Sea Otter 9] (IMO 9074729), sailing under the flag of Sierra Leone, left.')).toEqual([
      'Sea Otter 9 SL',
    ]);
    expect(flags('The [Sea Otter 9] met a Panama-flagged tanker.')).toEqual([]);
    expect(flags('The tanker [Sea Otter 9] left Panama.')).toEqual([]);
  });
});
