/* A headless Chromium over the DevTools protocol, through a pipe. Only the domains that a measurement needs are
   enabled: an attached debugger slows pages down, large scripts more than small ones. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

/** Chosen as by the end-to-end tests (`e2e/chromium.ts`). */
const CHROMIUM = [
  process.env.CHROMIUM_PATH ?? '',
  chromium.executablePath(),
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
].find((path) => path !== '' && existsSync(path))

const VIEW = { width: 1280, height: 800 }

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-extensions',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-prefers-reduced-motion',
  '--enable-precise-memory-info',
  // Paint outside the window is never presented, so a response to a click there would not be measured.
  `--window-size=${VIEW.width},${VIEW.height}`,
]

/** Starts a browser with a new profile. `newPage` opens a page without cache, cookies or storage. */
export async function startBrowser() {
  if (!CHROMIUM) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.')
  const profile = mkdtempSync(join(tmpdir(), 'token-desk-bench-'))
  const child = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const { send, on } = connect(child.stdio[3], child.stdio[4])
  const ended = new Promise((resolve) => child.once('exit', resolve))

  /** A page in a new context, or in a given one with its cache. */
  const newPage = async (context) => {
    const browserContextId = context ?? (await send('Target.createBrowserContext')).browserContextId
    const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
    const call = (method, params) => send(method, params, sessionId)
    await call('Page.enable')
    await call('Emulation.setDeviceMetricsOverride', { ...VIEW, deviceScaleFactor: 1, mobile: false })
    return {
      context: browserContextId,
      call,
      on: (event, listener) => on(event, (params, from) => from === sessionId && listener(params)),
      /** Evaluates an expression in the page. */
      evaluate: async (expression) => {
        const { result, exceptionDetails } = await call('Runtime.evaluate', {
          expression,
          returnByValue: true,
          awaitPromise: true,
        })
        if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression.slice(0, 200)}`)
        return result.value
      },
      close: () => send('Target.closeTarget', { targetId }),
      forget: () => send('Target.disposeBrowserContext', { browserContextId }),
    }
  }

  const stop = async () => {
    await send('Browser.close').catch(() => {})
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { newPage, stop }
}

/** Messages over the pipe are JSON, terminated by a zero byte. */
function connect(output, input) {
  const waiting = new Map()
  const listeners = new Set()
  let lastId = 0
  let rest = ''
  input.setEncoding('utf8').on('data', (chunk) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const { id, method, params, sessionId, result, error } of messages.map((text) => JSON.parse(text))) {
      if (id === undefined) {
        for (const { event, listener } of listeners) if (event === method) listener(params, sessionId)
      } else {
        const { resolve, reject, name } = waiting.get(id)
        waiting.delete(id)
        if (error) reject(new Error(`${name}: ${error.message}`))
        else resolve(result)
      }
    }
  })
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject, name: method })
      output.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
    })
  return { send, on: (event, listener) => listeners.add({ event, listener }) }
}
