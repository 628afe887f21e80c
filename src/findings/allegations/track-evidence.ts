import { countryName } from '../../core/countries/countries.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import { isInForce, type Regime } from '../../regime/model/regime.ts';
import type { KeptEvent } from '../../tracks/detection/event/kept-event.ts';
import { eventWords } from '../../tracks/words/event-words.ts';
import type { FindingEvent, SupposedLaw, TakenEvent } from '../model/track-evidence.ts';

/** An event as evidence: what it shows, and what the law of its day would say if more held than it shows. */
export function eventEvidence(regime: Regime, { event, lists }: TakenEvent, isGone: boolean): FindingEvent {
  return { event, lists, words: eventWords(event), law: lawOfEvent(regime, event), isGone };
}

/**
 * The paragraphs in force on the day of an event that may touch it. Each is said under what it needs beside positions: nearness is no
 * transfer, and no silence by itself gives reasonable grounds.
 */
export function lawOfEvent(regime: Regime, event: KeptEvent): readonly SupposedLaw[] {
  const date = event.from.slice(0, 10);
  return [...suppositionsOf(regime, event, date)]
    .map(({ supposing, activities, duties }) => ({
      supposing,
      paragraphs: [
        ...activities.flatMap((activity) => groundsOf(regime, activity)),
        ...duties.flatMap((activity) => dutiesOf(regime, activity)),
      ],
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

type Supposition = {
  readonly supposing: string;
  /** What would be forbidden. */
  readonly activities: readonly Activity[];
  /** What would be demanded of States. */
  readonly duties: readonly Activity[];
};

function* suppositionsOf(regime: Regime, event: KeptEvent, date: string): Generator<Supposition> {
  const { kind, vessels, entityId } = event;
  const country = countryName(regime.target);
  if (kind === 'encounter') {
    const [own, partner] = vessels.map(({ flag }) => flag);
    const circumstances = [
      ...(own == null ? [] : [`vessel-flag:${own}`]),
      ...(partner == null ? [] : [`partner-vessel-flag:${partner}`]),
    ];
    yield {
      supposing: `if goods that go to or come from ${country} passed between the two ships, and they fly the flags of their MMSI numbers`,
      activities: [{ date, act: 'ship-to-ship-transfer', circumstances }],
      duties: [],
    };
  }
  const listed = regime.designations.find(({ id }) => id === entityId);
  if (listed !== undefined)
    yield {
      supposing: `if she is the listed ship (${listed.names[0] ?? listed.id})`,
      activities: ['asset-dealing', 'port-entry'].map((act) => ({ date, act, parties: [listed.id] })),
      duties: [],
    };
  const circumstances = ['reasonable-grounds'];
  yield {
    supposing:
      'if there are reasonable grounds to believe that a ship here carried prohibited goods or took part in prohibited activities',
    activities: ['insurance', 'registration'].map((act) => ({ date, act, circumstances })),
    duties: [{ date, act: 'port-entry', circumstances }],
  };
}

function groundsOf(regime: Regime, activity: Activity): SupposedLaw['paragraphs'] {
  return assess(regime, activity)
    .grounds.filter(({ effect }) => effect !== 'undetermined')
    .map(({ provision, effect, text }) => ({ provision, effect, text }));
}

/** An assessment names paragraphs that bind States and forbid nothing among those that it considered. */
function dutiesOf(regime: Regime, activity: Activity): SupposedLaw['paragraphs'] {
  const considered = new Set(assess(regime, activity).considered.map(({ provision }) => provision));
  const circumstances = new Set<string>(activity.circumstances ?? []);
  return regime.provisions
    .filter((provision) => provision.effect === 'requires' && considered.has(provision.id))
    .filter((provision) => isInForce(provision, activity.date))
    .filter(({ whenAny }) => whenAny?.some((word) => circumstances.has(word)))
    .map(({ id, text }) => ({ provision: id, effect: 'duty', text }));
}
