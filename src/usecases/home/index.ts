export { createHome, type HomeDeps, type ShowHome } from './home.ts';
export { refreshCommand } from './refresh.ts';
export { createTodayWatch, type TodayDeps, type TodayWatch } from './today.ts';
