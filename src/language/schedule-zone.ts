import { UserError } from '../model/errors.ts';
import { type Instant, isZone, type Zone, zoned } from '../model/time.ts';
import type { Scissors } from './scissors.ts';
import { ABBREVIATION, zonesOf } from './zone-abbreviations.ts';

const AREAS = ['Africa', 'America', 'Antarctica', 'Arctic', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'];

const END = '(?![^\\s,;)])';
const OPENING = '(?<![^\\s(])\\(?(?:(?:in|by) )?';
/** `Europe/Warsaw`, `(Europe/Warsaw)`, `in UTC`. */
const IN_FULL = new RegExp(`${OPENING}(?<name>\\p{L}[\\p{L}_+-]*(?:/[\\p{L}\\p{N}_+-]+){1,2}|utc|gmt)(?: time)?\\)?${END}`, 'giu');
const WITH_TIME = new RegExp(`(?<![^\\s(])(?<words>(?:\\p{L}[\\p{L}\\p{N}.'’_+-]* ){1,4})time\\)?${END}`, 'giu');

/** The zone of a name, in its own spelling: that of the database, or the city of one. */
function zoneNamed(words: string): Zone | null {
  const name = words.replaceAll(' ', '_').replace(/[.'’]/g, '');
  const found = [name, ...AREAS.map((area) => `${area}/${name}`)].find(isZone);
  return found === undefined ? null : zoned(0, found).timeZoneId;
}

/** A name that is no zone costs time to find out. */
const MOST_TRIED = 6;

interface FoundZone {
  readonly zone: Zone;
  readonly index: number;
  readonly length: number;
}

/** Of the words before `time` the most that are a city: `monday new york time`. */
function beforeTime({ 0: all, index, groups }: RegExpExecArray, own: Zone): FoundZone | null {
  const words = (groups?.words ?? '').trim().split(' ');
  for (const first of words.keys()) {
    const name = words.slice(first).join(' ');
    const zone = /^(?:my|our|local)$/i.test(name) ? own : zoneNamed(name);
    if (!zone) continue;
    const from = /^(?:in|by)$/i.test(words[first - 1] ?? '') ? first - 1 : first;
    const skipped = words.slice(0, from).join(' ').length;
    return { zone, index: index + skipped, length: all.length - skipped };
  }
  return null;
}

function findZone(text: string, own: Zone): FoundZone | null {
  for (const { 0: words, index, groups } of text.matchAll(IN_FULL)) {
    const zone = zoneNamed(groups?.name ?? '');
    if (zone) return { zone, index, length: words.length };
  }
  for (const found of [...text.matchAll(WITH_TIME)].slice(0, MOST_TRIED)) {
    const zone = beforeTime(found, own);
    if (zone) return zone;
  }
  return null;
}

export interface SaidZone {
  readonly zone: Zone;
  /** How an abbreviation was read, in sentences. */
  readonly notes: readonly string[];
}

/** `CET`: where it may stand for several clocks and none of them is the own one, it is asked which. */
function takeAbbreviation(scissors: Scissors, { zone: own, now }: Here): SaidZone | null {
  for (const { 0: words, index, groups = {} } of scissors
    .plain()
    .matchAll(new RegExp(`${OPENING}(?<name>${ABBREVIATION})(?: time)?\\)?${END}`, 'gu'))) {
    const name = groups.name ?? '';
    const meant = zonesOf(name, { own, now });
    const [zone, ...others] = meant;
    if (zone === undefined) continue;
    if (others.length > 0) {
      const left = scissors.text();
      const instead = (one: Zone) => scissors.instead(`${left.slice(0, index)} ; ${left.slice(index + words.length)} ${one} time`);
      throw new UserError(`“${name}” is the name of several clocks.`, 'Press the one that you mean, or name a city: “London time”.', {
        suggestions: meant.map((one) => ({ ...instead(one), label: one })),
      });
    }
    scissors.cut({ index, length: words.length });
    return { zone, notes: [`I read “${name}” as ${zone} time, all year round.`] };
  }
  return null;
}

export interface Here {
  /** The own zone. */
  readonly zone: Zone;
  readonly now: Instant;
}

/** The zone whose clock counts, taken out of the words; null where none was said. `my time` is the own one. */
export function takeZone(scissors: Scissors, here: Here): SaidZone | null {
  const abbreviated = takeAbbreviation(scissors, here);
  if (abbreviated) return abbreviated;
  const found = findZone(scissors.plain(), here.zone);
  if (!found) return null;
  scissors.cut(found);
  return { zone: found.zone, notes: [] };
}
