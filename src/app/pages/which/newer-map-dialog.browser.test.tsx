import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { OperationMap } from '#domain/operations/operation.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { MapSource } from './map-source.tsx'

const dialog = page.getByRole('dialog', { name: 'Use a newer file' })
const opener = page.getByRole('button', { name: 'Use a newer file' })
const within = (name: string | RegExp) => dialog.getByRole('button', { name })
const field = dialog.getByLabelText('API description')

const NOVEMBER = Date.parse('2026-11-03T12:00:00Z')

/** The shipped map as the vendor would write it, with some operations more, fewer, and changed. */
async function descriptionText(change: (operations: OperationMap['operations']) => OperationMap['operations']) {
  const { operations } = await shippedMap()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { path, method, title, groups, evidence } of change(operations)) {
    const marks = { 'x-api-token-group': evidence === 'marked' ? groups : null }
    paths[path] = { ...paths[path], [method.toLowerCase()]: { summary: title, ...marks } }
  }
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Cloudflare API', version: '4.0.0' }, paths })
}

const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'openapi.json') =>
  new File([text], name, { lastModified: NOVEMBER })

async function open() {
  const client = new QueryClient()
  const screen = await render(
    <QueryClientProvider client={client}>
      <MapSource />
    </QueryClientProvider>,
  )
  await opener.click()
  await expect.element(dialog).toBeVisible()
  return screen
}

const forget = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase('token-desk').addEventListener('success', resolve)
  })

beforeEach(forget)
afterEach(() => vi.restoreAllMocks())

test('a newer file says what it changes, is used, kept, and can be removed again', async () => {
  const text = await descriptionText(([first, second, third, ...others]) => [
    ...(first && second && third ? [first, { ...third, groups: ['DNS Read'], evidence: 'marked' as const }] : []),
    { method: 'GET', path: '/new', title: 'New', groups: [], evidence: 'unknown', pages: [], operationId: null },
    ...others,
  ])
  const screen = await open()
  await expect.element(within('Use it')).toBeDisabled()
  await choose(fileOf(text))
  await expect.element(dialog.getByRole('status')).toHaveTextContent('openapi.json, 3 Nov 2026')
  await expect
    .element(dialog.getByRole('status'))
    .toHaveTextContent(/2,763 operations, 2,38\d with permissions; 1 changed, 1 new, 1 gone\./)
  await within('Use it').click()
  await expect.element(dialog).not.toBeInTheDocument()
  const source = page.getByText('From your file openapi.json of 3 Nov 2026')
  await expect.element(source).toBeVisible()
  await expect.element(opener).toHaveFocus()

  // As after a reload: all that is known comes out of the browser's storage.
  await screen.unmount()
  await open()
  await expect.element(page.getByText('Kept in this browser.')).toBeVisible()
  await within('Remove it, and use the one of 27 Jul 2026 again').click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByText('From Cloudflare’s API description of 27 Jul 2026')).toBeVisible()
})

test('a part of the API, or an older file, is said before it is used', async () => {
  const text = await descriptionText((operations) => operations.filter(({ path }) => path.startsWith('/zones')))
  await open()
  await choose(new File([text], 'zones.json', { lastModified: Date.parse('2026-01-31T12:00:00Z') }))
  await expect.element(dialog.getByText(/known operations are not in this file\. They stay/)).toBeVisible()
  await expect.element(dialog.getByText('The description that comes with Token Desk is of 27 Jul 2026.')).toBeVisible()
  await expect.element(dialog.getByRole('status')).toHaveTextContent('nothing changed')
  await within('Use it').click()
  await opener.click()
  await expect.element(dialog.getByText('The description that comes with Token Desk is newer.')).toBeVisible()
})

test.each([
  ['an API description without permissions', '{"paths":{"/a":{"get":{"summary":"A"}}}}', 'names no permissions'],
  ['a file of another kind', 'hello', 'Neither JSON nor YAML'],
  ['a file that is cut off', '{"paths":{"/a":{"get":', 'The file ends too early.'],
  ['a picture', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), 'This is not a text file'],
])('%s is refused at the field, and what is in use stays', async (_, content, message) => {
  await open()
  await choose(fileOf(content))
  const alert = dialog.getByRole('alert')
  await expect.element(alert).toHaveTextContent(`openapi.json: `)
  await expect.element(alert).toHaveTextContent(message)
  await expect.element(alert).toHaveTextContent('The description of 27 Jul 2026 stays in use.')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(within('Use it')).toBeDisabled()
})

test('a file over 60 MB is refused unread', async () => {
  const post = vi.spyOn(Worker.prototype, 'postMessage')
  await open()
  await chooseLarge(61)
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('too large (max 60 MB)')
  expect(post).not.toHaveBeenCalled()
})

test('reading shows how far it is, and stops when the user wants', async () => {
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(() => {})
  const end = vi.spyOn(Worker.prototype, 'terminate')
  await open()
  await chooseLarge(12)
  await expect.element(dialog.getByLabelText('Reading openapi.json')).toBeVisible()
  await expect.element(dialog.getByText('0.0 of 12.0 MB read')).toBeVisible()
  await within('Stop').click()
  await expect.element(dialog.getByLabelText('Reading openapi.json')).not.toBeInTheDocument()
  await expect.poll(() => end.mock.calls.length).toBe(1)
  await expect.element(field).toHaveFocus()
})

test('closing the dialog ends the reading', async () => {
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(() => {})
  const end = vi.spyOn(Worker.prototype, 'terminate')
  await open()
  await chooseLarge(12)
  await expect.element(within('Stop')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => end.mock.calls.length).toBe(1)
})

test('where the browser’s storage is closed, the file is used for this visit and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('closed', 'SecurityError')
  })
  await open()
  await choose(fileOf(await descriptionText((operations) => operations), 'openapi.yaml'))
  await within('Use it').click()
  await expect.element(page.getByText('From your file openapi.yaml of 3 Nov 2026')).toBeVisible()
  await opener.click()
  await expect.element(dialog.getByText('Browser storage is blocked: it is forgotten when you leave.')).toBeVisible()
})

/** Puts a file into the field. Playwright would drop the day when it was changed. */
async function choose(file: File) {
  await expect.element(field).toBeVisible()
  const input = field.element()
  if (!(input instanceof HTMLInputElement)) throw new Error('No field')
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const chooseLarge = (mb: number) => choose(fileOf(new Uint8Array(mb * 1024 * 1024)))
