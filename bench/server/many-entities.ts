/** A list of invented persons as FollowTheMoney lines, so that names have something to be held against. */
export function manyEntities(count: number): string {
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `bench-${at}`,
      caption: nameOf(at),
      schema: 'Person',
      properties: { name: [nameOf(at)], birthDate: [`19${40 + (at % 60)}`], country: ['kp'], topics: ['sanction'] },
      datasets: ['bench'],
    }),
  ).join('\n');
}

const FAMILY = ['Kim', 'Pak', 'Ri', 'Choe', 'Jong', 'Kang', 'Yun', 'Han', 'O', 'Sin', 'Rim', 'Chang'];
const GIVEN = ['Chun', 'Song', 'Yong', 'Il', 'Myong', 'Hyok', 'Chol', 'Su', 'Nam', 'Jin', 'Un', 'Tae', 'Hui', 'Kwang'];

function nameOf(at: number): string {
  const [family, first, second] = [at % 12, Math.floor(at / 12) % 14, Math.floor(at / 168) % 14];
  return `${FAMILY[family]} ${GIVEN[first]} ${GIVEN[second]}`;
}
