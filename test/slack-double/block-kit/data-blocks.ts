import { isObject, type JsonObject, objectsIn, textAt } from '../json.ts';
import { richText } from './rich-text.ts';
import { type Also, all, boolean, byType, complain, integer, lengthOf, list, number, oneOf, type Rule, shape, string } from './rule.ts';

const rawCells = { raw_text: shape({ text: string() }), raw_number: shape({ value: number(), text: string() }) };
const cell = byType({ ...rawCells, rich_text: richText });
const headerCell = byType(rawCells);
const blockId = { block_id: string(255) };

const cellsOf = (table: JsonObject): readonly unknown[] => (Array.isArray(table.rows) ? table.rows.flat() : []);

/** All that a reader sees of a cell, a list, a whole block. */
export function visibleText(value: unknown): string {
  if (Array.isArray(value)) return value.map(visibleText).join('');
  if (!isObject(value)) return '';
  return textAt(value, 'text') + visibleText(value.text) + visibleText(value.elements);
}

const charactersAtMost =
  (max: number): Also =>
  (table, at) =>
    lengthOf(visibleText(cellsOf(table))) > max ? complain(`must be less than ${max + 1} characters`, `${at}/rows`) : [];

const rowsAreEqual: Also = ({ rows }, at) => {
  const [header, ...rest] = Array.isArray(rows) ? rows : [];
  return rest.flatMap((row, index) =>
    row.length === header.length ? [] : complain(`must provide exactly ${header.length} items`, `${at}/rows/${index + 1}`),
  );
};

const headerIsRaw: Rule = (value, at, surface) =>
  Array.isArray(value) ? value.slice(0, 1).flatMap((row) => list(headerCell)(row, `${at}/0`, surface)) : [];

const columnSetting: Rule = (value, at, surface) =>
  value === null ? [] : shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean })(value, at, surface);

export const table = shape(
  { rows: list(list(cell, 20), 100) },
  { column_settings: list(columnSetting, 20), ...blockId },
  charactersAtMost(10_000),
);

/** The header counts as a row: two hundred of data at most. */
export const dataTable = shape(
  { caption: string(), rows: all(list(list(cell, 20), 201, 2), headerIsRaw) },
  { page_size: integer(1, 100), row_header_column_index: integer(0, 19), ...blockId },
  rowsAreEqual,
  charactersAtMost(20_000),
);

const LABEL = string(20);
const point = shape({ label: LABEL, value: number() });

/** Once each, in the order of the list that is judged. */
const unique =
  (names: (chart: JsonObject) => readonly unknown[], place: string, what: string): Also =>
  (chart, at) =>
    new Set(names(chart)).size === names(chart).length ? [] : complain(`${what} must be unique`, `${at}/${place}`);

const categoriesOf = (chart: JsonObject): readonly unknown[] =>
  isObject(chart.axis_config) && Array.isArray(chart.axis_config.categories) ? chart.axis_config.categories : [];

/** A point for every category and no other. */
const pointsMatchCategories: Also = (chart, at) => {
  const wanted = [...categoriesOf(chart)].sort().join('\n');
  return objectsIn(chart.series).flatMap((series, index) =>
    objectsIn(series.data)
      .map((each) => each.label)
      .sort()
      .join('\n') === wanted
      ? []
      : complain('data labels must match `axis_config.categories`', `${at}/series/${index}/data`),
  );
};

const plotted = shape(
  {
    series: list(shape({ name: LABEL, data: list(point, 20) }), 12),
    axis_config: shape({ categories: list(LABEL, 20) }, { x_label: string(50), y_label: string(50) }),
  },
  {},
  unique((chart) => objectsIn(chart.series).map((series) => series.name), 'series', 'series names'),
  unique(categoriesOf, 'axis_config/categories', 'categories'),
  pointsMatchCategories,
);

const slice = shape({ label: LABEL, value: number(Number.MIN_VALUE) });

export const dataVisualization = shape(
  {
    title: string(50),
    chart: byType({ pie: shape({ segments: list(slice, 12) }), bar: plotted, area: plotted, line: plotted }),
  },
  blockId,
);
