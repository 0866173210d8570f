import * as v from 'valibot'
import { combinations } from './combinations.ts'
import { examples } from './page-examples.ts'
import { appSettings, type SettingMode, type SettingName, aboutSetting, settingNames } from './schema.ts'

const WIDTH = 120

const MODES: Record<SettingMode, { when: string; credential: string }> = {
  live: { when: '`CLOUDFLARE_API_TOKEN` is set', credential: 'the token of the server, for every user' },
  'sign-in': { when: '`AUTH=sign-in`', credential: 'each user’s own token, in a sealed cookie' },
  sandbox: { when: 'neither is set', credential: 'none: a simulated account in memory' },
  emulator: { when: '`npm run sandbox`', credential: 'none: the simulated API alone, without the app' },
}

/** `docs/configuration.md`. */
export function settingsPage(): string {
  const blocks = [
    '<!-- Made by `npm run docs` from src/server/settings/schema.ts. Change it there. -->',
    '# Configuration',
    'Token Desk has no configuration file of its own. Its settings are environment variables, and none is required: without any, it serves the sandbox on http://127.0.0.1:5173.',
    table(
      ['Setting', 'Meaning', 'Default'],
      settingNames.map((name) => [`[\`${name}\`](#${name.toLowerCase()})`, titleOf(name), defaultOf(name)]),
    ),
    '## How settings are read',
    bullets([
      '**Environment.** Names are in capitals. An empty value counts as unset.',
      '**`.env`** in the folder the server starts in, for `npm start`, `npm run dev` and `npm run sandbox`. A variable of the environment, also an empty one, wins over the file. `.env.example` is a copy to fill in. Quote a value that holds `#`.',
      `**Secret files.** ${enumerate(settingNames.filter(isSecret).map((name) => `\`${name}_FILE\``))} name a file that holds the secret, of at most 64 kB. One line break at its end is dropped. A setting and its file cannot both be set. Relative paths start at the folder the server starts in.`,
      '**Workers.** Variables and secrets of `wrangler` (`src/server/wrangler.jsonc`). There are no files, and `HOST`, `PORT` and `TRUSTED_PROXIES` have no effect.',
    ]),
    'The server reads its settings once, at the start. When something is wrong it does not start, and prints one line that names the setting, the fault and the remedy, never a value. It checks:',
    bullets([
      'every setting that is set, also one that the mode does not use;',
      'names that are close to a setting: `READONLY` stops the start, because `READ_ONLY` was meant;',
      'the [combinations](#refused-combinations) below (not for `npm run sandbox`);',
      '`VITE_` variables: such a variable ends up in the browser, so none can hold a credential.',
    ]),
    '## Modes',
    table(
      ['Mode', 'When', 'Credential'],
      Object.entries(MODES).map(([mode, { when, credential }]) => [mode, when, credential]),
    ),
    'Cloudflare Access (`ACCESS_TEAM_DOMAIN`, `ACCESS_AUD`), `READ_ONLY` and `PUBLIC_URL` work in each mode of the app. Live mode is for one machine, or for a team behind Access: without Access, everyone who reaches the server would act with its token.',
    '## Settings',
    ...settingNames.flatMap(section),
    '## Refused combinations',
    bullets(combinations.map(({ setUp, message }) => `**${upperFirst(setUp)}.** ${withCode(message)}`)),
    '## Examples',
    ...examples.flatMap(({ title, text, code }) => [`### ${title}`, text, ...code]),
  ]
  return `${blocks.map(wrap).join('\n\n')}\n`
}

/** `.env.example`. */
export function envExample(): string {
  const intro = [
    'Copy to .env and fill in what you need. An empty value counts as unset; with none set, Token Desk runs in its sandbox.',
    'docs/configuration.md says more of each setting. Never use names that begin with VITE_: those are meant for the browser.',
  ]
  const settings = settingNames.map((name) => {
    const { form } = aboutSetting(name)
    const file = isSecret(name) ? [`A secret can come from a file instead: ${name}_FILE.`] : []
    const lines = [`${titleOf(name)}.`, `Form: ${form}. Default: ${defaultOf(name)}.`, ...file]
    return `${lines.map(comment).join('\n')}\n${name}=`
  })
  return `${[intro.map(comment).join('\n'), ...settings].join('\n\n')}\n`
}

function section(name: SettingName): string[] {
  const { form, modes } = aboutSetting(name)
  const facts = [`Form: ${form}`, `Default: ${defaultOf(name)}`, `Modes: ${modes.join(', ')}`]
  const secret = isSecret(name) ? [`Secret; can come from a file: \`${name}_FILE\``] : []
  const description = v.getDescription(appSettings.entries[name]) ?? ''
  return [`### \`${name}\``, `${titleOf(name)}. ${description}`, bullets([...facts, ...secret])]
}

const isSecret = (name: SettingName) => aboutSetting(name).isSecret === true
const titleOf = (name: SettingName) => v.getTitle(appSettings.entries[name]) ?? ''

function defaultOf(name: SettingName): string {
  const standard = v.getDefault(appSettings.entries[name])
  return standard === undefined ? (aboutSetting(name).unset ?? 'none') : `\`${standard}\``
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const bullets = (items: string[]) => items.map((item) => `- ${item}`).join('\n')
const enumerate = (items: string[]) => `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const comment = (text: string) => wrapLine(`# ${text.replaceAll('`', '')}`, '# ')

/** Formats setting names, with or without a value, as code. */
function withCode(text: string): string {
  const names = settingNames.toSorted((a, b) => b.length - a.length).join('|')
  return text.replaceAll(new RegExp(`\\b(?:${names})\\b(?:=[\\w-]+(?:\\.[\\w-]+)*)?`, 'g'), (name) => `\`${name}\``)
}

/** Wraps long prose lines; tables and code stay as they are. */
function wrap(block: string): string {
  if (/^(?:\||```|<!--)/.test(block)) return block
  return block
    .split('\n')
    .map((line) => wrapLine(line, line.startsWith('- ') ? '  ' : ''))
    .join('\n')
}

function wrapLine(line: string, indent: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = indent + word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}
