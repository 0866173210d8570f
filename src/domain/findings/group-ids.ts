/** Permission groups that rules know by their id, because names change (`docs/api-behaviour.md` §2). */
export const TOKENS_WRITE = '5bc3f8b21c554832afc660159ab75fa4'
export const USER_TOKENS_WRITE = '686d18d5ac6c441c867cbf6771e58a0a'
export const TOKENS_READ = 'eb56a6953c034b9d97dd838155666f06'
export const ZONE_READ = 'c8fed203ed3043cba015a93ad1616f1f'
export const SETTINGS_READ = 'c1fde68c7bcc44588cbb6ddbc16d6480'
export const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
export const R2_WRITE = 'bf7481a1826f439697cb59a20b22293e'
export const R2_READ = 'b4992e1108244f5d8bfbd5744320c2e1'
export const SCRIPTS_READ = '1a71c399035b4950a1bd1466bbe4f420'
export const SCRIPTS_WRITE = 'e086da7e2179491d91ee5f35b3ca210a'

/** What the app's own token needs, and no more. */
export const APP_NEEDS: ReadonlySet<string> = new Set([
  TOKENS_READ,
  TOKENS_WRITE,
  ZONE_READ,
  R2_READ,
  SCRIPTS_READ,
  SETTINGS_READ,
])
