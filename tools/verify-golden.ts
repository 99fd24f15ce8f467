import { big5File } from '../psychometrics/testing/big5.ts';
import { goldenFolder } from '../psychometrics/testing/golden.ts';
import { carelessFigures } from './golden/careless.ts';
import { agrees, table } from './golden/compare.ts';
import { big5Rows, difFigures } from './golden/dif.ts';
import { experiments } from './golden/experiments.ts';
import { classicalFigures, patternTables, rawRows } from './golden/items.ts';
import { scores } from './golden/scores.ts';
import { recoveryTable, simulationTable } from './golden/studies.ts';
import { elapsed, Failure, heading, main, say } from './lib/say.ts';

const USAGE = `npm run psychometrics:verify [-- --quick]

Every figure of the reference software beside ours; exits 1 when one is outside its tolerance.
Then the recovery study and the simulation of the test beside the stated figures (not with --quick).
TETO_GOLDEN=<folder> adds what needs respondents' rows (bfi.csv, science.csv), which are not in this repository.
TETO_BIG5=<BIG5/data.csv> adds calibration and DIF of BIG5 (openpsychometrics.org), from the rows as well.
`;

await main(async () => {
  if (process.argv.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const folder = goldenFolder();
  const rows = [
    ...scores(),
    ...patternTables(),
    ...classicalFigures(),
    ...difFigures(),
    ...experiments(),
    ...carelessFigures(),
  ];
  const data = big5File();
  if (folder) rows.push(...rawRows(folder));
  if (data) rows.push(...big5Rows(data));
  heading('ours beside the reference: of all values the one furthest off');
  console.log(table(rows));
  if (!folder)
    say('bfi and Science from their rows: skipped, TETO_GOLDEN does not name a folder that has them');
  if (!data) say('BIG5 from its rows: skipped, TETO_BIG5 does not name the data file');
  const off = rows.filter((row) => !agrees(row));
  const values = rows.reduce((sum, row) => sum + row.values, 0);
  say(
    `${values} values in ${rows.length} figures, ${off.length} figures outside their tolerance, ${elapsed()}`,
  );
  if (!process.argv.includes('--quick')) {
    heading('recovery of parameters: six facets of 8 items, 3 times each, beside a published run (publ.)');
    console.log(recoveryTable(3));
    heading('the test taken by 1,000 people of its own model each: ours / as stated with the bank');
    console.log(simulationTable(1000));
    say(elapsed());
  }
  if (off.length) throw new Failure(`${off.length} figures do not agree with the reference`);
});
