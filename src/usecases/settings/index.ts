export { createSettingsCommands, type SettingsDeps } from './commands.ts';
export { createSettingsForm } from './form.ts';
