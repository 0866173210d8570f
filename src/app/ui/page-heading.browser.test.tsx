import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { OnPageHeading, PageHeading } from './page-heading.tsx'

// A user who follows a link at once is on the way to the next page when a busy browser comes to what waits for a frame.
test('a page tells of its heading with the rendering, before anything can be done on it', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(() => {
    root.unmount()
    place.remove()
  })
  const told: (string | null)[] = []
  const rendered = new Promise<typeof told>((resolve) => {
    new MutationObserver(() => resolve([...told])).observe(place, { childList: true })
  })
  root.render(
    <OnPageHeading value={(heading) => told.push(heading.textContent)}>
      <PageHeading>API tokens</PageHeading>
    </OnPageHeading>,
  )
  expect(await rendered).toEqual(['API tokens'])
})
