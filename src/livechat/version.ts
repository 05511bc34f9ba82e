import { API_VERSIONS, type ApiVersion } from '../model/api-version.ts';
import { LiveChatError } from './errors.ts';

/** Which version to speak: a fixed one, or the newest that answers. */
export interface Version {
  current(): Promise<ApiVersion>;
  /** Tells how a call in the current version failed: one that is not answered any more is looked for again. */
  failed(error: unknown): void;
}

/**
 * `auto` probes from the newest version down, once, before the first report: what a report may ask depends on the version, so it has to
 * be known before. The find is kept until LiveChat switches that version off; a failure that says nothing about versions is not kept.
 */
export function createVersion(setting: ApiVersion | 'auto', probe: (version: ApiVersion) => Promise<unknown>): Version {
  if (setting !== 'auto') return { current: () => Promise.resolve(setting), failed() {} };
  let found: Promise<ApiVersion> | undefined;

  function current(): Promise<ApiVersion> {
    found ??= newestThatAnswers(probe).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  return {
    current,
    failed(error) {
      if (isRefusal(error)) found = undefined;
    },
  };
}

async function newestThatAnswers(probe: (version: ApiVersion) => Promise<unknown>): Promise<ApiVersion> {
  let refusal: unknown;
  for (const version of API_VERSIONS.toReversed()) {
    try {
      await probe(version);
      return version;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** A version that was switched off may also look like an address that never was. */
function isRefusal(error: unknown): boolean {
  return error instanceof LiveChatError && (error.name === 'UnsupportedVersionError' || error.name === 'NotFoundError');
}
