import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList, predicateWords } from '../../lexicon/vocabulary.ts';
import type { Claimant } from '../../model/claim.ts';
import { endsInNoun, hasInName, isBand, mayBeCalled, nounsOf, ownNounsOf } from './body-name.ts';
import { KnownPeople } from './known-people.ts';

/** A claimant already met, with the nouns that may stand for it later ("the agency", "the bureau", "the group"). */
type KnownBody = { readonly claimant: Claimant; readonly nouns: ReadonlySet<string>; readonly plural: boolean };

/**
 * Who has been named so far in a document: what later pronouns, surnames and descriptions refer to. It changes as the
 * reading goes on and lives for one document only.
 */
export class SpeakerContext {
  readonly source: Claimant;
  /** Who "we" is: the source, or whose turn it is in a transcript. */
  voice: Claimant;
  readonly people = new KnownPeople();
  private readonly shorts = new Map<string, Claimant>();
  private bodies: KnownBody[] = [];
  private beforeHeading: KnownBody[] | undefined;
  private readonly passing = new Map<string, Claimant>();
  /** Names of all who have spoken so far. */
  private readonly voices = new Set<string>();
  private lastPerson: Claimant | undefined;
  /** The people met last, the latest first, and by which pronoun the text speaks of each. */
  private recent: Claimant[] = [];
  private readonly pronouns = new Map<string, string>();
  private lastBody: Claimant | undefined;
  /** The body that the latest sentence without an attribution is about. */
  private aboutBody: Claimant | undefined;
  private lastPlural: Claimant | undefined;
  /** Whether the latest speaker was one of many, a body, or neither: who "they" may be. */
  private lastCanBeThey = false;
  /** Papers, figures and pictures of which this sentence or the two before it tell: what "it" and "they" may be. */
  private papers: { readonly one: boolean; readonly many: boolean; readonly left: number } = NO_PAPERS;
  /** The speaker of the latest attribution, for quotations that stand alone. */
  lastSpeaker: Claimant | undefined;

  /** The State of ministers and organs of which the text does not say whose they are. */
  readonly home: string | undefined;
  private readonly documents = new Map<string, Claimant>();
  /** By what noun of telling, who gave out the last of which the text tells. */
  private readonly issuers = new Map<string, string>();

  constructor(source: Claimant, home?: string) {
    this.source = source;
    this.home = home;
    this.voice = source;
    this.bodies.push({ claimant: source, nouns: ownNounsOf(source), plural: false });
    this.lastBody = undefined;
  }

  /** "Panel of Experts (PoE)": the short form means the body from here on. */
  addShort(short: string, claimant: Claimant): void {
    if (!this.shorts.has(short)) this.shorts.set(short, claimant);
  }

  findShort(short: string): Claimant | undefined {
    return this.shorts.get(short);
  }

  addBody(claimant: Claimant, nouns: Iterable<string>, plural: boolean): void {
    this.bodies = [
      { claimant, nouns: new Set([...nouns, ...nounsOf(claimant)]), plural },
      ...this.bodies.filter((body) => body.claimant.name !== claimant.name),
    ].slice(0, 40);
  }

  /**
   * "the Government" is not "two partner Governments": one or many must agree, and "the defence ministry" is no foreign ministry.
   * `named` says that it is written with a capital, `attributes` are the words between article and noun.
   */
  findBody(noun: string, plural = false, named = false, attributes: readonly string[] = []): Claimant | undefined {
    if (!plural && named && this.isIssuer(noun)) return this.voice;
    const called = this.bodies.filter((body) => body.nouns.has(noun) && body.plural === plural);
    const fits = called.filter(({ claimant }) => mayBeCalled(claimant, noun, attributes));
    // "the spy agency" may be the one agency met; of several it must be told by a word of its name.
    if (fits.length < called.length && !fits.some(({ claimant }) => hasInName(claimant, attributes))) return undefined;
    if (fits.length === 0) return plural ? undefined : this.inPassing(noun, attributes);
    // "the Council" is the Security Council before it is the Security Council Committee.
    return (fits.find((body) => endsInNoun(body.claimant, noun)) ?? fits[0])?.claimant;
  }

  /**
   * "The Ministry" in what a ministry issued is that ministry, and "the Group" in a letter of a Group of Experts is that group, whichever
   * other was named last; "the ministry" may be the other.
   */
  private isIssuer(noun: string): boolean {
    return /^(?:state-organ|un-body|intergovernmental)$/.test(this.voice.kind) && endsInNoun(this.voice, noun);
  }

  /** "the Committee" after "the Committee established pursuant to": the one body met whose whole name begins so. */
  wholeName(short: string): string | undefined {
    const whole = this.bodies.filter(({ claimant: { name } }) => name.startsWith(`${short} `) && MANDATE.test(name));
    return whole.length === 1 ? whole[0]!.claimant.name : undefined;
  }

  /** A body named without speaking: found by the last word of its name alone, and only when one such body was named. */
  named(claimant: Claimant): void {
    this.passing.set(claimant.name, claimant);
  }

  private inPassing(noun: string, attributes: readonly string[]): Claimant | undefined {
    const fits = [...this.passing.values()].filter(
      (body) => endsInNoun(body, noun) && mayBeCalled(body, noun, attributes),
    );
    return fits.length === 1 ? fits[0] : undefined;
  }

  /** The one body that watches or inquires which the text has named: whose "the report" is, as far as its kind goes. */
  inquirer(): Claimant | undefined {
    const fits = [...this.passing.values()].filter(isInquirer);
    return fits.length === 1 ? fits[0] : undefined;
  }

  /** "the experts", "the monitors" of whom a panel or group was named: the one that spoke last, else the only one. */
  watchers(): Claimant | undefined {
    const spoken = this.bodies.find(({ claimant }) => isInquirer(claimant) && claimant !== this.source);
    return spoken?.claimant ?? this.inquirer();
  }

  /** Of a sentence: whether it tells of one paper or of many that could be meant by "it" and "they" from here on. */
  tellsOfPapers(one: boolean, many: boolean): void {
    const { left } = this.papers;
    this.papers = one || many ? { one, many, left: 2 } : left > 1 ? { ...this.papers, left: left - 1 } : NO_PAPERS;
  }

  /** Whether "it" ("they") may be a study, figures or pictures rather than a body that spoke. */
  mayBePaper(plural: boolean): boolean {
    return plural ? this.papers.many : this.papers.one;
  }

  /** "a report by the U.N. panel": whose "the report" is afterwards. */
  noteDocument(noun: string, issuer: Claimant): void {
    this.documents.set(noun, issuer);
  }

  findDocument(noun: string): Claimant | undefined {
    return (
      this.documents.get(noun) ??
      (noun === 'document' && this.documents.size === 1 ? [...this.documents.values()][0] : undefined)
    );
  }

  /** "issued a statement saying", "said in a statement": whose "the statement" may be afterwards. */
  noteIssued(noun: string, claimant: Claimant): void {
    this.issuers.set(noun, claimant.name);
  }

  /** Remembers who spoke, for the pronouns that follow. */
  spoke(claimant: Claimant, plural: boolean): void {
    this.voices.add(claimant.name);
    this.lastSpeaker = claimant;
    this.lastCanBeThey = plural || !/^(person|unnamed|sensor|newsroom)$/.test(claimant.kind);
    // An office without a name does not push out a person who was named.
    if (claimant.kind === 'person') {
      if (/^(?:an?|one|another) |^\p{Lu}/iu.test(claimant.name) || this.lastPerson === undefined)
        this.mentioned(claimant);
    } else if (claimant.kind === 'unnamed' && !plural && isSomebody(claimant.name)) {
      // "a diplomat": whom the text means by "he" next, and no body that "it" could mean.
      if (/^(?:an?|one|another) /i.test(claimant.name) || this.lastPerson === undefined) this.mentioned(claimant);
      return;
    } else if (plural || claimant.kind === 'state') this.lastPlural = claimant;
    // "Vértes announces that he will go. He maintains": a surname of which nothing was told may be whom "he" means, before whoever was named earlier.
    else if (claimant.kind === 'unnamed' && SURNAME.test(claimant.name)) this.mentioned(claimant);
    this.aboutBody = undefined;
    if (claimant.kind !== 'person' && !plural) this.lastBody = claimant;
  }

  /** The person whom a sentence is about is "he" afterwards, whether or not they speak. */
  mentioned(person: Claimant | undefined): void {
    this.lastPerson = person;
    if (person !== undefined)
      this.recent = [person, ...this.recent.filter((other) => other.name !== person.name)].slice(0, 4);
  }

  /** The body that a sentence is about is "it" afterwards, whether or not it speaks. */
  about(body: Claimant): void {
    this.aboutBody = body;
  }

  /** The people that a sentence is about may be "they" afterwards: nobody is then known to be. */
  aboutPeople(): void {
    this.lastPlural = undefined;
    this.lastCanBeThey = false;
    this.lastBody = undefined;
  }

  /** The body that spoke last, if nobody else did since: whose "the statement" is; a message may also be a person's. */
  lastIssuer(noun: string): Claimant | undefined {
    const last = this.lastSpeaker;
    if (last === undefined || last.kind === 'unnamed' || last.kind === 'sensor') return undefined;
    // "The ministry issued a statement saying A. Riga dismissed it. The statement said": of whoever gave it out, or of who spoke since.
    const issuer = this.issuers.get(noun);
    if (issuer !== undefined && issuer !== last.name) return undefined;
    // A charge is brought by who prosecutes, and a report, study or letter is of whoever wrote it: a State, a firm or an organ
    // that merely spoke before has not, and is as likely to be the one accused in it.
    if (attributionList('pleadings').has(noun) && !PROSECUTES.test(last.name)) return undefined;
    const isReporter = /^(ngo|un-body|intergovernmental)$/.test(last.kind);
    if (!isReporter && !attributionList('utterances').has(noun) && !attributionList('pleadings').has(noun))
      return undefined;
    // Whoever spoke last need not be who wrote the study: only where nobody else has spoken.
    if (attributionList('works').has(noun) && (this.voices.size > 1 || /^(state|newsroom)$/.test(last.kind)))
      return undefined;
    return last.kind !== 'person' || /^(message|post|tweet|letter|remarks)$/.test(noun) ? last : undefined;
  }

  /** Before a headline is read: whom it names in capitals may be anything. */
  beginHeading(): void {
    this.beforeHeading = this.bodies;
  }

  /** After a headline: it names speakers shortly, and the text begins again. */
  forgetSpeakers(): void {
    this.bodies = this.beforeHeading ?? this.bodies;
    this.lastPerson = undefined;
    this.recent = [];
    this.lastBody = undefined;
    this.aboutBody = undefined;
    this.lastPlural = undefined;
    this.lastCanBeThey = false;
    this.lastSpeaker = undefined;
  }

  /** The latest person, unless the text has spoken of them by the other pronoun: then the latest before whom it fits. */
  private personFor(lower: string): Claimant | undefined {
    const fits = (person: Claimant) => (this.pronounOf(person) ?? lower) === lower;
    // "Officials said A. She told reporters B": one of whom nothing was told.
    if (this.lastPerson === undefined)
      return this.lastSpeaker?.kind === 'unnamed' && this.lastSpeaker !== this.lastPlural
        ? this.lastSpeaker
        : undefined;
    const person = fits(this.lastPerson) ? this.lastPerson : this.recent.find(fits);
    if (person !== undefined) this.pronouns.set(person.name, lower);
    return person;
  }

  /** The last person whom "he" or "she" may mean, but for those whom `except` holds. */
  personBefore(lower: string, except: (person: Claimant) => boolean): Claimant | undefined {
    return this.recent.find((person) => !except(person) && (this.pronounOf(person) ?? lower) === lower);
  }

  /** "They" after a single person or paper that spoke last may be anybody: it stays open. */
  private theyNow(): Claimant | undefined {
    const last = this.lastSpeaker;
    // "The Rapid Forces did not comment. In August they had denied it": the body of many that was told of since anybody spoke.
    const spokeAsMany =
      last !== undefined &&
      (last === this.lastPlural || (last.kind !== 'person' && MANY.test(last.name.split(/ (?:in|of|from) /)[0]!)));
    if (this.aboutBody !== undefined && !spokeAsMany && isBand(this.aboutBody)) return this.aboutBody;
    if (last === undefined) return this.lastPlural ?? this.lastBody;
    if (this.lastCanBeThey)
      return last === this.lastBody || last === this.lastPlural ? last : (this.lastPlural ?? this.lastBody);
    return last.kind === 'person' ? this.lastPlural : undefined;
  }

  private pronounOf(person: Claimant): string | undefined {
    const stated = this.pronouns.get(person.name);
    if (stated !== undefined) return stated;
    const title = [...this.people.titleOf(person.name), ...person.name.toLowerCase().split(' ')];
    if (title.some((word) => attributionList('titles-she').has(word))) return 'she';
    return title.some((word) => attributionList('titles-he').has(word)) ? 'he' : undefined;
  }

  pronoun(lower: string): Claimant | undefined {
    if (/^(we|i|us)$/.test(lower)) return this.voice;
    if (/^(he|she)$/.test(lower)) return this.personFor(lower);
    if (lower === 'they') return this.theyNow();
    if (lower === 'it') return this.aboutBody ?? this.lastBody;
    return undefined;
  }
}

const SURNAME = /^\p{Lu}[\p{L}’'-]+$/u;

const NO_PAPERS = { one: false, many: false, left: 0 };

const MANY = /[^s]s$/;

function isInquirer({ name, kind }: Claimant): boolean {
  return /^(un-body|intergovernmental)$/.test(kind) && /panel|monitor|expert|inspector|mission|agency/i.test(name);
}

const PROSECUTES = /prosecut|attorney|justice|court|tribunal|grand jury|public ministry/i;

/** The decision that made a body, in its name. */
const MANDATE = / pursuant to /;

function isSomebody(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  return words.some(
    (word) =>
      [attributionList('people'), attributionList('callings'), nounList('withheld')].some((list) => list.has(word)) ||
      predicateWords().classes.people?.includes(word),
  );
}
