import { Card } from './card.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { Skeleton } from './skeleton.tsx'
import styles from './page-header.module.css'

/** A placeholder for a page. */
export function PageOutline() {
  return (
    <>
      <PageTitle>Loading</PageTitle>
      <div className={styles.header}>
        <Skeleton width="240px" height={24} />
      </div>
      <Card>
        <Section>
          <Skeleton lines={8} />
        </Section>
      </Card>
    </>
  )
}
