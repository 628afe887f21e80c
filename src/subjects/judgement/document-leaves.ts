import type { Claimant } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import type { DocumentLeaves, LeafIdentifier, Speakers, SubjectLeaf } from '../model/leaf.ts';
import type {
  IdentifierMention,
  IdentifierScheme,
  NameMention,
  PersonDescription,
  SubjectKind,
  TextMentions,
} from '../model/mention.ts';
import { apartBearers } from './bearers.ts';

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

/** The key of the name of whoever speaks. */
export function speakerKey(name: string): string {
  return nameKey(withoutArticle(name));
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
  { names, identifiers, shortForms, formerNames, alsoCalled, described }: TextMentions,
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
  const others = otherShips(names, identifiers, formerNames);
  const ownKeyOf = (mention: NameMention): string => others.get(mention) ?? nameKey(mention.text);
  const bearers = apartBearers(names, identifiers, described, ownKeyOf);
  const keyOf = (mention: NameMention): string => bearers.get(mention) ?? ownKeyOf(mention);
  for (const mention of names) grow(keyOf(mention), mention.kind, mention.text).mentions.push(mention);
  for (const identifier of identifiers) addIdentifier(document, grow, identifier, names, keyOf);
  for (const { id, claimant, relay } of speakers)
    for (const speaker of [claimant, ...relay]) {
      const kind = SPEAKERS[speaker.kind];
      if (kind !== undefined) grow(speakerKey(speaker.name), kind, withoutArticle(speaker.name)).claims.add(id);
    }
  const idAt = new Map(names.map((mention) => [mention.start, leafId(document, keyOf(mention))]));
  const byLeaf = new Map<string, PersonDescription[]>();
  for (const one of described) {
    const id = idAt.get(one.name)!;
    byLeaf.set(id, [...(byLeaf.get(id) ?? []), one]);
  }
  return Object.freeze({
    document,
    leaves: Object.freeze([...leaves].map(([key, leaf]) => frozen(document, key, leaf))),
    shortForms,
    formerNames,
    alsoCalled,
    described: byLeaf,
  });
}

/**
 * Ships that bear a name which the document also tells as the former name of another: "the second Ocean Larkspur carries the number
 * IMO ...". A hull keeps its number under every name, so that a mention with one of its own is kept apart from the former name, except
 * where that is told or where the number is that of the renamed ship.
 */
function otherShips(
  names: readonly NameMention[],
  identifiers: readonly IdentifierMention[],
  formerNames: TextMentions['formerNames'],
): ReadonlyMap<NameMention, string> {
  const found = new Map<NameMention, string>();
  if (formerNames.length === 0) return found;
  const hulls = identifiers.filter(
    ({ scheme, valid, holder }) => scheme === 'imo' && valid === true && holder !== null,
  );
  const nameAt = new Map(names.map((name) => [name.start, name]));
  for (const { value, holder } of hulls) {
    const mention = nameAt.get(holder!);
    if (mention === undefined) continue;
    const told = formerNames.filter(({ former }) => nameKey(former) === nameKey(mention.text));
    const isRenamed = told.some(
      ({ present, start }) =>
        start === mention.start ||
        hulls.some(
          (hull) => hull.value === value && nameKey(nameAt.get(hull.holder!)?.text ?? '') === nameKey(present),
        ),
    );
    if (told.length > 0 && !isRenamed) found.set(mention, `${nameKey(mention.text)} imo:${value}`);
  }
  return found;
}

function addIdentifier(
  document: string,
  grow: (key: string, kind: SubjectKind, name: string | null) => Growing,
  identifier: IdentifierMention,
  names: readonly NameMention[],
  keyOf: (mention: NameMention) => string,
): void {
  const { scheme, value, valid, start, end } = identifier;
  const holder = names.find((name) => name.start === identifier.holder);
  const own = ACCOUNTS.has(scheme) || holder === undefined;
  const key = own || holder === undefined ? `${scheme}:${value}` : keyOf(holder);
  const leaf = grow(key, KIND_OF_SCHEME[scheme], null);
  if (own && holder !== undefined) leaf.accountOf ??= leafId(document, keyOf(holder));
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
