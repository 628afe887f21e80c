/** Names are compared without case, hyphens, articles and the plural: "Artillery Shells" is "artillery shell". */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/^(the|a|an) /, '')
    .replace(AMERICAN, (word) => BRITISH[word] ?? word)
    .trim();
}

/** American spellings of words in names of goods. */
const BRITISH: Readonly<Record<string, string>> = {
  aluminum: 'aluminium',
  fertilizer: 'fertiliser',
  armor: 'armour',
  fiber: 'fibre',
  jewelry: 'jewellery',
  plow: 'plough',
  mold: 'mould',
  sulfur: 'sulphur',
  defense: 'defence',
  caliber: 'calibre',
  tire: 'tyre',
  sterilizer: 'steriliser',
  pasteurizer: 'pasteuriser',
};
const AMERICAN = new RegExp(Object.keys(BRITISH).join('|'), 'g');

export function singularForms(name: string): string[] {
  const forms = [];
  if (name.endsWith('ies')) forms.push(`${name.slice(0, -3)}y`);
  if (name.endsWith('ves')) forms.push(`${name.slice(0, -3)}f`, `${name.slice(0, -3)}fe`);
  if (name.endsWith('es')) forms.push(name.slice(0, -2));
  if (name.endsWith('s')) forms.push(name.slice(0, -1));
  return forms;
}

/** Measures and states before a name that do not change what the thing is: "used cargo ship", "155mm artillery shell". */
const STATE_WORDS = /^((new|used|second hand|secondhand) |\d+([.,]\d+)? ?(mm|millimetre|millimeter|cm|tonne|ton)s? )/;
/** How much of it there is, and in what it is carried: "10,000 tonnes of coal", "a container of shells". */
const QUANTITY_WORDS =
  /^((about|over|some|nearly|almost|up to|at least|more than) )?\d[\d., ]*(million |thousand )?|^(million |thousand )?(shipment|cargo|cargoe|consignment|load|shipload|truckload|container|tonne|ton|kilogram|kg|litre|liter|barrel|bottle|bag|sack|boxe|box|crate|case|carton|drum|pallet|piece|unit|item|set|batch|batche|pair|delivery|deliverie|amount|quantity|quantitie|sheet|roll|coil|bar|rod|ingot|tube|block|bundle|bale|tanker|wagon|lorry load)s? of /;
/** How many there are, in words: "two used excavators", "dozens of workers", "a fleet of buses". */
const COUNT_WORDS =
  /^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|dozen|few|couple of|dozens of|scores of|hundreds of|thousands of|number of|group of|team of|fleet of|range of|variety of|selection of|(?:various |different |certain )?(?:types|kinds|sorts|categories) of) )+(?=\S)/;
/** What follows says where the thing comes from or goes, how it is packed or carried: "coal from Russia via Rajin". */
export const ROUTE_WORDS =
  / (from|to|via|through|by|aboard|on board|in bulk|in bags|in drums|made in|originating in)(?: .*)?$/;
/** What follows narrows the thing without making another thing of it: "jet fuel for a flight", "truck with a crane". */
export const PURPOSE_WORDS = / (for|with|of|as|used in|used for|intended for) .*$/;

/** What is done with a thing, before its name: "opening a bank branch", "sale of coal". */
const DOING_WORDS =
  /^(?:opening|closing|keeping|maintaining|running|operating|operation|establishing|establishment|providing|provision|selling|sale|supplying|supply|buying|purchase|delivering|hiring|hire|renting|renting out|rent|rental|leasing|leasing out|letting|subletting|use|using)(?: of| out)? (?:the |an? )?/;
/** The frame in which a field is taught or researched: "doctoral studies in nuclear physics", "mechanical engineering course". */
const STUDY_BEFORE =
  /^(?:(?:advanced|basic|university|undergraduate|graduate|postgraduate|doctoral|master|phd|joint|academic|scientific|research) )*(?:course|study|studie|programme|program|degree|lecture|seminar|workshop|class|classe|training|teaching|research|cooperation|collaboration|project|exchange|conference|student|doctorate|phd)s? (?:in|on|of|about) (?:the )?/;
const STUDY_AFTER =
  / (?:(?:course|study|studie|programme|program|degree|lecture|seminar|workshop|class|classe|research|cooperation|collaboration|project|exchange|conference|student|training|teaching)s?)$/;

/** A name without what is done with the thing, or without the frame in which the field is taught; the same name where there is none. */
export function withoutSetting(name: string): string {
  return name.replace(DOING_WORDS, '').replace(STUDY_BEFORE, '').replace(STUDY_AFTER, '');
}

/** A name without what says how much of the thing there is, how big or how old it is; the same name where nothing says so. */
export function withoutMeasure(name: string): string {
  return name.replace(STATE_WORDS, '').replace(COUNT_WORDS, '').replace(QUANTITY_WORDS, '');
}

const FORM_AFTER =
  /^(.+) (?:scrap|waste|plate|sheet|pipe|tube|rod|bar|wire|ingot|billet|slab|coil|foil|roll|strip|metal|alloy|sponge|powder|pellet|fillet|tentacle|claw|tail|casting|product|article|good)s?$/;

/** The material of a form in which it is traded: "lead pipes", "titanium sponge". */
export function materialOfForm(name: string): string | undefined {
  return FORM_AFTER.exec(name)?.[1];
}

const PART_AFTER = /^(.+) (?:spare )?(?:part|component|subassembly|spare|accessory|accessorie)s?$/;
const PART_BEFORE = /^(?:spare )?(?:part|component|spare|accessory|accessorie)s? (?:for|of) (?:the |an? )?(.+)$/;

const ASSISTANCE_AFTER =
  /^(.+) (?:guidance|technology|know how|maintenance|servicing|repair|overhaul|production|manufacture|manufacturing|assembly|design|development|operation|use|handling|upgrade|modernisation|modernization|engineering|training|instruction|assistance|advice)$/;
const ASSISTANCE_BEFORE =
  /^(?:maintenance|servicing|repair|overhaul|production|manufacture|manufacturing|assembly|design|development|operation|operating|use|using|handling|upgrading|modernisation|modernization|training|instruction|assistance|advice)(?: (?:in|on|for|with))?(?: the use| the maintenance)?(?: of)? (?:the |an? )?(.+)$/;

/** The thing that help is about: "tank maintenance", "repair of radars". */
export function thingOfAssistance(name: string): string | undefined {
  return (ASSISTANCE_AFTER.exec(name) ?? ASSISTANCE_BEFORE.exec(name))?.[1];
}

/** The thing that a name calls a part of: "excavator parts", "spare parts for excavators". */
export function wholeOfPart(name: string): string | undefined {
  return (PART_AFTER.exec(name) ?? PART_BEFORE.exec(name))?.[1];
}

/** The other way to write a name: "branch of a bank" is a bank branch. */
export function turnedName(name: string): string | undefined {
  const found = /^(.+) of (?:the |an? )?(.+)$/.exec(name);
  return found ? `${found[2]} ${found[1]}` : undefined;
}

/** Marks and words between several things, or between a thing and what is said of it. */
const BETWEEN_MARKS = /[,;/&+()]/;
const BETWEEN_WORDS = /\b(?:for|of|with|and|or|to|in|on|from|by|as|at|per|without|not|no|non|than|like)\b/;

/** Whether a name is one thing whose last word says what it is: "refrigerated trucks", but not "cameras for trucks". */
export function isOneThing(written: string, folded: string): boolean {
  return !BETWEEN_MARKS.test(written) && !BETWEEN_WORDS.test(folded);
}
