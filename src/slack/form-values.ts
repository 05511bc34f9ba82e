import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { FormValues } from '../usecases/doors.ts';

/** What was filled in, by action id: Slack groups it by blocks, and names it after the kind of each element. */
export function formValues({ values }: ViewOutput['state']): FormValues {
  const elements = Object.values(values).flatMap((block) => Object.entries(block));
  return new Map(elements.map(([actionId, element]) => [actionId, held(element)]));
}

function held(element: ViewStateValue): string | readonly string[] | null {
  return (
    element.value ??
    element.selected_option?.value ??
    element.selected_options?.map(({ value }) => value) ??
    element.selected_conversation ??
    element.selected_channel ??
    element.selected_user ??
    element.selected_date ??
    element.selected_time ??
    element.selected_conversations ??
    element.selected_channels ??
    element.selected_users ??
    null
  );
}
