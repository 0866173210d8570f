import { Card } from '#app/ui/card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import styles from './token-detail.module.css'

/** The token page while the token loads, with each part in its place. */
export function TokenOutline() {
  return (
    <>
      <PageTitle>Loading</PageTitle>
      <div className={styles.headerOutline}>
        <Skeleton width="96px" height={16} />
        <Skeleton width="240px" height={24} />
        <Skeleton width="260px" height={16} />
      </div>
      <div className={styles.tabsOutline}>
        <Skeleton width="120px" height={16} />
      </div>
      <div className="stack">
        <div className={styles.strip}>
          {['Expires', 'Last used', 'Access', 'IP limit'].map((fact) => (
            <div key={fact}>
              <Skeleton width="80%" lines={3} />
            </div>
          ))}
        </div>
        <Card>
          <Section title="Lifetime">
            <Skeleton height={88} />
          </Section>
        </Card>
        <div className={styles.columns}>
          <Card>
            <Section title="Permissions">
              <Skeleton lines={6} height={20} />
            </Section>
          </Card>
          <Card>
            <Section title="Client IP address filtering">
              <Skeleton lines={2} />
            </Section>
          </Card>
        </div>
      </div>
    </>
  )
}
