import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ApiFailure } from '#app/api/errors.ts'
import { loadSdk } from '#app/api/load-sdk.ts'
import { queryClient } from './query-client.ts'
import { useSignOut } from './sign-in.ts'
import { oncePageIsFree, useHeldPage } from './held-page.ts'
import { useCreateToken, useRollToken } from './token-writes.ts'

const refused = () => new ApiFailure({ status: 403 })

function Page({ fails, children }: { fails: Promise<never>; children?: ReactNode }) {
  const { isError } = useQuery({ queryKey: ['behind', children !== undefined], queryFn: () => fails })
  return (
    <>
      <p>{isError ? 'refused' : 'loading'}</p>
      {children}
    </>
  )
}

function Secret() {
  useHeldPage()
  return <p>the secret</p>
}

class Boundary extends Component<{ children: ReactNode }> {
  override state = { isBroken: false }
  static getDerivedStateFromError = () => ({ isBroken: true })
  override render = () => (this.state.isBroken ? <p>an error in the place of the page</p> : this.props.children)
}

const drawn = (content: ReactNode) =>
  render(
    <QueryClientProvider client={queryClient}>
      <Boundary>{content}</Boundary>
    </QueryClientProvider>,
  )

test('a failure takes the page’s place, but not that of a secret that is shown', async () => {
  await drawn(<Page fails={Promise.reject(refused())} />)
  await expect.element(page.getByText('an error in the place of the page')).toBeVisible()
  await drawn(
    <Page fails={Promise.reject(refused())}>
      <Secret />
    </Page>,
  )
  await expect.element(page.getByText('refused')).toBeVisible()
  await expect.element(page.getByText('the secret')).toBeVisible()
})

test('what leaves the page waits for a secret that is shown, and happens once', async () => {
  const leave = vi.fn()
  oncePageIsFree(leave)
  expect(leave).toHaveBeenCalledTimes(1)
  const { unmount } = await drawn(<Secret />)
  oncePageIsFree(leave)
  oncePageIsFree(leave)
  expect(leave).toHaveBeenCalledTimes(1)
  await unmount()
  expect(leave).toHaveBeenCalledTimes(2)
})

function Handing({ isShown }: { isShown: boolean }) {
  useHeldPage(!isShown)
  return isShown && <Secret />
}

test('what leaves the page waits while a request for a secret gives way to the secret', async () => {
  const screen = await render(<Handing isShown={false} />)
  const leave = vi.fn()
  oncePageIsFree(leave)
  await screen.rerender(<Handing isShown />)
  await expect.element(page.getByText('the secret')).toBeVisible()
  expect(leave).not.toHaveBeenCalled()
  await screen.unmount()
  expect(leave).toHaveBeenCalledTimes(1)
})

function Asking() {
  const roll = useRollToken(ACCOUNT, 'b'.repeat(32))
  const create = useCreateToken(ACCOUNT)
  return (
    <>
      <button onClick={() => roll.mutate({ onSend: ignore, onSecret: ignore })}>Roll</button>
      <button onClick={() => create.mutate({ name: 'new', body: BODY, onSend: ignore, onSecret: ignore })}>
        Create
      </button>
    </>
  )
}

const ACCOUNT = 'a'.repeat(32)
const BODY = { name: 'new', policies: [] }
const ignore = () => {}

function SigningOut() {
  const { mutate, isPending } = useSignOut({ onSuccess: ignore })
  return <button onClick={() => mutate({ everywhere: false })}>{isPending ? 'Signing out' : 'Sign out'}</button>
}

test('a sign-out is sent once no secret is shown: its session is the only one that can show it', async () => {
  // Else the request would wait for it.
  await loadSdk()
  const sent = vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(ignore))
  const both = (secret: ReactNode) => (
    <QueryClientProvider client={queryClient}>
      {secret}
      <SigningOut />
    </QueryClientProvider>
  )
  const { rerender } = await render(both(<Secret />))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect.element(page.getByRole('button', { name: 'Signing out' })).toBeVisible()
  const asked = () => sent.mock.calls.filter(([url]) => typeof url === 'string' && url.endsWith('/api/sign-out'))
  expect(asked()).toHaveLength(0)
  await rerender(both(null))
  await expect.poll(asked).toHaveLength(1)
})

test.for(['Roll', 'Create'])('what leaves the page waits from the request for a secret on: %s', async (name) => {
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(ignore))
  const { unmount } = await drawn(<Asking />)
  const leave = vi.fn()
  await page.getByRole('button', { name }).click()
  oncePageIsFree(leave)
  expect(leave).not.toHaveBeenCalled()
  await unmount()
  expect(leave).toHaveBeenCalledTimes(1)
})
