import type { Column, ReportResult, Row, Table, Value } from '../model/result.ts';
import { type DateRange, zoned } from '../model/time.ts';
import { align } from '../reports/buckets/align.ts';
import { context, message } from './blocks.ts';
import type { Message } from './message.ts';
import type { Answer } from './report-message.ts';
import { understood } from './understood.ts';

/** Programs that open UTF-8 as something else look for this. */
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * Before what a spreadsheet takes for a formula: at the beginning, and after what other readers split at. Where semicolons or tabs separate
 * cells, a quote inside of a line quotes nothing. For readers of commas the text stays one cell, with a sign more.
 */
const BEFORE_FORMULA = /(?<=(?:^|[;\t\r\n])[\s"]*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/gu;
/** What it skips before one. */
const SKIPPED = /^[\t\r\n]/u;
const LONGEST_LABEL = 60;

type Cell = string | Value;

/**
 * The whole table as RFC 4180 has it, each line ended by CR LF, after a byte order mark: a head with units, then a line for each row. Dates
 * are ISO (`2026-11-09`, `2026-11-09 14:00`), durations seconds, and no data is an empty cell. What is compared with stands to the right.
 */
export function csvOf({ table, baseline }: Pick<ReportResult, 'table' | 'baseline'>): string {
  const both = baseline && align(table, baseline.table);
  const [left, right] = [cellsOf(both?.table ?? table, table), both && cellsOf(both.baseline, baseline.table)];
  const versus = baseline && right?.[0]?.map((head) => `vs ${baseline.range.label}: ${head}`);
  const lines = left.map((line, index) => [...line, ...((index === 0 ? versus : right?.[index]) ?? [])]);
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(inCsv).join(',')}\r\n`).join('');
}

/** Head and rows; one that is only there because its like is in another table has no name. */
function cellsOf({ rowLabel, columns, rows }: Table, own: Table): readonly (readonly Cell[])[] {
  const real = new Set(own.rows);
  return [[rowLabel, ...columns.map(headOf)], ...rows.map((row) => [real.has(row) ? nameOf(row) : null, ...row.values])];
}

/** `vip (uses)`, `Chats` */
const headOf = ({ label, unit }: Column): string => (label.toLowerCase() === unit ? label : `${label} (${unit})`);

/** Of a date its key, which sorts; of a weekday or a person what people call them. */
const nameOf = ({ key, label }: Row): string => (/^\d{4}/.test(key) ? key : label);

function inCsv(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const guarded = cell.replace(BEFORE_FORMULA, "'");
  const harmless = SKIPPED.test(guarded) ? `'${guarded}` : guarded;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `tags-last-week-2026-11-09.csv` */
export function csvName(report: string, { label, start, zone }: DateRange): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.slice(0, LONGEST_LABEL).match(/[a-z0-9]+/g) ?? [];
  return `${[report, ...words, zoned(start, zone).toPlainDate()].join('-')}.csv`;
}

/** Over the file in the direct messages. */
export function csvMessage({ title, query, directory }: Pick<Answer, 'title' | 'query' | 'directory'>): Message {
  return message(`${title}, ${query.range.label}, as CSV`, [context([understood(title, query, directory)])]);
}
