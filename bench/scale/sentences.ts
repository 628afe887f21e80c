import { chance, type Dice, pick, rare } from './dice.ts';

const STATES = [
  ...['North Korea', 'Russia', 'China', 'Ukraine', 'South Korea', 'Iran', 'Japan', 'Syria', 'the United States'],
  ...['Myanmar', 'Mozambique', 'Sudan', 'Yemen', 'Vietnam', 'Cuba', 'Namibia', 'Tanzania', 'Libya', 'Mali', 'Egypt'],
];
const OFFICES = [
  'defence ministry',
  'foreign ministry',
  'coast guard',
  'customs service',
  'general staff',
  'prosecutors',
];
const PLACES = [
  'Nampo',
  'Rajin',
  'Wonsan',
  'Vladivostok',
  'Vostochny',
  'Dunai',
  'Dandong',
  'Hunchun',
  'Ningbo',
  'Busan',
];
const MONTHS = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'December'];
const GOODS = ['artillery shells', 'containers of munitions', 'drones', 'rifles', 'rocket launchers', 'machine tools'];
const SYLLABLES = ['An', 'Chong', 'Hae', 'Kum', 'Mi', 'Pyo', 'Rim', 'San', 'To', 'Un', 'Won', 'Yong'];

/** Sentences as they stand in press, briefings and reports of panels; one of them is taken. */
export function sentencesAbout(dice: Dice, published: string, documents: number): readonly string[] {
  const [agent, other] = [stateOf(dice), stateOf(dice)];
  const claimant = `${stateOf(dice)}'s ${pick(dice, OFFICES)}`;
  const when = chance(dice, 0.65) ? `in ${pick(dice, MONTHS)} ${published.slice(0, 4)}` : 'this year';
  const place = pick(dice, PLACES);
  const goods = pick(dice, GOODS);
  const figure = (20 + Math.floor(rare(dice) * 900)).toLocaleString('en');
  const [vessel, firm] = [vesselOf(dice, documents), firmOf(dice, documents)];
  return [
    `${claimant} said that ${agent} had shipped about ${figure} ${goods} to ${other} ${when}.`,
    `${claimant} reported that the tanker ${vessel} delivered ${figure} barrels of refined petroleum to ${place} ${when}.`,
    `${claimant} denied that ${agent} had transferred ${figure} ${goods} to ${other} ${when}.`,
    `According to ${claimant}, hackers from ${agent} stole ${figure} million dollars from an exchange ${when}.`,
    `${firm} employed ${figure} workers from ${other} in ${place} ${when}, ${claimant} said.`,
    `${agent} launched ${figure} missiles from ${place} ${when}, according to ${claimant}.`,
    `The vessel ${vessel} called at ${place} ${when} with its transponder switched off.`,
    `The Panel found that ${firm} had procured ${goods} for ${agent} ${when}.`,
    `The quay at ${place} lies beside a railway yard, and trucks wait there for days in the cold.`,
    `“We have seen no such cargo,” a spokesman for ${claimant} told reporters on Tuesday.`,
    `Imagery shows ${figure} containers on the pier at ${place}, more than in the month before.`,
    `${other} called on ${agent} to explain the voyages of the ${vessel}.`,
  ];
}

/** An archive of one theme names a few States again and again. */
function stateOf(dice: Dice): string {
  return STATES[Math.floor(rare(dice) * STATES.length)] as string;
}

/** The fleet grows with the archive, more slowly than it. */
function vesselOf(dice: Dice, documents: number): string {
  return `${nameOf(Math.floor(rare(dice) * documents))} ${1 + Math.floor(dice() * 9)}`;
}

function firmOf(dice: Dice, documents: number): string {
  return `${nameOf(Math.floor(rare(dice) * documents * 2))} Trading Company`;
}

function nameOf(at: number): string {
  const of = (digit: number) => SYLLABLES[digit % SYLLABLES.length] as string;
  return `${of(at)}${of(Math.floor(at / 12)).toLowerCase()} ${of(Math.floor(at / 144))}`;
}
