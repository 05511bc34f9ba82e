import type { Row, Table } from '../../model/result.ts';

/** Two tables row by row: as many rows in both, of which those that only one has are without data in the other. */
export interface Aligned {
  readonly table: Table;
  readonly baseline: Table;
}

/**
 * Hours of the day and weekdays stand beside their like, all other rows first with first: the longer table decides how many there are. A row
 * that is missing is called like the one beside it.
 */
export function align(table: Table, baseline: Table): Aligned {
  const [longer, shorter] = baseline.rows.length > table.rows.length ? [baseline, table] : [table, baseline];
  const isCyclic = longer.rows.every(goesRound);
  const labels = new Set(longer.rows.map(({ label }) => label));
  const axis = isCyclic ? [...longer.rows, ...shorter.rows.filter(({ label }) => !labels.has(label))] : longer.rows;
  const beside = (one: Table): Table => {
    const byLabel = new Map(one.rows.map((row) => [row.label, row]));
    const nothing = one.columns.map(() => null);
    const rows = axis.map((row, index): Row => (isCyclic ? byLabel.get(row.label) : one.rows[index]) ?? { ...row, values: nothing });
    return { ...one, rows };
  };
  return { table: beside(table), baseline: beside(baseline) };
}

/** `monday`, `14:00`, and the hours of one day, which are called like those of any other. */
const goesRound = ({ key, label }: Row): boolean => !/^\d{4}/.test(key) || /^\d\d:\d\d$/.test(label);
