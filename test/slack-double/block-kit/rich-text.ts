import { boolean, byType, integer, list, oneOf, type Rule, shape, string, url } from './rule.ts';

const style = { style: shape({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean }) };
const text = shape({ text: string() }, style);
const link = shape({ url: url() }, { text: string(), unsafe: boolean, ...style });

const leaf = byType({
  text,
  link,
  emoji: shape({ name: string() }, { unicode: string(), url: url(), skin_tone: integer(1, 6), ...style }),
  user: shape({ user_id: string() }, style),
  usergroup: shape({ usergroup_id: string() }, style),
  channel: shape({ channel_id: string() }, style),
  team: shape({ team_id: string() }, style),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, style),
  date: shape({ timestamp: integer(0, 9_999_999_999), format: string() }, { url: url(), fallback: string(), ...style }),
  color: shape({ value: string() }, style),
  tag: shape({ text: string() }, { color: string(), ...style }),
});

const border = { border: oneOf(0, 1) };
const section = shape({ elements: list(leaf) });

export const richText: Rule = byType({
  rich_text: shape(
    {
      elements: list(
        byType({
          rich_text_section: section,
          rich_text_list: shape(
            { elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
            { indent: integer(0, 8), offset: integer(0, 1_000_000), ...border },
          ),
          rich_text_quote: shape({ elements: list(leaf) }, border),
          rich_text_preformatted: shape({ elements: list(byType({ text, link })) }, { language: string(), ...border }),
        }),
      ),
    },
    { block_id: string(255) },
  ),
});
