import { viewContent } from './content.ts';
import type { Files } from './files.ts';
import { type Given, initially, interactiveIn, theOne } from './interactive.ts';
import { isObject, type JsonObject, objectsIn, textAt } from './json.ts';
import { Refusal } from './refusal.ts';
import type { View, Views } from './views.ts';

/** Slack's own form does not let a person send what does not exist, nor leave out what must be there. */
export function checkFilledIn(view: View, given: ReadonlyMap<string, Given>): void {
  const blocks = objectsIn(view.content.blocks);
  for (const name of given.keys()) theOne(blocks, name);
  const missing = interactiveIn(blocks)
    .filter(({ element, isRequired }) => isRequired && !(given.get(textAt(element, 'action_id')) ?? holds(element)))
    .map(({ element }) => textAt(element, 'action_id'));
  if (missing.length > 0) throw new Error(`Not filled in: ${missing.join(', ')}`);
}

const holds = (element: JsonObject): boolean => {
  const { type: _, ...held } = initially(element);
  return Object.values(held)
    .flat()
    .some((each) => each !== null);
};

/** What the answer to a submission does to the stack: nothing said closes the view. */
export function obeySubmission(body: unknown, view: View, { views, files }: { readonly views: Views; readonly files: Files }): void {
  const answer = isObject(body) ? body : {};
  const sent = () => viewContent(answer.view, 'modal', files);
  switch (answer.response_action) {
    case undefined:
      views.closeTop(view.user);
      break;
    case 'clear':
      views.closeAll(view.user);
      break;
    case 'update':
      views.change(view, sent());
      break;
    case 'push':
      views.push(view.user, sent());
      break;
    case 'errors':
      checkErrors(answer.errors, view);
      break;
    default:
      throw new Refusal('invalid_response_action');
  }
}

/** An error can only stand beside an input that is there. */
function checkErrors(errors: unknown, view: View): void {
  const inputs = new Set(objectsIn(view.content.blocks).map((block) => (block.type === 'input' ? block.block_id : undefined)));
  const named = isObject(errors) ? Object.keys(errors) : [];
  if (named.length === 0 || !named.every((id) => inputs.has(id))) throw new Refusal('invalid_errors');
}
