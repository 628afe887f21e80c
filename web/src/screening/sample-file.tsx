import { useEffect, useState } from 'react';

/** Headings of a file of names that are known without asking: one of name, idNumber and imoNumber is needed. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ['id', 'your own number or word for the row; else it is counted'],
  ['name', 'in any script; or else a number'],
  ['schema', 'Person, Organization, Company, Vessel; may be empty'],
  ['birthDate', '1967, 1967-05 or 1967-05-12; several apart by ;'],
  ['country', 'name or two letters; several apart by ;'],
  ['idNumber', 'passport, identity or registration number'],
  ['imoNumber', 'of a vessel'],
];

const SAMPLE = [
  COLUMNS.map(([column]) => column).join(','),
  '1,Example Person,Person,1967-05-12,KP,,',
  '2,Example Trading Company Limited,Company,,CN,,',
  '3,Example Vessel,Vessel,,,,9999999',
  '',
].join('\r\n');

/** What a file of names looks like, and one to begin with. */
export function FileFormat() {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    // The mark in front makes spreadsheet programs read the file as UTF-8.
    const made = URL.createObjectURL(new Blob([`\ufeff${SAMPLE}`], { type: 'text/csv' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, []);
  return (
    <section className="file-format">
      <h2>What the file looks like</h2>
      <p>
        A CSV file or a spreadsheet whose first row names the columns, in any order and language. What each holds is
        asked before anything is screened; these headings are known.
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What it holds</th>
          </tr>
        </thead>
        <tbody>
          {COLUMNS.map(([column, words]) => (
            <tr key={column}>
              <th scope="row" className="mono">
                {column}
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={address} download="names.csv">
          Download a sample file
        </a>
      </p>
    </section>
  );
}
