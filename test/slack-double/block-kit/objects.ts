import { atLeastOne, boolean, byType, exactlyOne, list, oneOf, type Rule, shape, string, url } from './rule.ts';

const plainText = (max: number, min: number) => shape({ text: string(max, min) }, { emoji: boolean });
const mrkdwnText = (max: number) => shape({ text: string(max) }, { verbatim: boolean });

export const plain = (max: number, min = 1): Rule => byType({ plain_text: plainText(max, min) });
export const mrkdwn = (max: number): Rule => byType({ mrkdwn: mrkdwnText(max) });
export const text = (max: number): Rule => byType({ plain_text: plainText(max, 1), mrkdwn: mrkdwnText(max) });

/** An image has exactly one of two sources, and always words for whoever does not see it. */
export const imageSource = { image_url: url(), slack_file: shape({}, { id: string(), url: url() }, exactlyOne('id', 'url')) };
export const altText = string(2000);
export const hasOneSource = exactlyOne('image_url', 'slack_file');
export const imageElement = byType({ image: shape({ alt_text: altText }, imageSource, hasOneSource) });

export const confirm = shape(
  { text: text(300) },
  { title: plain(100), confirm: plain(30), deny: plain(30), style: oneOf('primary', 'danger') },
);

const optionFields = { value: string(150) };
export const option = shape({ text: plain(75), ...optionFields }, { description: plain(75) });
export const richOption = shape({ text: text(75), ...optionFields }, { description: text(75) });
export const overflowOption = shape({ text: plain(75), ...optionFields }, { description: plain(75), url: url() });
export const optionGroup = shape({ label: plain(75), options: list(option, 100) });

export const conversationFilter = shape(
  {},
  { include: list(oneOf('im', 'mpim', 'private', 'public'), 4), exclude_bot_users: boolean, exclude_external_shared_channels: boolean },
  atLeastOne('include', 'exclude_bot_users', 'exclude_external_shared_channels'),
);

export const dispatchConfig = shape({}, { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) });
