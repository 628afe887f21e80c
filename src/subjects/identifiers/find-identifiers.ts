import { countrySpecs } from 'ibantools';
import type { Span } from '../../documents/text/text-layer.ts';
import { isShipNumber } from '../../entities/imo.ts';
import type { IdentifierMention, IdentifierScheme } from '../model/mention.ts';
import { checkEthereumAddress, isBitcoinAddress, isIban, isTronAddress } from './account-checks.ts';
import { labelPattern, TOUCHING } from './identifier-labels.ts';

/** An identifier before it is known whose it is. */
export type FoundIdentifier = Omit<IdentifierMention, 'holder'>;

/**
 * Between a label and what it labels: words for "number", marks, and in languages that write without blanks a particle or "is". Other
 * words are not stepped over: what follows them is something else.
 */
const BRIDGE =
  '(?:\\s*(?:ship|vessel|company|identification|registration|registered|numbers?|nos?|nr|num|is|was|of|номер|номера|номером|судна|رقم|№|n°|nº)(?!\\p{L})\\.?' +
  '|\\s*(?:号码|编号|番号|번호|号|는|은|为|為|は)|[\\s:#=.()/（）：-]+)*';

/** Identifiers of all schemes in a text, in its order; none lies within another. */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  const add = (identifier: FoundIdentifier | undefined): void => {
    if (identifier === undefined) return;
    if (!found.some((other) => other.start < identifier.end && identifier.start < other.end)) found.push(identifier);
  };
  for (const finder of FINDERS) for (const identifier of finder(text)) add(identifier);
  return Object.freeze(found.sort((a, b) => a.start - b.start));
}

type Finder = (text: string) => Iterable<FoundIdentifier>;

/** What carries its own check comes first: no other rule may take a part of it. */
const FINDERS: readonly Finder[] = [findIbans, findWallets, findImo, findMmsi, findLabelled];

function identifier(
  text: string,
  { start, end }: Span,
  scheme: IdentifierScheme,
  value: string,
  valid: boolean | null,
): FoundIdentifier {
  return Object.freeze({ start, end, text: text.slice(start, end), scheme, value, valid });
}

const labelled = new Map<string, RegExp>();

/** A label, what may stand between, and then the pattern, whose place is told. */
function* afterLabel(
  text: string,
  scheme: Parameters<typeof labelPattern>[0],
  pattern: string,
): Generator<Span & { readonly label: string }> {
  const key = `${scheme} ${pattern}`;
  const known =
    labelled.get(key) ??
    new RegExp(`(${labelPattern(scheme)})${BRIDGE}(?<![${TOUCHING}])(${pattern})(?![${TOUCHING}])`, 'giud');
  labelled.set(key, known);
  for (const match of text.matchAll(known)) {
    const place = match.indices?.[2];
    if (place !== undefined) yield { start: place[0], end: place[1], label: match[0].slice(0, place[0] - match.index) };
  }
}

/** IMO numbers: seven digits after the label, and further ones in the same enumeration ("IMO 1234567 and 7654321"). */
function* findImo(text: string): Generator<FoundIdentifier> {
  for (const { start, end, label } of afterLabel(text, 'imo', '[0-9]{7}')) {
    if (/compan/i.test(label)) yield identifier(text, { start, end }, 'imo-company', text.slice(start, end), null);
    else yield shipNumber(text, { start, end });
    const rest =
      /^(?:\s*(?:,|;|and|or|и|및|和|、)\s*(?:and\s+)?[0-9]{7}(?![0-9]))+/.exec(text.slice(end, end + 200))?.[0] ?? '';
    for (const more of rest.matchAll(/[0-9]{7}/g)) {
      const span = { start: end + more.index, end: end + more.index + 7 };
      // A bare number of seven digits may be anything: it counts where its check digit is right.
      if (isShipNumber(more[0])) yield shipNumber(text, span);
    }
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])IMO([0-9]{7})(?![\p{L}\p{N}])/gu))
    yield shipNumber(text, { start: match.index + 3, end: match.index + 10 });
}

function shipNumber(text: string, span: Span): FoundIdentifier {
  const digits = text.slice(span.start, span.end);
  return identifier(text, span, 'imo', digits, isShipNumber(digits));
}

/** MMSI: nine digits; those of ships begin with the three digits of a country, from 201 to 775 (ITU-R M.585). */
function* findMmsi(text: string): Generator<FoundIdentifier> {
  for (const span of afterLabel(text, 'mmsi', '[0-9]{9}')) {
    const digits = text.slice(span.start, span.end);
    yield identifier(text, span, 'mmsi', digits, /^[2-7]/.test(digits));
  }
}

/** What only its label tells: call signs, passports, registrations. */
function* findLabelled(text: string): Generator<FoundIdentifier> {
  // One of the letters and digits that the ITU gives out, with at least one letter.
  for (const span of afterLabel(text, 'call-sign', '(?=[0-9]*[A-Z])[A-Z0-9]{4,7}'))
    if (isUpper(text, span)) yield identifier(text, span, 'call-sign', text.slice(span.start, span.end), null);
  for (const span of afterLabel(text, 'passport', '[A-Z]{0,3}\\s?[0-9]{5,9}'))
    if (isUpper(text, span))
      yield identifier(text, span, 'passport', text.slice(span.start, span.end).replace(/\s/g, ''), null);
  for (const span of afterLabel(text, 'registration', '[A-Z0-9]{1,2}-[A-Z0-9]{3,5}|[A-Z]{0,4}[0-9][0-9-]{4,14}')) {
    if (!isUpper(text, span)) continue;
    const value = text.slice(span.start, span.end);
    const aircraft = /^(?=.*[A-Z])[A-Z0-9]{1,2}-[A-Z0-9]{3,5}$/.test(value);
    yield identifier(text, span, aircraft ? 'aircraft-registration' : 'registration', value, null);
  }
}

/** Patterns are asked without regard to case, for the sake of their labels; what they find is in capitals. */
function isUpper(text: string, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  return value === value.toUpperCase();
}

const ACCOUNT_NEAR = 40;

/**
 * IBANs, also in groups of four. The country says how long one is. One that fails its check is told only where the text speaks of an
 * account: else it is some other number.
 */
function* findIbans(text: string): Generator<FoundIdentifier> {
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[A-Z0-9]){11,34}/gu)) {
    const length = lengthOf(match[0].slice(0, 2));
    if (length === undefined) continue;
    let end = match.index;
    for (let count = 0; count < length && end < text.length; end++) if (/[A-Z0-9]/.test(text[end]!)) count++;
    const written = text.slice(match.index, end);
    const value = written.replace(/[^A-Z0-9]/g, '');
    if (value.length !== length || /^[\p{L}\p{N}]/u.test(text.slice(end))) continue;
    const valid = isIban(value);
    if (!valid && !speaksOfAccount(text, match.index)) continue;
    yield identifier(text, { start: match.index, end }, 'iban', value, valid);
  }
}

function lengthOf(country: string): number | undefined {
  return (countrySpecs as Readonly<Record<string, { readonly chars?: number | null }>>)[country]?.chars ?? undefined;
}

let accountWord: RegExp | undefined;

function speaksOfAccount(text: string, at: number): boolean {
  accountWord ??= new RegExp(labelPattern('account'), 'iu');
  return accountWord.test(text.slice(Math.max(0, at - ACCOUNT_NEAR), at));
}

/**
 * Addresses of wallets by the forms of their networks. A string of such a form whose check fails is told as one with a wrong
 * check where it has both cases and digits, as an address has.
 */
function* findWallets(text: string): Generator<FoundIdentifier> {
  for (const match of text.matchAll(
    /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{11,87}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu,
  )) {
    const value = match[0];
    const span = { start: match.index, end: match.index + value.length };
    if (value.startsWith('0x')) yield identifier(text, span, 'ethereum', value, checkEthereumAddress(value));
    else if (value.startsWith('bc1')) yield identifier(text, span, 'bitcoin', value, isBitcoinAddress(value));
    else {
      const scheme = value.startsWith('T') ? 'tron' : 'bitcoin';
      const valid = scheme === 'tron' ? isTronAddress(value) : isBitcoinAddress(value);
      if (valid || (/[a-z]/.test(value) && /[A-Z]/.test(value) && /[2-9]/.test(value)))
        yield identifier(text, span, scheme, value, valid);
    }
  }
}
