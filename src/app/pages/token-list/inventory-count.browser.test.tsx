import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { emptyInventory } from '#domain/inventory/inventory.ts'
import { testToken } from '#domain/inventory/testing.ts'
import { InventoryCount } from './inventory-count.tsx'

const props = { hiddenExpired: 0, stop: () => {} }

function loaded(count: number) {
  const tokens = Array.from({ length: count }, (_, index) => testToken(`${index}`))
  const isWhole = count === 12
  return {
    listed: count,
    inventory: {
      ...emptyInventory,
      tokens,
      totalCount: 12,
      isCounted: true,
      pages: new Map(isWhole ? [[1, { tokens, readAt: 0, pass: emptyInventory.pass }]] : []),
    },
    activity: isWhole ? { kind: 'idle' as const } : { kind: 'reading' as const, until: null },
  }
}

test('while all tokens load, the wait and the result are announced, and no step between', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const said: string[] = []
  const announced = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const node = target instanceof Element ? target : target.parentElement
      const status = node?.closest('[role="status"]:not([aria-live="off"])')
      if (status?.textContent && status.textContent !== said.at(-1)) said.push(status.textContent)
    }
  })
  const screen = await render(<InventoryCount {...props} {...loaded(12)} place={place} />)
  announced.observe(place, { subtree: true, childList: true, characterData: true })
  for (const count of [4, 8]) {
    await screen.rerender(<InventoryCount {...props} {...loaded(count)} place={place} />)
    await expect.element(screen.getByText(`${count} tokens so far`)).toBeVisible()
  }
  await screen.rerender(<InventoryCount {...props} {...loaded(12)} place={place} />)
  await expect.poll(() => said).toEqual(['Loading…', '12 tokens'])
})
