import type { ReportClaim } from '../model/model.ts';

/** As many words as a reader needs to see whom the text means. */
const MOST = 90;

/**
 * What the passages say of whoever bears a name, right beside it: "34, a cook in Vladivostok", "a South Korean professor". Somebody of
 * another age or nation bears the same name as an entry, and a reader who sees only how alike the names are takes them for one.
 */
export function besideName(name: string, claims: readonly Pick<ReportClaim, 'quote'>[]): readonly string[] {
  const found = claims.flatMap(({ quote }) => {
    const at = quote.indexOf(name);
    const behind = at < 0 ? '' : quote.slice(at + name.length, at + name.length + MOST);
    const words = /^(?:, (\d{1,2})(?=,))?(?:, ((?:an?|the) [^,.;()]{3,60})(?=[,.;]))?/u.exec(behind);
    const said = [words?.[1], words?.[2]].filter((one) => one !== undefined).join(', ');
    return said === '' ? [] : [said];
  });
  return [...new Set(found)];
}
