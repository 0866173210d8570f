import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Command, Engine } from './engine.ts'

export const FIREFOX = '/usr/bin/firefox-esr'

/**
 * Firefox by its own protocol, Marionette: Debian has no geckodriver, which would only translate.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function startFirefox(): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'token-desk-firefox-'))
  writeFileSync(join(profile, 'user.js'), PREFERENCES)
  const child = spawn(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    env: { PATH: process.env['PATH'], HOME: profile, TZ: 'Europe/Lisbon' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  await expect.poll(() => printed, { timeout: 30_000 }).toMatch(LISTENING)
  const socket = createConnection({ port: Number(LISTENING.exec(printed)?.[1]), host: '127.0.0.1' })
  await once(socket, 'connect')
  const call = marionette(socket)
  await call('WebDriver:NewSession', {})
  return {
    send: async (command) => {
      const answer = await call(...toMarionette(command))
      return isValue(answer) ? answer.value : answer
    },
    stop: async () => {
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const LISTENING = /Marionette\tINFO\tListening on port (\d+)/

const PREFERENCES = Object.entries({
  // Any that is free.
  'marionette.port': 0,
  // Nothing is fetched from Mozilla.
  'services.settings.server': 'data:,',
  'intl.accept_languages': 'en-GB',
  'ui.prefersReducedMotion': 1,
})
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  .join('\n')

/** Messages are JSON with their length before them: `[0, id, name, parameters]` there, `[1, id, error, result]` back. */
function marionette(socket: Socket) {
  const waiting = new Map<number, (error: Error | null, result: unknown) => void>()
  let received = Buffer.alloc(0)
  socket.on('data', (data) => {
    received = Buffer.concat([received, data])
    for (;;) {
      const colon = received.indexOf(':')
      const end = colon + 1 + Number(received.subarray(0, colon))
      if (colon === -1 || received.length < end) return
      const message: unknown = JSON.parse(received.subarray(colon + 1, end).toString())
      received = received.subarray(end)
      // The first message is a greeting.
      if (!Array.isArray(message)) continue
      const [, id, error, result] = message as [1, number, { error: string; message: string } | null, unknown]
      waiting.get(id)?.(error && new Error(`${error.error}: ${error.message}`), result)
      waiting.delete(id)
    }
  })
  let lastId = 0
  return (name: string, parameters: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = (lastId += 1)
      waiting.set(id, (error, result) => (error ? reject(error) : resolve(result)))
      const message = JSON.stringify([0, id, name, parameters])
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
}

const isValue = (answer: unknown): answer is { value: unknown } =>
  typeof answer === 'object' && answer !== null && 'value' in answer

function toMarionette(command: Command): [name: string, parameters: object] {
  switch (command.name) {
    case 'navigate':
      return ['WebDriver:Navigate', { url: command.url }]
    case 'back':
      return ['WebDriver:Back', {}]
    case 'execute':
      return ['WebDriver:ExecuteScript', { script: command.script, args: command.args ?? [] }]
    case 'find':
      return ['WebDriver:FindElements', { using: 'css selector', value: command.selector }]
    case 'label':
      return ['WebDriver:GetComputedLabel', { id: command.id }]
    case 'value':
      return ['WebDriver:GetElementProperty', { id: command.id, name: 'value' }]
    case 'click':
      return ['WebDriver:ElementClick', { id: command.id }]
    case 'type':
      return ['WebDriver:ElementSendKeys', { id: command.id, text: command.text }]
    case 'screenshot':
      return ['WebDriver:TakeScreenshot', { full: false }]
  }
}
