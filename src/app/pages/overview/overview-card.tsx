import { useId, type ReactNode } from 'react'
import { MoreLink } from '#app/parts/more-link.tsx'
import { Card } from '#app/ui/card.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import styles from './overview.module.css'

type OverviewCardProps = {
  title: string
  /** Beside the title. */
  tag?: ReactNode
  /** What the numbers are of, while not all tokens are known. */
  soFar: string | null
  more?: { label: string; href: string } | undefined
  /** Of twelve columns. */
  columns: 3 | 4 | 6 | 8 | 12
  /** Empty while the numbers are computed. */
  children: ReactNode
}

/** A part of the overview, under its title. */
export function OverviewCard({ title, tag, soFar, more, columns, children }: OverviewCardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.cell} data-columns={columns}>
      <Card className={styles.card}>
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {tag}
          {soFar !== null && <span className="quiet">{soFar}</span>}
          {more && (
            <span className={styles.more}>
              <MoreLink href={more.href}>{more.label}</MoreLink>
            </span>
          )}
        </div>
        {children || (
          <div className={styles.body}>
            <Skeleton lines={4} />
          </div>
        )}
      </Card>
    </section>
  )
}
