/** What goes with the form: the schedule, its version (0: it is new) and the channel that `here` means. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly channel: string | null;
}

export const keptOf = ({ id, version, channel }: Kept): string => `${id} ${version} ${channel ?? ''}`.trim();

export function keptFrom(text: string): Kept {
  const { id, version, channel } = /^(?<id>[a-z2-9]{4,5}) (?<version>\d+)(?: (?<channel>\w+))?$/.exec(text)?.groups ?? {};
  if (!id || !version) throw new Error(`A form came back with what it was never given: ${text.slice(0, 100)}`);
  return { id, version: Number(version), channel: channel ?? null };
}
