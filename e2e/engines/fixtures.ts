import { writeFileSync } from 'node:fs'
import { expect, test as base } from '@playwright/test'
import { BrowserWindow } from './browser-window.ts'
import { startDesk, type Desk } from './desk.ts'
import type { Engine } from './engine.ts'
import { startFirefox } from './firefox.ts'
import { startWebkit } from './webkit.ts'

export { expect } from '@playwright/test'

export type EngineOptions = { engineName: 'firefox' | 'webkit' }

/** One browser for all tests of an engine, and for each test a server of its own: an origin it has never seen. */
export const test = base.extend<{ desk: Desk; look: BrowserWindow }, EngineOptions & { engine: Engine }>({
  engineName: ['firefox', { scope: 'worker', option: true }],
  engine: [
    async ({ engineName }, provide) => {
      const engine = await (engineName === 'firefox' ? startFirefox() : startWebkit())
      await provide(engine)
      await engine.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  desk: async ({}, provide) => {
    const desk = await startDesk()
    await provide(desk)
    await desk.stop()
  },
  look: async ({ engine, desk }, provide, testInfo) => {
    const window = new BrowserWindow(engine, desk.url)
    await provide(window)
    const picture = Buffer.from(String(await engine.send({ name: 'screenshot' })), 'base64')
    writeFileSync(testInfo.outputPath('end.png'), picture)
    expect(await window.errors(), 'errors on the console').toEqual([])
    // So that nothing asks for anything once the server is gone.
    await engine.send({ name: 'navigate', url: 'about:blank' })
  },
})
