import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort, ready } from '../live.ts'
import type { Command, Engine } from './engine.ts'

export const DRIVER = '/usr/bin/WebKitWebDriver'
export const SCREEN = '/usr/bin/Xvfb'

/** WebKit as GTK has it, by WebDriver. It knows no headless mode, so it gets a screen of its own. */
export async function startWebkit(): Promise<Engine> {
  const screen = spawn(SCREEN, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [display] = (await once(screen.stdout, 'data')) as [Buffer]
  const port = await freePort()
  const driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      TZ: 'Europe/Lisbon',
      DISPLAY: `:${String(display).trim()}`,
    },
    stdio: 'ignore',
  })
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(JSON.stringify(value))
    return value
  }
  await ready(`http://127.0.0.1:${port}/status`)
  const { sessionId } = (await call('POST', '/session', { capabilities: { alwaysMatch: CAPABILITIES } })) as {
    sessionId: string
  }
  const session = `/session/${sessionId}`
  return {
    send: (command) => {
      const [method, path, body] = toHttp(command)
      return call(method, `${session}${path}`, body)
    },
    stop: async () => {
      await call('DELETE', session)
      const ended = Promise.all([once(driver, 'exit'), once(screen, 'exit')])
      driver.kill()
      screen.kill()
      await ended
    },
  }
}

const CAPABILITIES = {
  'webkitgtk:browserOptions': {
    binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    args: ['--automation'],
  },
}

function toHttp(command: Command): [method: string, path: string, body?: object] {
  switch (command.name) {
    case 'navigate':
      return ['POST', '/url', { url: command.url }]
    case 'back':
      return ['POST', '/back', {}]
    case 'execute':
      return ['POST', '/execute/sync', { script: command.script, args: command.args ?? [] }]
    case 'find':
      return ['POST', '/elements', { using: 'css selector', value: command.selector }]
    case 'label':
      return ['GET', `/element/${command.id}/computedlabel`]
    case 'value':
      return ['GET', `/element/${command.id}/property/value`]
    case 'click':
      return ['POST', `/element/${command.id}/click`, {}]
    case 'type':
      return ['POST', `/element/${command.id}/value`, { text: command.text }]
    case 'screenshot':
      return ['GET', '/screenshot']
  }
}
