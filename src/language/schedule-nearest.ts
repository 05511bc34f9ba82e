/** What comes nearest to a way of repeating that is not to be had, the days before the times. */
const NEAREST: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:hourly|.*\b(?:hours?|min(?:ute)?s?)$)/i, ['every day at 9:00, 12:00, 15:00 and 18:00', 'every weekday at 9:00 and 17:00']],
  [/^(?:twice|2 times|two times).*day$/i, ['every day at 9:00 and 17:00', 'every weekday at 9:00 and 17:00']],
  [/times.*day$/i, ['every day at 9:00, 12:00 and 17:00', 'every weekday at 9:00, 12:00 and 17:00']],
  [/^(?:twice|2 times|two times).*week$/i, ['every Monday and Thursday at 9:00', 'every Tuesday and Friday at 9:00']],
  [/times.*week$/i, ['every Monday, Wednesday and Friday at 9:00', 'every weekday at 9:00']],
  [/(?:twice|times).*month$|semi-?monthly/i, ['on the 1st and 15th at 9:00', 'every 2 weeks on Monday at 9:00']],
  [/^(?:quarterly|yearly|annually)$|\b(?:months?|quarters?|years?)$/i, ['on the 1st at 9:00', 'on the last day of the month at 18:00']],
  [/\b(?:days?)$/i, ['every Monday and Thursday at 9:00', 'every weekday at 9:00']],
];

const OTHERWISE = ['every weekday at 17:30', 'every Monday at 9:00', 'every 2 weeks on Friday at 14:00'];

/** Ways to repeat that are near to these words; without their times where one was said. */
export function nearestTo(words: string, { isTimeSaid }: { readonly isTimeSaid: boolean }): readonly string[] {
  const found = NEAREST.find(([pattern]) => pattern.test(words))?.[1] ?? OTHERWISE;
  return isTimeSaid ? [...new Set(found.map((one) => one.replace(/ at .*/, '')))] : found;
}
