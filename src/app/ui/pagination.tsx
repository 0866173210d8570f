import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './pagination.module.css'
import { pagesToShow } from './pages-to-show.ts'
import { SelectField } from './select-field.tsx'

type PageLinkProps = {
  children: ReactNode
  className: string
  'aria-label'?: string
  'aria-current'?: 'page'
}

type PaginationProps = {
  page: number
  perPage: number
  totalCount: number
  /** Whether `totalCount` is the total; if not, there may be a page after this one. */
  isCounted: boolean
  /** Rows on this page. */
  count: number
  /** `Infinity` puts all rows on one page. */
  pageSizes: readonly number[]
  onPerPageChange: (perPage: number) => void
  /** Renders a link to a page; the caller knows the addresses. */
  renderLink: (page: number, props: PageLinkProps) => ReactNode
  busy?: boolean
}

export function Pagination(props: PaginationProps) {
  const { page, perPage, totalCount, isCounted, count, pageSizes, onPerPageChange, renderLink, busy } = props
  const lastPage = Math.max(isCounted ? 1 : page + 1, Math.ceil(totalCount / perPage))
  const first = perPage === Infinity ? Math.min(1, totalCount) : Math.min((page - 1) * perPage + 1, totalCount)
  const last = Math.min(first + count - 1, totalCount)

  const nav = useRef<HTMLElement>(null)
  const hasFocus = useRef(false)
  // A step that led to the first or last page is gone then, and the focus with it.
  useEffect(() => {
    if (!hasFocus.current || nav.current?.contains(document.activeElement)) return
    nav.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus()
  })

  return (
    <nav
      ref={nav}
      aria-label="Pagination"
      className={styles.pagination}
      aria-busy={busy}
      onFocus={() => (hasFocus.current = true)}
      onBlur={() => (hasFocus.current = false)}
    >
      <span className={styles.range}>
        {grouped(first)}–{grouped(last)} of {grouped(totalCount)}
        {!isCounted && ' or more'}
      </span>
      <span className={styles.size}>
        <span aria-hidden>Rows per page</span>
        <SelectField
          label="Rows per page"
          hideLabel
          value={String(perPage)}
          options={pageSizes.map((size) => ({ value: String(size), label: size === Infinity ? 'All' : String(size) }))}
          onChange={(event) => onPerPageChange(Number(event.target.value))}
        />
      </span>
      <span className={styles.pages}>
        <Step label="Previous page" page={page - 1} isThere={page > 1} renderLink={renderLink}>
          <Icon of={ChevronLeft} />
        </Step>
        {pagesToShow(page, lastPage).map((number, index) =>
          number === null ? (
            <span key={`gap-${index}`} className={styles.gap}>
              …
            </span>
          ) : (
            <span key={number} className={styles.numbered} data-current={number === page || undefined}>
              {renderLink(number, {
                children: number,
                className: styles.page ?? '',
                'aria-label': `Page ${number}`,
                ...(number === page && { 'aria-current': 'page' as const }),
              })}
            </span>
          ),
        )}
        <Step label="Next page" page={page + 1} isThere={page < lastPage} renderLink={renderLink}>
          <Icon of={ChevronRight} />
        </Step>
      </span>
    </nav>
  )
}

type StepProps = {
  label: string
  page: number
  isThere: boolean
  renderLink: PaginationProps['renderLink']
  children: ReactNode
}

function Step({ label, page, isThere, renderLink, children }: StepProps) {
  if (isThere) return renderLink(page, { children, className: styles.page ?? '', 'aria-label': label })
  return (
    <span className={styles.page} aria-disabled="true">
      {children}
    </span>
  )
}

const grouped = (amount: number) => amount.toLocaleString('en')
