import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFile } from '#server/read-file.ts'
import { findings } from './findings.ts'
import { EXIT, USAGE } from './usage.ts'

const [command, ...args] = process.argv.slice(2)

// A reader such as `head` may be gone before all is written.
process.stdout.on('error', () => {})

if (command === 'findings') {
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.exitCode = await findings(args, {
    env: process.env,
    readBytes: (path) => readFileSync(path === '-' ? 0 : path),
    readFile,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY,
    now: Date.now,
    sleep: (ms) => sleep(ms),
  })
} else if (command === undefined || command === '--help' || command === '-h') {
  process.stdout.write(USAGE)
  process.exitCode = command === undefined ? EXIT.usage : EXIT.ok
} else {
  process.stderr.write(`token-desk: there is no command of this name. Use: token-desk findings --help\n`)
  process.exitCode = EXIT.usage
}
