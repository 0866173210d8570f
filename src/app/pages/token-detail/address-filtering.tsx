import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { ANY_IP } from '#domain/condition/count-ranges.ts'
import type { Condition } from '#domain/condition/condition.ts'
import styles from './token-detail.module.css'

/** Where a token can be used from. */
export function AddressFiltering({ condition: { allowed, exceptions, isOdd } }: { condition: Condition }) {
  return (
    <Card>
      <Section title="Client IP address filtering">
        {isOdd && (
          <div className={styles.remark}>
            <Note tone="caution">Token Desk can’t read all conditions. See the JSON tab.</Note>
          </div>
        )}
        <Facts
          items={[
            { term: 'Allowed', detail: allowed.length > 0 ? <Ranges ranges={allowed} /> : ANY_IP },
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
