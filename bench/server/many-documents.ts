/**
 * Documents as a large matter has them: hundreds of claimants, States, goods and places that come back again and again,
 * figures that differ a little from one source to the next. Made by counting, so that the same number gives the same bytes.
 */
export function manyDocuments(claims: number): { name: string; text: string }[] {
  return Array.from({ length: Math.ceil(claims / SENTENCES) }, (_, at) => {
    const first = at * SENTENCES;
    const sentences = Array.from({ length: Math.min(SENTENCES, claims - first) }, (_, number) =>
      sentenceOf(first + number),
    );
    return {
      name: `report-${String(at + 1).padStart(4, '0')}.txt`,
      text: `Report ${at + 1}\n\n${paragraphs(sentences).join('\n\n')}\n`,
    };
  });
}

const SENTENCES = 50;
const A_PARAGRAPH = 5;

function paragraphs(sentences: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(sentences.length / A_PARAGRAPH) }, (_, at) =>
    sentences.slice(at * A_PARAGRAPH, (at + 1) * A_PARAGRAPH).join(' '),
  );
}

const STATES = ['North Korea', 'Russia', 'China', 'Ukraine', 'Iran', 'Syria', 'Libya', 'Mali', 'Somalia', 'Haiti'];
const MORE_STATES = ['Japan', 'Vietnam', 'Turkey', 'Egypt', 'Yemen', 'Sudan', 'Chad', 'Kenya', 'Cuba', 'Myanmar'];
const ALL_STATES = [...STATES, ...MORE_STATES];
const PLACES = [
  'Nampo',
  'Rajin',
  'Vladivostok',
  'Odesa',
  'Tripoli',
  'Benghazi',
  'Bamako',
  'Mogadishu',
  'Busan',
  'Dandong',
];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'October', 'November', 'December'];
const GOODS = ['artillery shells', 'ballistic missiles', 'containers of munitions', 'drones', 'rifles', 'mortars'];
const OFFICES = ['defence ministry', 'foreign ministry', 'coast guard', 'customs service', 'general staff', 'navy'];

/** Numbers that look scattered and are the same every time. */
function pick<Item>(at: number, salt: number, among: readonly Item[]): Item {
  const mixed = Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b), 0xc2b2ae35);
  return among[(mixed >>> 7) % among.length] as Item;
}

const NUMBERS = Array.from({ length: 300 }, (_, at) => 20 + at * 7);
const YEARS = Array.from({ length: 10 }, (_, at) => 2015 + at);

function sentenceOf(at: number): string {
  const claimant = `${pick(at, 1, ALL_STATES)}'s ${pick(at, 2, OFFICES)}`;
  const [agent, other] = [pick(at, 3, ALL_STATES), pick(at, 4, ALL_STATES)];
  const number = pick(at, 5, NUMBERS).toLocaleString('en');
  const when = `in ${pick(at, 6, MONTHS)} ${pick(at, 7, YEARS)}`;
  const place = pick(at, 8, PLACES);
  const goods = pick(at, 9, GOODS);
  switch (at % 6) {
    case 0:
      return `${claimant} said that ${agent} had shipped about ${number} ${goods} to ${other} ${when}.`;
    case 1:
      return `${claimant} reported that a tanker delivered ${number} barrels of refined petroleum to ${place} ${when}.`;
    case 2:
      return `${claimant} denied that ${agent} had transferred ${number} ${goods} to ${other} ${when}.`;
    case 3:
      return `${claimant} said that hackers from ${agent} stole ${number} million dollars from an exchange ${when}.`;
    case 4:
      return `According to ${claimant}, ${agent} employed ${number} workers from ${other} in ${place} ${when}.`;
    default:
      return `${agent} launched ${number} missiles at ${place} ${when}, ${claimant} said.`;
  }
}
