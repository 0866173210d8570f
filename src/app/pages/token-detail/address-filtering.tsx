import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Condition } from '#domain/condition/condition.ts'
import styles from './token-detail.module.css'

/** Where a token can be used from. */
export function AddressFiltering({ condition: { allowed, exceptions, isOdd } }: { condition: Condition }) {
  return (
    <Card>
      <Section title="Client IP address filtering">
        {isOdd && (
          <div className={styles.remark}>
            <Note tone="caution">Has conditions this app can’t read. See the JSON tab.</Note>
          </div>
        )}
        <Facts
          items={[
            { term: 'Allowed', detail: allowed.length > 0 ? <Ranges ranges={allowed} /> : 'All IP addresses' },
            { term: 'Blocked', detail: exceptions.length > 0 ? <Ranges ranges={exceptions} /> : 'None' },
          ]}
        />
      </Section>
    </Card>
  )
}

function Ranges({ ranges }: { ranges: string[] }) {
  return (
    <ul className={styles.ranges}>
      {ranges.map((range, index) => (
        <li key={`${range}-${index}`}>
          <code>{range}</code>
        </li>
      ))}
    </ul>
  )
}
