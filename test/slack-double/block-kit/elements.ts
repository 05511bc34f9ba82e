import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, objectsIn } from '../json.ts';
import * as of from './objects.ts';
import { richText } from './rich-text.ts';
import {
  type Also,
  boolean,
  byType,
  complain,
  exactlyOne,
  integer,
  list,
  matching,
  oneOf,
  onSurfaces,
  type Rule,
  shape,
  string,
  url,
} from './rule.ts';

const base = { action_id: string(255) };
const asking = { ...base, confirm: of.confirm, focus_on_load: boolean };
const chosen = { ...asking, placeholder: of.plain(150) };
const typed = { ...base, focus_on_load: boolean, placeholder: of.plain(150), dispatch_action_config: of.dispatchConfig };
const many = { max_selected_items: integer(1, 100) };
const id = string();
const ids = list(id, 100);
const options = { options: list(of.option, 100), option_groups: list(of.optionGroup, 100) };
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'time');
const numeral = matching(/^-?\d+(\.\d+)?$/, 'number');
const queryLength = { min_query_length: integer(0, 3000) };
const conversations = { default_to_current_conversation: boolean, filter: of.conversationFilter };

/** What is chosen at first must be, to the letter, one of the options. */
const initialIsAnOption: Also = (element, at) => {
  const offered = [...objectsIn(element.options), ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options))];
  const isOffered = (initial: JsonObject) => offered.some((option) => isDeepStrictEqual(option, initial));
  return ['initial_option', 'initial_options'].flatMap((name) =>
    objectsIn([element[name]].flat()).every(isOffered) ? [] : complain('must be one of the provided options', `${at}/${name}`),
  );
};
const oneKindOfOptions = exactlyOne('options', 'option_groups');

const label = { accessibility_label: string(75) };
const style = { style: oneOf('primary', 'danger') };
const feedback = shape({ text: of.plain(75), value: string(2000) }, label);
const parameter = shape({ name: string(), value: string() });
const workflow = shape({ trigger: shape({ url: url() }, { customizable_input_parameters: list(parameter) }) });

type Elements = Readonly<Record<string, Rule>>;

/** What is chosen from: in sections, among actions and as an input alike. */
const CHOICES: Elements = {
  static_select: shape({}, { ...chosen, ...options, initial_option: of.option }, oneKindOfOptions, initialIsAnOption),
  multi_static_select: shape(
    {},
    { ...chosen, ...many, ...options, initial_options: list(of.option, 100) },
    oneKindOfOptions,
    initialIsAnOption,
  ),
  external_select: shape({}, { ...chosen, ...queryLength, initial_option: of.option }),
  multi_external_select: shape({}, { ...chosen, ...many, ...queryLength, initial_options: list(of.option, 100) }),
  users_select: shape({}, { ...chosen, initial_user: id }),
  multi_users_select: shape({}, { ...chosen, ...many, initial_users: ids }),
  channels_select: shape({}, { ...chosen, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: shape({}, { ...chosen, ...many, initial_channels: ids }),
  conversations_select: shape({}, { ...chosen, ...conversations, initial_conversation: id, response_url_enabled: boolean }),
  multi_conversations_select: shape({}, { ...chosen, ...many, ...conversations, initial_conversations: ids }),
  checkboxes: shape({ options: list(of.richOption, 10) }, { ...asking, initial_options: list(of.richOption, 10) }, initialIsAnOption),
  radio_buttons: shape({ options: list(of.richOption, 10) }, { ...asking, initial_option: of.richOption }, initialIsAnOption),
  datepicker: shape({}, { ...chosen, initial_date: date }),
  timepicker: shape({}, { ...chosen, initial_time: time, timezone: string() }),
};

const button = shape({ text: of.plain(75) }, { ...base, ...label, ...style, confirm: of.confirm, value: string(2000), url: url() });
const workflowButton = shape({ text: of.plain(75), workflow }, { ...base, ...label, ...style });
const PRESSED: Elements = {
  button,
  overflow: shape({ options: list(of.overflowOption, 5) }, { ...base, confirm: of.confirm }),
  workflow_button: onSurfaces(['message'], workflowButton),
};

const dateTime = shape({}, { ...asking, initial_date_time: integer(1_000_000_000, 9_999_999_999) });
const DATE_TIME: Elements = { datetimepicker: onSurfaces(['message', 'modal'], dateTime) };

const inModals = (rule: Rule): Rule => onSurfaces(['modal'], rule);
const textLength = { min_length: integer(0, 3000), max_length: integer(1, 3000) };
const lines = { min_lines: integer(1, 100), max_lines: integer(1, 100) };
const TYPED: Elements = {
  plain_text_input: shape({}, { ...typed, ...textLength, initial_value: string(3000, 0), multiline: boolean }),
  rich_text_input: onSurfaces(['modal', 'home'], shape({}, { ...typed, ...lines, initial_value: richText })),
  email_text_input: inModals(shape({}, { ...typed, initial_value: string() })),
  url_text_input: inModals(shape({}, { ...typed, initial_value: string() })),
  number_input: inModals(
    shape({ is_decimal_allowed: boolean }, { ...typed, initial_value: numeral, min_value: numeral, max_value: numeral }),
  ),
  file_input: inModals(shape({}, { ...base, filetypes: list(string()), max_files: integer(1, 10) })),
};

export const accessory = byType({ ...CHOICES, ...PRESSED, image: of.imageElement });
export const actionElement = byType({ ...CHOICES, ...PRESSED, ...DATE_TIME });
export const inputElement = byType({ ...CHOICES, ...DATE_TIME, ...TYPED });
export const cardAction = byType({ button });
export const contextAction = byType({
  feedback_buttons: shape({ positive_button: feedback, negative_button: feedback }, base),
  icon_button: shape(
    { icon: oneOf('trash'), text: of.plain(75) },
    { ...base, ...label, confirm: of.confirm, value: string(2000), visible_to_user_ids: ids },
  ),
});
