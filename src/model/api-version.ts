/** The versions of the Reports API that we speak, oldest first. */
export const API_VERSIONS = ['3.2', '3.3', '3.4', '3.5', '3.6'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** True when `version` is `since` or newer, and not newer than `until`. */
export function isWithin(version: ApiVersion, since: ApiVersion, until?: ApiVersion): boolean {
  const age = API_VERSIONS.indexOf(version);
  return age >= API_VERSIONS.indexOf(since) && (until === undefined || age <= API_VERSIONS.indexOf(until));
}
