export { createSettingsCommands } from './commands.ts';
export type { SettingsDeps } from './deps.ts';
export { createSettingsForm } from './form.ts';
