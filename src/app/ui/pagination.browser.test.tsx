import type { ComponentProps } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Pagination } from './pagination.tsx'

type PaginationProps = ComponentProps<typeof Pagination>

function pages(props: Partial<PaginationProps>) {
  return (
    <Pagination
      page={1}
      perPage={20}
      totalCount={230}
      isCounted
      count={20}
      pageSizes={[20, 50, Infinity]}
      onPerPageChange={() => {}}
      renderLink={(number, { children, ...link }) => (
        <a key={link['aria-label']} {...link} href={`#page=${number}`}>
          {children}
        </a>
      )}
      {...props}
    />
  )
}

const show = (props: Partial<PaginationProps>) => render(pages(props))

const pagination = page.getByRole('navigation', { name: 'Pagination' })
const link = (name: string) => pagination.getByRole('link', { name, exact: true })
const names = () =>
  pagination
    .getByRole('link')
    .elements()
    .map((element) => element.getAttribute('aria-label'))

test('the first page leads to the next and to the last, and to none before it', async () => {
  await show({})
  await expect.element(pagination.getByText('1–20 of 230')).toBeVisible()
  expect(names()).toEqual(['Page 1', 'Page 2', 'Page 12', 'Next page'])
  await expect.element(link('Next page')).toHaveAttribute('href', '#page=2')
  await expect.element(link('Page 1')).toHaveAttribute('aria-current', 'page')
})

test('a page in the middle leads to its neighbours and to both ends', async () => {
  await show({ page: 6 })
  await expect.element(pagination.getByText('101–120 of 230')).toBeVisible()
  expect(names()).toEqual(['Previous page', 'Page 1', 'Page 5', 'Page 6', 'Page 7', 'Page 12', 'Next page'])
  await expect.element(link('Previous page')).toHaveAttribute('href', '#page=5')
  await expect.element(link('Page 6')).toHaveAttribute('aria-current', 'page')
})

test('the last page counts its few rows and leads to none after it', async () => {
  await show({ page: 12, count: 10 })
  await expect.element(pagination.getByText('221–230 of 230')).toBeVisible()
  expect(names()).toEqual(['Previous page', 'Page 1', 'Page 11', 'Page 12'])
})

test.each([
  ['Next page', 11, 12],
  ['Previous page', 2, 1],
])('“%s” onto the end of the pages leaves the focus on that page', async (step, from, to) => {
  const { rerender } = await show({ page: from })
  link(step).element().focus()
  await rerender(pages({ page: to }))
  await expect.element(link(step)).not.toBeInTheDocument()
  await expect.element(link(`Page ${to}`)).toHaveFocus()
})

test('a page that changes elsewhere does not take the focus', async () => {
  const { rerender } = await show({ page: 11 })
  await rerender(pages({ page: 12 }))
  await expect.element(link('Next page')).not.toBeInTheDocument()
  expect(document.activeElement).toBe(document.body)
})

test('a number left out alone is shown instead of a gap', async () => {
  await show({ page: 4, totalCount: 100 })
  expect(names()).toEqual(['Previous page', 'Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5', 'Next page'])
})

test('where the whole is not counted there may be a next page, and the number says so', async () => {
  await show({ totalCount: 20, isCounted: false })
  await expect.element(pagination.getByText('1–20 of 20 or more')).toBeVisible()
  await expect.element(link('Next page')).toHaveAttribute('href', '#page=2')
})

test('all on one page is one page', async () => {
  await show({ perPage: Infinity, count: 230 })
  await expect.element(pagination.getByText('1–230 of 230')).toBeVisible()
  expect(names()).toEqual(['Page 1'])
})

test('the rows of a page can be chosen, all of them among the choices', async () => {
  const onPerPageChange = vi.fn<(perPage: number) => void>()
  await show({ onPerPageChange })
  const size = pagination.getByRole('combobox', { name: 'Rows per page' })
  await expect.element(size).toHaveValue('20')
  await userEvent.selectOptions(size, '50')
  await userEvent.selectOptions(size, 'All')
  expect(onPerPageChange.mock.calls).toEqual([[50], [Infinity]])
})

test('while a page loads, the pagination says so and keeps its links', async () => {
  await show({ busy: true })
  await expect.element(pagination).toHaveAttribute('aria-busy', 'true')
  await expect.element(link('Next page')).toBeVisible()
})
