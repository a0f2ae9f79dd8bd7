import { defineBackground } from 'wxt/utils/define-background';
import { watchLogins } from './watch.ts';

export default defineBackground({ type: 'module', main: watchLogins });
