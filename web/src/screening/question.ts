import type { Search } from '../session/address.ts';

/** The fields of a question in the order of the form; the address and `GET /screening` name them alike. */
const FACTS = ['name', 'schema', 'birthDate', 'country', 'idNumber', 'imoNumber'] as const;
const QUESTION_FIELDS = [...FACTS, 'asOf', 'threshold'] as const;
type QuestionField = (typeof QUESTION_FIELDS)[number];

/** What is asked, as text; an empty field asks nothing. */
export type AskedQuestion = Readonly<Record<QuestionField, string>>;

/** The least score of a hit when nothing else is said, as the command line has it. */
export const USUAL_THRESHOLD = '0.7';
/** As many hits as a person can weigh; the server gives the best ones. */
export const MOST_HITS = 20;

export const SCHEMA_OPTIONS = [
  { value: 'Person', words: 'Person' },
  { value: 'Organization', words: 'Organisation' },
  { value: 'Company', words: 'Company' },
  { value: 'LegalEntity', words: 'Person or organisation' },
  { value: 'Vessel', words: 'Vessel' },
  { value: 'Airplane', words: 'Aircraft' },
] as const;

/** A schema in words; schemas that the form does not offer keep their own name. */
export function schemaWords(schema: string): string {
  return SCHEMA_OPTIONS.find(({ value }) => value === schema)?.words ?? schema;
}

export function questionOf(search: Search): AskedQuestion {
  const asked = Object.fromEntries(QUESTION_FIELDS.map((field) => [field, search[field] ?? ''])) as AskedQuestion;
  return { ...asked, threshold: asked.threshold || USUAL_THRESHOLD };
}

/** The question as the address keeps it: what is usual is left out. */
export function searchOf(question: AskedQuestion): Search {
  const threshold = question.threshold === USUAL_THRESHOLD ? '' : question.threshold;
  return Object.fromEntries(
    QUESTION_FIELDS.map((field) => [field, (field === 'threshold' ? threshold : question[field]) || undefined]),
  );
}

/** Whether there is something to ask: two letters of a name, or a number that names a subject by itself. */
export function isAskable({ name, idNumber, imoNumber }: AskedQuestion): boolean {
  // One Chinese character or Hangul syllable can be a whole family name; a single Latin letter says nothing.
  const letters = name.trim();
  return letters.length > 1 || /[^\p{ASCII}]/u.test(letters) || idNumber.trim() !== '' || imoNumber.trim() !== '';
}

/** Whether facts besides the name are asked: then their fields are shown from the start. */
export function hasFacts(question: AskedQuestion): boolean {
  return QUESTION_FIELDS.some((field) =>
    field === 'name' ? false : question[field] !== (field === 'threshold' ? USUAL_THRESHOLD : ''),
  );
}

/** What a decision answers: the question without how it was searched. Empty fields are left out. */
export function factsOf(question: AskedQuestion): Partial<Record<(typeof FACTS)[number], string>> {
  return Object.fromEntries(FACTS.map((field) => [field, question[field].trim()]).filter(([, value]) => value !== ''));
}
