import { messageContent } from '../content.ts';
import { permalink, type StoredFile } from '../files.ts';
import { type JsonObject, objectsIn, textAt } from '../json.ts';
import { refusalWith } from '../refusal.ts';
import { type Methods, required, writableChannel } from './method.ts';

const writing = ['files:write'];

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: writing,
    run: (args, { files, uploadUrl }) => {
      const length = Number(args.length);
      if (!(length > 0)) throw refusalWith('invalid_arguments', ['[ERROR] must be greater than 0 [json-pointer:/length]']);
      const file = files.announce({ name: required(args, 'filename'), length, altText: textAt(args, 'alt_text') });
      return { file_id: file.id, upload_url: uploadUrl(file.id) };
    },
  },

  'files.completeUploadExternal': {
    scopes: writing,
    run: (args, context) => {
      const channel = args.channel_id === undefined ? null : writableChannel(args, context, 'channel_id').id;
      const completed = objectsIn(args.files).map((file) => context.files.complete(required(file, 'id'), textAt(file, 'title')));
      if (channel !== null) {
        const words = { text: textAt(args, 'initial_comment'), blocks: args.blocks ?? [] };
        const content = words.text === '' && args.blocks === undefined ? {} : messageContent(words, context.files);
        context.workspace.post({
          channel,
          ...content,
          threadTs: textAt(args, 'thread_ts') || null,
          files: completed.map((file) => file.id),
        });
      }
      return { files: completed.map(({ id, title }) => ({ id, title })) };
    },
  },

  'files.info': {
    scopes: ['files:read'],
    run: (args, { files }) => {
      const file = files.poll(required(args, 'file'));
      return { file: onTheWire(file, files.isReady(file)) };
    },
  },

  'files.delete': {
    scopes: writing,
    run: (args, { files }) => {
      files.remove(required(args, 'file'));
      return {};
    },
  },
};

/** Until Slack has looked at it, a file has no type. */
function onTheWire(file: StoredFile, isReady: boolean): JsonObject {
  const filetype = file.name.split('.').at(-1) ?? '';
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    alt_txt: file.altText,
    size: file.length,
    filetype: isReady ? filetype : '',
    mimetype: isReady ? `image/${filetype}` : '',
    permalink: permalink(file),
  };
}
