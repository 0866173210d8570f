/* The pictures of the documentation. After a change of the look: npm run build && node e2e/screenshots/make.mjs */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const PORT = 20_000 + Math.floor(Math.random() * 12_000)
const URL_OF_APP = `http://127.0.0.1:${PORT}`
/** The same company in every sandbox. */
const TOKENS = `${URL_OF_APP}/accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens`
const BROWSERS = [
  process.env.CHROMIUM_PATH ?? '',
  chromium.executablePath(),
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
]

const PICTURES = [
  {
    name: 'list',
    take: async (page) => {
      await page.goto(TOKENS)
      await page.getByRole('navigation', { name: 'Pagination' }).waitFor()
    },
  },
  {
    name: 'editor',
    take: async (page) => {
      await page.goto(`${TOKENS}/new?template=dns`)
      const search = page.getByRole('searchbox', { name: 'Search permission groups' }).first()
      await search.fill('dns')
      await page.getByRole('checkbox', { name: 'DNS Write (Zone)', exact: true }).first().waitFor()
      await search.evaluate((box) => window.scrollBy(0, box.getBoundingClientRect().top - 280))
    },
  },
]
/** GitHub shows the picture of the reader's theme. */
const THEMES = [
  { colorScheme: 'light', suffix: '' },
  { colorScheme: 'dark', suffix: '-dark' },
]

const server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))], {
  // Without the environment's settings: pictures show the sandbox, never a real account.
  env: { PATH: process.env.PATH, PORT: String(PORT) },
  stdio: 'ignore',
})

try {
  await answering()
  const executablePath = BROWSERS.find((path) => path !== '' && existsSync(path))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  for (const { name, take } of PICTURES) {
    for (const { colorScheme, suffix } of THEMES) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
        timezoneId: 'UTC',
      })
      await take(page)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Permissions' }).waitFor()
      await page.getByRole('button', { name: 'Session: credential active' }).waitFor()
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: fileURLToPath(new URL(`${name}${suffix}.png`, import.meta.url)) })
      await page.close()
    }
  }
  await browser.close()
} finally {
  server.kill()
}

/** Waits for the server, which starts within a second. */
async function answering() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(`${URL_OF_APP}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server does not start; run npm run build first.')
}
