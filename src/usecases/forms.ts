import { UserError } from '../model/errors.ts';
import { errorMessage, faultMessage } from '../presentation/error-message.ts';
import type { Message, ModalView } from '../presentation/message.ts';
import type { KnowAsker } from './askers.ts';
import type { Form, FormValues, Submitted } from './doors.ts';
import type { FaultLog, Visitor } from './ports.ts';

export interface FormsDeps {
  readonly forms: readonly Form[];
  readonly askers: KnowAsker;
  readonly faults: FaultLog;
}

/** All forms behind one door, which rejects for nothing: what went wrong is a message. */
export interface Forms {
  open(name: string, value: string, visitor: Visitor): Promise<{ readonly view: ModalView } | { readonly message: Message }>;
  submit(name: string, filledIn: FilledIn, visitor: Visitor): Promise<Submitted>;
}

export interface FilledIn {
  readonly values: FormValues;
  /** The view's `private_metadata`. */
  readonly kept: string;
}

export function createForms({ forms, askers, faults }: FormsDeps): Forms {
  const known = (name: string): Form => {
    const form = forms.find((each) => each.name === name);
    if (!form) throw new Error(`There is no form “${name}”`);
    return form;
  };
  const apology = (error: unknown): Message =>
    error instanceof UserError ? errorMessage(error) : faultMessage(faults.record(error, 'handling a form'));

  return {
    async open(name, value, visitor) {
      try {
        return { view: await known(name).open(value, await askers(visitor, value)) };
      } catch (error) {
        return { message: apology(error) };
      }
    },
    async submit(name, { values, kept }, visitor) {
      try {
        return await known(name).submit(values, kept, await askers(visitor, [...values.values()].flat().join(' ; ')));
      } catch (error) {
        return { message: apology(error) };
      }
    },
  };
}
