import type { Claimant } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import type { DocumentLeaves, LeafIdentifier, Speakers, SubjectLeaf } from '../model/leaf.ts';
import type { IdentifierMention, IdentifierScheme, NameMention, SubjectKind, TextMentions } from '../model/mention.ts';

/** Kinds of claimants that are subjects. States are none, who is not named has no name, and a sensor only measures. */
const SPEAKERS: Readonly<Partial<Record<Claimant['kind'], SubjectKind>>> = {
  person: 'person',
  'state-organ': 'organisation',
  'un-body': 'organisation',
  intergovernmental: 'organisation',
  ngo: 'organisation',
  company: 'organisation',
  newsroom: 'organisation',
};

const ACCOUNTS: ReadonlySet<IdentifierScheme> = new Set(['iban', 'bitcoin', 'ethereum', 'tron']);

const KIND_OF_SCHEME: Readonly<Record<IdentifierScheme, SubjectKind>> = {
  imo: 'vessel',
  mmsi: 'vessel',
  'call-sign': 'vessel',
  'imo-company': 'organisation',
  registration: 'organisation',
  'aircraft-registration': 'aircraft',
  passport: 'person',
  iban: 'account',
  bitcoin: 'account',
  ethereum: 'account',
  tron: 'account',
};

/** One name whatever its case and blanks. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

export function leafId(document: string, key: string): string {
  return `s-${sha256Hex(`${document}\n${key}`).slice(0, 16)}`;
}

type Growing = {
  kind: SubjectKind;
  name: string | null;
  mentions: NameMention[];
  identifiers: Map<string, LeafIdentifier>;
  claims: Set<string>;
  accountOf: string | null;
};

/** Who and what a document names, and who speaks in it, name by name. */
export function documentLeaves(
  document: string,
  { names, identifiers, shortForms, formerNames }: TextMentions,
  speakers: Speakers,
): DocumentLeaves {
  const leaves = new Map<string, Growing>();
  const grow = (key: string, kind: SubjectKind, name: string | null): Growing => {
    const known = leaves.get(key) ?? {
      kind,
      name,
      mentions: [],
      identifiers: new Map(),
      claims: new Set(),
      accountOf: null,
    };
    leaves.set(key, known);
    return known;
  };
  for (const mention of names) grow(nameKey(mention.text), mention.kind, mention.text).mentions.push(mention);
  for (const identifier of identifiers) addIdentifier(document, grow, identifier, names);
  for (const { id, claimant, relay } of speakers)
    for (const speaker of [claimant, ...relay]) {
      const kind = SPEAKERS[speaker.kind];
      if (kind !== undefined)
        grow(nameKey(withoutArticle(speaker.name)), kind, withoutArticle(speaker.name)).claims.add(id);
    }
  return Object.freeze({
    document,
    leaves: Object.freeze([...leaves].map(([key, leaf]) => frozen(document, key, leaf))),
    shortForms,
    formerNames,
  });
}

function addIdentifier(
  document: string,
  grow: (key: string, kind: SubjectKind, name: string | null) => Growing,
  identifier: IdentifierMention,
  names: readonly NameMention[],
): void {
  const { scheme, value, valid, start, end } = identifier;
  const holder = names.find((name) => name.start === identifier.holder);
  const own = ACCOUNTS.has(scheme) || holder === undefined;
  const key = own || holder === undefined ? `${scheme}:${value}` : nameKey(holder.text);
  const leaf = grow(key, KIND_OF_SCHEME[scheme], null);
  if (own && holder !== undefined) leaf.accountOf ??= leafId(document, nameKey(holder.text));
  const known = leaf.identifiers.get(`${scheme}:${value}`);
  leaf.identifiers.set(`${scheme}:${value}`, {
    scheme,
    value,
    valid,
    places: [...(known?.places ?? []), { start, end }],
  });
}

function withoutArticle(name: string): string {
  return name.replace(/^the\s+/i, '');
}

function frozen(document: string, key: string, leaf: Growing): SubjectLeaf {
  const { kind, name, mentions, identifiers, claims, accountOf } = leaf;
  return Object.freeze({
    id: leafId(document, key),
    document,
    kind,
    name,
    mentions: Object.freeze(mentions),
    identifiers: Object.freeze([...identifiers.values()]),
    claims: Object.freeze([...claims]),
    accountOf,
  });
}
