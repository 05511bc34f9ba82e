import { ABBREVIATION, zonesOf } from '../../zone-abbreviations.ts';
import { type Format, isRefusal, refuse } from '../format.ts';
import { inZone } from './wall-time.ts';

/** After a time: `9am-5pm PT`, `14:00 UTC`. */
const ZONE = new RegExp(`(?<=\\d|[ap]\\.?m\\.?|noon|midday|midnight) (?<name>${ABBREVIATION}|UTC|GMT)(?![\\p{L}\\p{N}])`, 'u');
/** Longer than any hours in words. */
const REACH = 60;

/** Hours by the clocks of a zone that is named beside them, as those of the asker show them. */
export function ofZone(read: Format['read']): Format['read'] {
  return (text, moment) => {
    const found = ZONE.exec(text.slice(0, REACH));
    const name = found?.groups?.name;
    if (!found || !name) return read(text, moment);
    const own = moment.now.timeZoneId;
    const [zone, ...others] = /^(?:utc|gmt)$/iu.test(name) ? ['UTC'] : zonesOf(name, { own, now: moment.now.epochMilliseconds });
    const without = text.slice(0, found.index) + text.slice(found.index + found[0].length);
    const outcome = zone === undefined ? null : read(without, { ...moment, now: moment.now.withTimeZone(zone) });
    if (!outcome || outcome.length < found.index) return read(text, moment);
    const length = outcome.length + found[0].length;
    if (isRefusal(outcome)) return { ...outcome, length };
    if (others.length === 0) return { ...inZone(outcome, own), length };
    return refuse(length, {
      message: `“${name}” is the name of several clocks.`,
      hint: `Say the hours by your own clock, that of ${own}.`,
      instead: ['today'],
    });
  };
}
