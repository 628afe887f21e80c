import type { ScreeningHit } from '../../../src/app/workbench/contract/screening.ts';

/** The asked name over the listed one, part above part, with how each pair belongs together in words. */
export function AlignedNames({ aligned }: { readonly aligned: ScreeningHit['aligned'] }) {
  if (aligned.length === 0) return null;
  const parts = aligned.map((part, at) => ({ ...part, id: `${at} ${part.asked} ${part.listed}` }));
  const cell = (text: string | null) =>
    text === null ? <span className="muted">none</span> : <bdi className="name-part">{text}</bdi>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className="aligned" aria-label="Names part by part" tabIndex={0}>
      <table>
        <tbody>
          <tr>
            <th scope="row">Asked</th>
            {parts.map(({ id, asked }) => (
              <td key={id} className={asked === null ? 'lacking' : undefined}>
                {cell(asked)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Listed</th>
            {parts.map(({ id, listed }) => (
              <td key={id} className={listed === null ? 'lacking' : undefined}>
                {cell(listed)}
              </td>
            ))}
          </tr>
          <tr className="how">
            <th scope="row">Taken as</th>
            {parts.map(({ id, how }) => (
              <td key={id}>{how}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
