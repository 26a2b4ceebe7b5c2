// SPDX-License-Identifier: GPL-3.0-or-later
// DuckDB (npm @duckdb/node-api) over the same rows: loads a file of columns and answers the statements it is given, one a line, as
// "milliseconds value", of the processor. Run by bench_figures.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , folder, rows, statements] = process.argv;
const { DuckDBInstance } = createRequire(folder + '/package.json')('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
const spent = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
let from = spent();
await connection.run(`CREATE TABLE post AS SELECT * FROM read_csv('${rows}', header=true, delim=',')`);
console.log(`${spent() - from} load`);
for (const statement of readFileSync(statements, 'utf8').split('\n').filter((line) => line.trim() !== '')) {
  const times = [];
  let value = null;
  for (let run = 0; run < 7; ++run) {
    from = spent();
    const answer = await connection.runAndReadAll(statement);
    value = answer.getRows()[0][0];
    times.push(spent() - from);
  }
  times.sort((a, b) => a - b);
  console.log(`${times[3]} ${value}`);
}
