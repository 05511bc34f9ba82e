import { isTooLong, slackFiles, validateBlocks, validateView } from './block-kit/validate.ts';
import type { Files } from './files.ts';
import { isObject, type JsonObject, objectsIn, textAt } from './json.ts';
import { Refusal, refusalWith } from './refusal.ts';

const LONGEST_TEXT = 40_000;

export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

/** What a message says, or why Slack does not take it. */
export function messageContent(args: JsonObject, files: Files): Content {
  const text = textAt(args, 'text');
  const { blocks = [] } = args;
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > LONGEST_TEXT) throw new Refusal('msg_too_long');
  const faults = [...validateBlocks(blocks, 'message'), ...missingPictures(blocks, '/blocks', files)];
  if (faults.length > 0) throw refusalWith('invalid_blocks', faults);
  if (isTooLong(blocks)) throw new Refusal('msg_blocks_too_long');
  return { text, blocks: objectsIn(blocks) };
}

/** A view, whose faults Slack calls by another name. */
export function viewContent(view: unknown, type: 'modal' | 'home', files: Files): JsonObject {
  const faults = [...validateView(view), ...missingPictures(view, '/view', files)];
  if (isObject(view) && view.type !== type) faults.push('[ERROR] must be a valid enum value [json-pointer:/view/type]');
  if (faults.length > 0 || !isObject(view)) throw refusalWith('invalid_arguments', faults);
  return view;
}

function missingPictures(value: unknown, at: string, files: Files): string[] {
  return slackFiles(value, at)
    .filter(({ file }) => !files.isPicture(file))
    .map(({ pointer }) => `[ERROR] invalid slack file [json-pointer:${pointer}]`);
}
