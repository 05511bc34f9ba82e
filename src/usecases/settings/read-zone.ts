import { slips } from '../../language/nearness.ts';
import { UserError } from '../../model/errors.ts';
import { isZone, type Zone, zoned } from '../../model/time.ts';

const NEAREST = 3;

/** A zone by its name or by its city, in any case; what is none is refused with the nearest. An offset is no zone: it knows no summer. */
export function readZone(text: string): Zone {
  const name = text.trim().replace(/\s+/g, '_');
  if (/^[a-z]/i.test(name) && isZone(name)) return zoned(0, name).timeZoneId;
  const all = Intl.supportedValuesOf('timeZone');
  const [only, ...others] = all.filter((zone) => cityOf(zone) === name.toLowerCase());
  if (only !== undefined && others.length === 0) return only;
  const near = nearest(name.toLowerCase(), all);
  throw new UserError(`I don't know a time zone called “${text}”.`, 'Zones are called like Europe/Warsaw or America/New_York.', {
    suggestions: near.map((zone) => ({ label: zone, words: `zone ${zone}` })),
  });
}

const cityOf = (zone: Zone): string => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();

/** By the city or the whole name, whichever is nearer. */
function nearest(name: string, zones: readonly Zone[]): Zone[] {
  const short = name.slice(0, 40);
  const far = (zone: Zone) => Math.min(slips(short, cityOf(zone)), slips(short, zone.toLowerCase()));
  return zones
    .map((zone) => ({ zone, far: far(zone) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, NEAREST)
    .map(({ zone }) => zone);
}
