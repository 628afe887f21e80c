import { KEY_TYPE, parseVerifierKey, type VerifierKey } from '../../record/log/note.ts';
import { isCosignerKey } from '../cosignature/cosignature.ts';
import { ExchangeError } from '../exchange-error.ts';

/** A trust policy after C2SP tlog-policy: which logs and witnesses are known, and whose cosignatures are enough. */
export type Policy = {
  readonly logs: readonly { readonly key: VerifierKey; readonly url: string | null }[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** Name of a witness or a group; `none` when no cosignature is asked for. */
  readonly quorum: string;
};

/** `name` has a meaning in its policy alone; signature lines carry the key's own name. */
export type PolicyWitness = { readonly name: string; readonly key: VerifierKey; readonly url: string | null };

/** Has witnessed when `threshold` of its members have. */
export type PolicyGroup = { readonly name: string; readonly threshold: number; readonly members: readonly string[] };

const NO_QUORUM = 'none';
const LONGEST_POLICY = 256 * 1024;
/** The specification asks for 32 of each at least. */
const MOST_OF_A_KIND = 128;

/** @throws ExchangeError `bad-policy`, naming the line */
export function parsePolicy(bytes: Uint8Array, file: string): Policy {
  if (bytes.length > LONGEST_POLICY)
    throw new ExchangeError('bad-policy', 'this is too long for a policy', { place: file });
  const reader = new PolicyReader(file);
  // Octets above 127 are opaque (tlog-policy, "Character set"), so lines are cut before anything is decoded.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  for (const [index, line] of lines.entries()) reader.read(line, index + 1);
  return reader.finish();
}

/** The witness that signs with this key; undefined for a stranger's. */
export function witnessOf({ witnesses }: Policy, key: Pick<VerifierKey, 'name' | 'id'>): PolicyWitness | undefined {
  return witnesses.find((witness) => witness.key.name === key.name && witness.key.id === key.id);
}

class PolicyReader {
  readonly #file: string;
  #line = 0;
  readonly #logs: Policy['logs'][number][] = [];
  readonly #witnesses: PolicyWitness[] = [];
  readonly #groups: PolicyGroup[] = [];
  readonly #names = new Set<string>();
  readonly #members = new Set<string>();
  #quorum: string | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  read(text: string, line: number): void {
    this.#line = line;
    if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw this.#refuse('it holds a control character');
    const words = text
      .split(/[ \t]+/)
      .filter((word) => word !== '')
      .map(decode);
    const [keyword, ...rest] = words;
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (keyword === 'log') this.#takeLog(rest);
    else if (keyword === 'witness') this.#takeWitness(rest);
    else if (keyword === 'group') this.#takeGroup(rest);
    else if (keyword === 'quorum') this.#takeQuorum(rest);
    else throw this.#refuse(`"${keyword.slice(0, 40)}" is none of log, witness, group and quorum`);
  }

  finish(): Policy {
    if (this.#quorum === undefined)
      throw new ExchangeError('bad-policy', 'the policy has no quorum line; write "quorum NAME" or "quorum none"', {
        place: this.#file,
      });
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum };
  }

  #takeLog([vkey, url, ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw this.#refuse('write "log VKEY" or "log VKEY URL"');
    const key = this.#key(vkey);
    if (key.type === KEY_TYPE.cosignature) throw this.#refuse('this is the key of a witness, not of a log');
    if (this.#logs.some((log) => isSameKey(log.key, key))) throw this.#refuse('this log stands in the policy already');
    if (this.#logs.length === MOST_OF_A_KIND) throw this.#refuse('these are too many logs');
    this.#logs.push({ key, url: this.#address(url) });
  }

  #takeWitness([name, vkey, url, ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0)
      throw this.#refuse('write "witness NAME VKEY" or "witness NAME VKEY URL"');
    const key = this.#key(vkey);
    if (!isCosignerKey(key)) throw this.#refuse('this is no key that cosigns (type 0x04 or 0x06)');
    if (this.#witnesses.some((witness) => isSameKey(witness.key, key)))
      throw this.#refuse('this witness stands in the policy already');
    if (this.#witnesses.length === MOST_OF_A_KIND) throw this.#refuse('these are too many witnesses');
    this.#define(name);
    this.#witnesses.push({ name, key, url: this.#address(url) });
  }

  /** A policy is handed to others, and stands in the record: what opens an address has no place in it. */
  #address(url: string | undefined): string | null {
    if (url === undefined) return null;
    const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
    if (username === '' && password === '') return url;
    throw this.#refuse('an address in a policy holds no name and password: others read it');
  }

  #takeGroup([name, rule, ...members]: readonly string[]): void {
    if (name === undefined || rule === undefined || members.length === 0)
      throw this.#refuse('write "group NAME all|any|NUMBER MEMBER..."');
    const threshold =
      rule === 'all' ? members.length : rule === 'any' ? 1 : /^[1-9]\d{0,3}$/.test(rule) ? Number(rule) : 0;
    if (threshold < 1 || threshold > members.length)
      throw this.#refuse(`"${rule.slice(0, 20)}" is none of all, any and a number from 1 to ${members.length}`);
    for (const member of members) {
      if (!this.#names.has(member)) throw this.#refuse(`"${member.slice(0, 60)}" is not defined on a line above`);
      if (this.#members.has(member)) throw this.#refuse(`"${member.slice(0, 60)}" is a member already`);
      this.#members.add(member);
    }
    if (this.#groups.length === MOST_OF_A_KIND) throw this.#refuse('these are too many groups');
    this.#define(name);
    this.#groups.push({ name, threshold, members });
  }

  #takeQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0)
      throw this.#refuse('write "quorum NAME"; "2 of 3" is "group g 2 a b c" and "quorum g"');
    if (this.#quorum !== undefined) throw this.#refuse('there is a quorum line already');
    if (name !== NO_QUORUM && !this.#names.has(name))
      throw this.#refuse(`"${name.slice(0, 60)}" is not defined on a line above`);
    this.#quorum = name;
  }

  #define(name: string): void {
    if (name === NO_QUORUM || this.#names.has(name))
      throw this.#refuse(`the name "${name.slice(0, 60)}" is taken already`);
    this.#names.add(name);
  }

  #key(vkey: string): VerifierKey {
    try {
      return parseVerifierKey(vkey);
    } catch (cause) {
      throw this.#refuse(cause instanceof Error ? cause.message : String(cause));
    }
  }

  #refuse(why: string): ExchangeError {
    return new ExchangeError('bad-policy', why, { place: `${this.#file}:${this.#line}` });
  }
}

/** Keys are the same by what they verify with, whatever their names. */
function isSameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.publicKey.equals(b.publicKey);
}

/** Names compare octet by octet; where the octets are UTF-8, they are shown as such. */
function decode(octets: string): string {
  const bytes = Buffer.from(octets, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : octets;
}
