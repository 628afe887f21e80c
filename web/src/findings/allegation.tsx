import { Link } from '@tanstack/react-router';
import type { Finding } from '../../../src/app/workbench/contract/finding.ts';
import type { RegimeVocabulary } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useApi } from '../api/queries.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { periodInWords } from './finding-words.ts';

/** What is said to have happened, in one sentence and then piece by piece as the law was asked about it. */
export function AllegationInWords({ finding }: { readonly finding: Finding }) {
  const vocabulary = useApi<RegimeVocabulary>(`/regimes/${encodeURIComponent(finding.regime)}/vocabulary`).data;
  const { allegation, activity } = finding;
  const actOf = (id: string) => vocabulary?.acts.find((act) => act.id === id)?.words ?? id;
  const circumstanceOf = (id: string) => {
    const [name, country] = id.split(':');
    const words = vocabulary?.circumstances.find((circumstance) => circumstance.id === name)?.words ?? name;
    return country === undefined ? words : `${words}: ${countryOf(country)}`;
  };
  const countryOf = (code: string) => vocabulary?.countries.find((country) => country.code === code)?.name ?? code;
  const country = (code: string | null | undefined) => (code ? `${countryOf(code)} (${code})` : null);
  const goods = allegation.goods ?? activity.goods?.name ?? null;
  const period = periodInWords(allegation.period);
  const from = allegation.from ?? activity.from ?? null;
  const to = allegation.to ?? activity.to ?? null;
  return (
    <>
      <p className="allegation">
        {actOf(allegation.act)}
        {goods === null ? '' : `: ${goods.toLowerCase()}`}
        {from === null ? '' : `, from ${countryOf(from)}`}
        {to === null ? '' : `, to ${countryOf(to)}`}
        {period === null ? '' : `, ${period}`}.
      </p>
      {allegation.inference === null ? null : (
        <p className="section-lede">
          <strong>It is not stated but follows:</strong> {allegation.inference}
        </p>
      )}
      <DefinitionList
        rows={[
          ['Act', actOf(activity.act)],
          ['Goods', activity.goods ? goodsInWords(activity.goods) : null],
          ['From', country(activity.from)],
          ['To', country(activity.to)],
          ['Origin', country(activity.origin)],
          ['By way of', activity.via?.map(countryOf).join(', ')],
          ['Quantity', activity.quantity ? `${activity.quantity.value} ${activity.quantity.unit}` : null],
          ['Contract of', activity.contractDate],
          ['Parties', activity.parties?.join(', ')],
          ['Circumstances', activity.circumstances?.map(circumstanceOf).join('; ')],
          [
            'Tested as of',
            <>
              {activity.date}{' '}
              <Link to="/regime" search={{ regime: finding.regime, asOf: activity.date }}>
                the law of that day
              </Link>
            </>,
          ],
        ]}
      />
    </>
  );
}

function goodsInWords({ hs, edition, name }: NonNullable<Finding['activity']['goods']>): string {
  const code = hs ? `HS ${hs}${edition ? ` (${edition})` : ''}` : null;
  return [name, code].filter(Boolean).join(', ');
}
