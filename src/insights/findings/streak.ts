import { rowNouns } from '../../reports/words/names.ts';
import { inWords } from '../../reports/words/numbers.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { type Point, type Series, seriesIn } from './series.ts';

/** Shorter ones come by chance often. */
const LEAST = { day: 5, week: 4, month: 4, year: 4 } as const;
type Streaking = keyof typeof LEAST;
const isStreaking = (distribution: string): distribution is Streaking => distribution in LEAST;
/** Less is no move. */
const LEAST_PERCENT = 3;
const WEEK = 7;

/** Rows in a row, up to the last one, that go the same way. */
export const streak: Rule = {
  kind: 'streak',
  explanation:
    `A streak reaches to the last whole row: at least ${LEAST.day} days, each above or below the same weekday a week before, or at least ` +
    `${LEAST.week} weeks, months or years, each above or below the one before, by ${LEAST_PERCENT}% or more; numbers below ${ENOUGH} end it.`,
  find: (evidence) => seriesIn(evidence).flatMap((series) => inOne(series, evidence)),
};

interface Step {
  readonly from: Point;
  readonly to: Point;
}

function inOne(series: Series, evidence: Evidence): Finding[] {
  const { distribution } = evidence.query;
  if (!isStreaking(distribution)) return [];
  const steps = stepsOf(series, distribution).reverse();
  const [last] = steps;
  const way = last ? wayOf(last) : 0;
  const ended = steps.findIndex((step) => wayOf(step) !== way);
  const found = (ended === -1 ? steps : steps.slice(0, ended)).reverse();
  return way === 0 || found.length < LEAST[distribution] ? [] : [findingOf(series, found, evidence)];
}

/** Each row from the one that it is compared with; where that is not known the streak cannot be seen any farther. */
function stepsOf({ points, before }: Series, distribution: Streaking): Step[] {
  if (distribution !== 'day') {
    return points.slice(1).flatMap((to, index) => (points[index] ? [{ from: points[index], to }] : []));
  }
  const byDay = new Map([...before, ...points].map((point) => [`${point.start.toPlainDate()}`, point]));
  return points.flatMap((to) => {
    const from = byDay.get(`${to.start.toPlainDate().subtract({ days: WEEK })}`);
    return from ? [{ from, to }] : [];
  });
}

/** 1: up, -1: down, 0: neither. */
function wayOf({ from, to }: Step): number {
  const [then, now] = [from.value, to.value];
  if (then === null || now === null || from.volume < ENOUGH || to.volume < ENOUGH) return 0;
  return 100 * Math.abs(now - then) < LEAST_PERCENT * then ? 0 : Math.sign(now - then);
}

function findingOf(series: Series, steps: readonly Step[], { query, table }: Evidence): Finding {
  const { name, unit } = series;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new Error('A streak of nothing');
  const isUp = wayOf(last) > 0;
  const number = `${steps.length}`;
  const nouns = rowNouns(table);
  const subject = name.charAt(0).toUpperCase() + name.slice(1);
  const verb = unit === 'seconds' ? 'was' : 'were';
  const course = `${first.from.label} ${inWords(first.from.value, unit)}, ${last.to.label} ${inWords(last.to.value, unit)}`;
  const sentence =
    query.distribution === 'day'
      ? `${subject} ${verb} ${isUp ? 'above' : 'below'} the same weekday a week before ${number} days in a row.`
      : `${subject} went ${isUp ? 'up' : 'down'} ${number} ${nouns} in a row: ${course}.`;
  const shown = new Map(steps.flatMap(({ from, to }) => [from, to]).map((point) => [point.key, point]));
  return {
    kind: 'streak',
    score: scoreOf('streak', steps.length / 20),
    sentence,
    numbers: [
      { label: `${nouns.charAt(0).toUpperCase()}${nouns.slice(1)} in a row`, value: number },
      ...[...shown.values()].map(({ label, value }) => ({ label, value: inWords(value, unit) })),
    ],
    about: `streak ${name}`,
  };
}
