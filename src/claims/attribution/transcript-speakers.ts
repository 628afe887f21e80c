import type { Claimant } from '../model/claim.ts';
import { HONORIFIC, nameOfLabel, personOfLabel } from './person-of-label.ts';
import type { KnownPerson } from './speaker/known-people.ts';
import type { SpeakerContext } from './speaker/speaker-context.ts';
import type { Turn } from './turn-label.ts';

const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

/** Who speaks in the turns of one transcript: labels give a surname or an office, the text around them the whole name. */
export class TranscriptSpeakers {
  private readonly text: string;
  private readonly source: Claimant;
  private readonly context: SpeakerContext;
  private readonly known = new Map<string, Claimant>();
  /** The latest speaker who gave a name, and so who answers. */
  private answering: Claimant | undefined;
  private current: Claimant | 'asking' | undefined;

  constructor(text: string, source: Claimant, context: SpeakerContext) {
    this.text = text;
    this.source = source;
    this.context = context;
  }

  /** The speaker of a paragraph, `asking` in a question; undefined outside of a transcript. */
  take(turn: Turn | undefined): Claimant | 'asking' | undefined {
    if (turn === undefined) this.current = undefined;
    else if (turn.labelled) this.current = this.speakerOf(turn);
    return this.current;
  }

  private speakerOf(turn: Turn): Claimant | 'asking' {
    if (turn.role === 'question') return 'asking';
    if (turn.role === 'answer') return this.answering ?? this.answerer();
    const known = this.known.get(turn.label) ?? (turn.kind === true ? this.ofKind(turn.label) : this.claimantOf(turn));
    this.known.set(turn.label, known);
    this.answering = known;
    return known;
  }

  /** An interview names who answers at its head; with two names there it is not known which. */
  private answerer(): Claimant {
    const only = this.context.people.only();
    if (only !== undefined) return personClaimant(only);
    return this.source.kind === 'newsroom' ? UNNAMED : this.source;
  }

  /** "Spokesman:" is who the text names by that office; "Former member:" has no name. */
  private ofKind(label: string): Claimant {
    const office = this.context.people.ofOffice(label.split(' ').pop()!.toLowerCase());
    return office === undefined ? { name: label, kind: 'unnamed' } : personClaimant(office);
  }

  private claimantOf({ label, country }: Turn): Claimant {
    const name = personOfLabel(label);
    const whole = nameOfLabel(label).replace(/^The /, '');
    if (/\bofficial\b/i.test(whole)) return { name: whole, kind: 'unnamed' };
    if (name === '') {
      const office = this.context.people.ofOffice(whole.split(' ').pop()!.toLowerCase());
      return office === undefined ? { name: whole, kind: 'person' } : personClaimant(office);
    }
    const person = this.context.people.find(name);
    if (person !== undefined) return personClaimant(person);
    return personClaimant(
      this.context.people.add(name.includes(' ') ? name : this.fullName(name), country ?? this.hostCountry(label), []),
    );
  }

  /** In the transcript of a State's organ its own people answer; a guest's office or State would stand in the label. */
  private hostCountry(label: string): string | undefined {
    return this.source.kind === 'state-organ' && HONORIFIC.test(label) ? this.source.country : undefined;
  }

  /** "MS. DAHL" is "Mette Dahl" when the text has that name and no other Dahl. */
  private fullName(surname: string): string {
    const escaped = surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const names = new Set(
      [...this.text.matchAll(new RegExp(`(\\p{Lu}\\p{Ll}+(?:-\\p{L}+)?) ${escaped}(?![\\p{L}-])`, 'gu'))]
        .map((match) => match[1]!)
        .filter(
          (given) => personOfLabel(given) !== '' && !/^(Mr|Mrs|Ms|Dr|Dear|And|With|Thank|Says|Thanks)$/.test(given),
        ),
    );
    return names.size === 1 ? `${[...names][0]} ${surname}` : surname;
  }
}

function personClaimant(person: KnownPerson): Claimant {
  return person.country === undefined
    ? { name: person.name, kind: 'person' }
    : { name: person.name, kind: 'person', country: person.country };
}
