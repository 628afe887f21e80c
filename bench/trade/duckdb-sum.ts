/** DuckDB reads a month of Comext and sums the rows of one partner: what a process of its own does beside `panel trade ledger`. */
import { DuckDBInstance } from '@duckdb/node-api';

const [, , file = '', partner = ''] = process.argv;
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const answer = await connection.runAndReadAll(
  `SELECT PRODUCT_NC, FLOW, PERIOD, count(*) AS rows, sum(QUANTITY_KG) AS kilograms, sum(VALUE_EUR) AS euros
   FROM read_csv($file, header = true, types = {'PRODUCT_NC': 'VARCHAR'}) WHERE PARTNER = $partner AND PRODUCT_NC LIKE '2710%' GROUP BY ALL`,
  { file, partner },
);
const rows = answer.getRowObjects();
const kilograms = rows
  .filter(({ FLOW }) => String(FLOW) === '2')
  .reduce((sum, row) => sum + BigInt(String(row.kilograms)), 0n);
process.stdout.write(`${JSON.stringify({ kilograms: String(kilograms) })}\n`);
