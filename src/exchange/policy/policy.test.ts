import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVerifierKey, KEY_TYPE, verifierKeyOf } from '../../record/log/note.ts';
import { type Policy, parsePolicy } from './policy.ts';
import { isQuorum, standingOf } from './quorum.ts';
import { describeQuorum } from './quorum-words.ts';

const logKey = formatVerifierKey(verifierKeyOf('log.example/l', Buffer.alloc(32, 200)));
const vkey = (n: number) =>
  formatVerifierKey(verifierKeyOf(`w${n}.example/w`, Buffer.alloc(32, n + 1), KEY_TYPE.cosignature));
const witnesses = (count: number) => Array.from({ length: count }, (_, n) => `witness w${n} ${vkey(n)}\n`).join('');
const flat = (k: number, n: number) =>
  parse(
    `log ${logKey}\n${witnesses(n)}group g ${k} ${Array.from({ length: n }, (_, i) => `w${i}`).join(' ')}\nquorum g\n`,
  );

function parse(text: string): Policy {
  return parsePolicy(Buffer.from(text), 'policy');
}

describe('a policy file', () => {
  it('is read as the specification has it', () => {
    const policy = parse(
      `# ours\n\n  log ${logKey}\thttps://log.example/\n${witnesses(3)} group X 2 w0 w1 \n\tgroup all-of-them all X w2\nquorum all-of-them`,
    );
    expect(policy.logs[0]?.url).toBe('https://log.example/');
    expect(policy.witnesses.map(({ name }) => name)).toEqual(['w0', 'w1', 'w2']);
    expect(policy.groups).toEqual([
      { name: 'X', threshold: 2, members: ['w0', 'w1'] },
      { name: 'all-of-them', threshold: 2, members: ['X', 'w2'] },
    ]);
    expect(parse('quorum none\n')).toEqual({ logs: [], witnesses: [], groups: [], quorum: 'none' });
  });

  it('keeps names as octets', () => {
    const bytes = (name: number[]) =>
      Buffer.concat([
        Buffer.from('witness '),
        Buffer.from(name),
        Buffer.from(` ${vkey(0)}\nquorum `),
        Buffer.from(name),
        Buffer.from('\n'),
      ]);
    expect(parsePolicy(bytes([0x4b]), 'p').quorum).not.toBe(parsePolicy(bytes([0xe2, 0x84, 0xaa]), 'p').quorum);
    expect(parsePolicy(bytes([0xff, 0xfe]), 'p').quorum).toHaveLength(2);
  });

  it.each([
    ['no quorum', witnesses(1)],
    ['two quorum lines', `${witnesses(1)}quorum w0\nquorum w0\n`],
    ['a quorum from below', `quorum w0\n${witnesses(1)}`],
    ['a quorum of nobody', 'quorum x\n'],
    ['"quorum 2 of 3"', `${witnesses(3)}quorum 2 w0 w1 w2\n`],
    ['a member from below', `group g any w0\n${witnesses(1)}quorum g\n`],
    ['one member twice', `${witnesses(2)}group g any w0 w0\nquorum g\n`],
    ['one member in two groups', `${witnesses(2)}group g any w0\ngroup h any w0 w1\nquorum h\n`],
    ['none as a member', 'group g any none\nquorum g\n'],
    ['none as a name', `witness none ${vkey(0)}\nquorum none\n`],
    ['one name twice', `witness w ${vkey(0)}\nwitness w ${vkey(1)}\nquorum w\n`],
    [
      'one key twice',
      `witness a ${vkey(0)}\nwitness b ${formatVerifierKey(verifierKeyOf('other.example/w', Buffer.alloc(32, 1), KEY_TYPE.cosignature))}\nquorum a\n`,
    ],
    ['one log twice', `log ${logKey}\nlog ${logKey}\nquorum none\n`],
    ['too high a number', `${witnesses(2)}group g 3 w0 w1\nquorum g\n`],
    ['a number with a zero before it', `${witnesses(2)}group g 01 w0 w1\nquorum g\n`],
    ['zero', `${witnesses(2)}group g 0 w0 w1\nquorum g\n`],
    ['no member', 'group g any\nquorum g\n'],
    ['a witness with a log key', `witness w ${logKey}\nquorum w\n`],
    ['a log with a witness key', `log ${vkey(0)}\nquorum none\n`],
    ['a comment behind a line', `${witnesses(1)}quorum w0 # ours\n`],
    ['another word', 'threshold 2\nquorum none\n'],
    ['a control character', 'quorum none\r\n'],
    ['another blank', 'quorum\u00a0none\n'],
    ['a changed key', `witness w ${vkey(0).replace(/.{3}$/, 'xxx')}\nquorum w\n`],
  ])('is refused with %s', (_, text) => {
    expect(() => parse(text)).toThrowError(expect.objectContaining({ code: 'bad-policy' }));
  });

  it('is refused, and its line named, with any letter of a key changed; no other change passes unseen', () => {
    const text = `log ${logKey} https://log.example/\n${witnesses(3)}group g 2 w0 w1 w2\nquorum g\n`;
    const whole = JSON.stringify(meaningOf(parse(text)));
    const keys = [...text.matchAll(/[a-z0-9.]+\.example\/\w\+\S+/g)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
    }));
    expect(keys).toHaveLength(4);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), (at, change) => {
        const bytes = Buffer.from(text);
        bytes[at]! ^= change;
        const line = text.slice(0, at).split('\n').length;
        try {
          const policy = parsePolicy(bytes, 'policy');
          // What is still a policy says something else: another address, name, number or quorum.
          expect(JSON.stringify(meaningOf(policy))).not.toBe(whole);
          expect(keys.some(({ from, to }) => at >= from && at < to)).toBe(false);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-policy' });
          if (keys.some(({ from, to }) => at >= from && at < to))
            expect(error).toMatchObject({ place: `policy:${line}` });
        }
      }),
      { numRuns: process.env.PANEL_LONG === '1' ? 20_000 : 1000 },
    );
  });

  it('never crashes on what is no policy', () => {
    const words = fc.constantFrom(
      'log',
      'witness',
      'group',
      'quorum',
      'none',
      'any',
      'all',
      '2',
      'w0',
      'g',
      logKey,
      vkey(0),
      '#',
      ' ',
      '\t',
      '\n',
      '\0',
      'é',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        try {
          parse(parts.join(' '));
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-policy' });
        }
      }),
    );
  });
});

describe('who can block and who could split', () => {
  // k of n, refusals survived, witnesses that must collude.
  it.each([
    [2, 3, 1, 1],
    [3, 3, 0, 3],
    [3, 4, 1, 2],
    [3, 5, 2, 1],
    [5, 7, 2, 3],
    [7, 10, 3, 4],
    [8, 11, 3, 5],
    [11, 15, 4, 7],
  ])('%i of %i survives %i refusals and %i must collude', (k, n, survived, collude) => {
    const { blocking, splitting } = standingOf(flat(k, n));
    expect(blocking[0]).toHaveLength(survived + 1);
    expect(splitting[0]).toHaveLength(collude);
  });

  it('is what trying all sets of witnesses says', () => {
    const tree = fc.letrec<{ node: Tree; leaf: Tree; group: Tree }>((tie) => ({
      leaf: fc.constant({ kind: 'leaf' }),
      group: fc.record({
        kind: fc.constant('group' as const),
        members: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      node: fc.oneof({ maxDepth: 2, depthSize: 'small' }, tie('leaf'), tie('group')),
    })).node;
    fc.assert(
      fc.property(tree, (shape) => {
        const policy = policyOf(shape);
        const names = policy.witnesses.map(({ name }) => name);
        if (names.length > 7) return;
        const { blocking, splitting } = standingOf(policy);
        expect(sorted(blocking)).toEqual(
          sorted(leastSets(names, (set) => !isQuorum(policy, new Set(names.filter((name) => !set.includes(name)))))),
        );
        expect(sorted(splitting)).toEqual(sorted(leastSets(names, (set) => canSplit(policy, names, set))));
        expect(describeQuorum(standingOf(policy)).lines).toHaveLength(3);
      }),
      { numRuns: process.env.PANEL_LONG === '1' ? 3000 : 150 },
    );
  });

  it('warns of a veto, of one crook, and of a quorum that is none', () => {
    const warnings = (k: number, n: number) => describeQuorum(standingOf(flat(k, n))).warnings.join(' ');
    expect(warnings(3, 3)).toMatch('veto');
    expect(warnings(2, 3)).toMatch('One dishonest witness');
    expect(warnings(2, 4)).toMatch('Raise the number');
    expect(warnings(3, 4)).toBe('');
    expect(describeQuorum(standingOf(parse('quorum none\n'))).warnings).toHaveLength(1);
  });
});

function meaningOf({ logs, witnesses: known, groups, quorum }: Policy) {
  const keyed = [...logs, ...known].map(({ key, ...rest }) => ({ ...rest, key: formatVerifierKey(key) }));
  return { keyed, groups, quorum };
}

type Tree =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'group'; readonly members: readonly Tree[]; readonly share: number };

function policyOf(shape: Tree): Policy {
  let [leaves, groups, text] = [0, 0, ''];
  const write = (tree: Tree): string => {
    if (tree.kind === 'leaf') {
      text += `witness w${leaves} ${vkey(leaves)}\n`;
      return `w${leaves++}`;
    }
    const members = tree.members.map(write);
    const threshold = 1 + Math.min(members.length - 1, Math.floor(tree.share * members.length));
    text += `group g${groups} ${threshold} ${members.join(' ')}\n`;
    return `g${groups++}`;
  };
  const top = write(shape);
  return parse(`${text}quorum ${top}\n`);
}

function subsets(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, at) => (bits >> at) % 2 === 1));
}

function leastSets(names: readonly string[], holds: (set: readonly string[]) => boolean): string[][] {
  const good = subsets(names).filter(holds);
  const least = Math.min(...good.map((set) => set.length));
  return good.filter((set) => set.length === least);
}

function canSplit(policy: Policy, names: readonly string[], crooks: readonly string[]): boolean {
  const honest = names.filter((name) => !crooks.includes(name));
  return subsets(honest).some(
    (side) =>
      isQuorum(policy, new Set([...side, ...crooks])) &&
      isQuorum(policy, new Set([...honest.filter((name) => !side.includes(name)), ...crooks])),
  );
}

function sorted(sets: readonly (readonly string[])[]): string[] {
  return sets.map((set) => [...set].sort().join(' ')).sort();
}
