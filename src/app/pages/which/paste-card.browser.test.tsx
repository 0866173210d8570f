import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PasteCard } from './paste-card.tsx'
import { useBrought } from './use-brought.ts'

const SECRET = `cfat_${'Ab3'.repeat(15)}`
const field = page.getByRole('textbox', { name: 'Your command, log or error' })
const clear = page.getByRole('button', { name: 'Clear' })

function Card({ call }: { call?: string }) {
  const { brought, cleaning, problem, take, takeFile, clear: onClear } = useBrought(call)
  return (
    <PasteCard
      field={useRef(null)}
      brought={brought}
      progress={cleaning}
      problem={problem}
      onTake={take}
      onFile={takeFile}
      onClear={onClear}
    />
  )
}

const choose = (text: string, name: string) =>
  userEvent.upload(page.getByLabelText('Open a file'), new File([text], name))

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.restoreAllMocks())

test('typing goes on where a secret was taken out', async () => {
  await render(<Card />)
  await field.fill('GET /zones\nGET /accounts')
  const area = field.element()
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('no text area')
  area.setSelectionRange(0, 0)
  document.execCommand('insertText', false, `Bearer ${SECRET} `)
  await expect.element(field).toHaveValue('Bearer [secret removed] GET /zones\nGET /accounts')
  await userEvent.keyboard('here ')
  await expect.element(field).toHaveValue('Bearer [secret removed] here GET /zones\nGET /accounts')
})

test('a long text that is pasted goes around the field, which would lay it out, and keeps its place', async () => {
  await render(<Card />)
  await field.fill('GET /first\nGET /last')
  const area = field.element()
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('no text area')
  const inserted = vi.fn()
  area.addEventListener('input', inserted)
  area.setSelectionRange(11, 11)
  await navigator.clipboard.writeText(`GET /zones Bearer ${SECRET}\n`.repeat(2000))
  await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}')
  await expect.element(field).toHaveAttribute('placeholder', 'Pasted text, 2,002 lines. Paste here to replace it.')
  await expect.element(page.getByRole('status')).toHaveTextContent('We removed 2,000 secrets.')
  await expect.element(field).toHaveValue('')
  expect(inserted).not.toHaveBeenCalled()

  await navigator.clipboard.writeText('GET /short')
  await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}')
  await expect.element(field).toHaveValue('GET /short')
})

test('a text with line ends of Windows is as long as the field shows it', async () => {
  await render(<Card />)
  await field.click()
  await navigator.clipboard.writeText('GET /zones\r\n'.repeat(9000))
  await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}')
  await expect.element(field).toHaveValue('GET /zones\n'.repeat(9000))
})

test('the secrets of a text that was replaced are not counted', async () => {
  await render(<Card />)
  await field.fill(SECRET)
  await expect.element(page.getByRole('status')).toHaveTextContent('We removed 1 secret.')
  await field.fill(`${SECRET} and ${SECRET}`)
  await expect.element(page.getByRole('status')).toHaveTextContent('We removed 2 secrets.')
  await field.fill('GET /zones')
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Nothing you paste/)
})

test('a file that is empty or can’t be read says so, and what was there stays', async () => {
  await render(<Card />)
  await field.fill('GET /zones')
  await choose(' \n', 'empty.log')
  await expect.element(field).toHaveAccessibleDescription('empty.log is empty.')
  vi.spyOn(Blob.prototype, 'text').mockRejectedValueOnce(new Error('gone'))
  await choose('GET /user', 'lost.log')
  await expect.element(field).toHaveAccessibleDescription('Couldn’t read lost.log.')
  await expect.element(page.getByText('Reading…')).not.toBeInTheDocument()
  await expect.element(field).toHaveValue('GET /zones')
  await clear.click()
  await expect.element(field).toHaveValue('')
  await expect.element(field).toHaveFocus()
})

test('what is typed while a file is read is kept, and the file is not', async () => {
  let arrive = (_text: string) => {}
  const text = new Promise<string>((resolve) => (arrive = resolve))
  await render(<Card />)
  vi.spyOn(Blob.prototype, 'text').mockReturnValueOnce(text)
  await choose('GET /zones', 'slow.log')
  await expect.element(page.getByText('Reading…')).toBeVisible()
  await field.fill('GET /accounts')
  await expect.element(page.getByText('Reading…')).not.toBeInTheDocument()
  arrive('GET /zones')
  await text
  await expect.element(field).toHaveValue('GET /accounts')
  expect(Object.values(sessionStorage)).toEqual(['GET /accounts'])
  await choose('GET /user', 'small.log')
  await expect.element(field).toHaveAttribute('placeholder', 'small.log, 1 line. Paste here to replace it.')
})

test('a secret in the request of an address is not shown', async () => {
  await render(<Card call={`GET /zones?token=${SECRET}`} />)
  await expect.element(field).toHaveValue('GET /zones?token=[secret removed]')
})

test('characters that turn the name of a file around are spelled out', async () => {
  await render(<Card />)
  await choose('GET /user', 'x\u202Egol.exe')
  await expect.element(field).toHaveAttribute('placeholder', 'xU+202Egol.exe, 1 line. Paste here to replace it.')
  await choose('', 'x\u202Egol.exe')
  await expect.element(field).toHaveAccessibleDescription('xU+202Egol.exe is empty.')
})

test('of a secret that is typed, no letter stays', async () => {
  await render(<Card />)
  await field.click()
  await userEvent.keyboard(`X-Auth-Key: ${'1234567890abcdef'.repeat(2)}12345`)
  await expect.element(field).toHaveValue('X-Auth-Key: [secret removed]')
})
