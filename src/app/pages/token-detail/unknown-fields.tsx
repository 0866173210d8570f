import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Token } from '#domain/token/token.ts'

/** The fields this app shows by name elsewhere on the page. */
const KNOWN = new Set([
  'id',
  'name',
  'status',
  'issued_on',
  'modified_on',
  'last_used_on',
  'not_before',
  'expires_on',
  'policies',
  'condition',
  'creator_email_at_creation',
  'provisioner_type',
  'provisioner_id',
])

type UnknownFieldsProps = { wire: Token['wire'] }

/** Fields newer than this app, shown as they came. */
export function UnknownFields({ wire }: UnknownFieldsProps) {
  const unknown = Object.entries(wire).filter(([field]) => !KNOWN.has(field))
  if (unknown.length === 0) return null

  return (
    <Card>
      <Section title="Other fields">
        <Facts
          items={unknown.map(([field, value]) => ({ term: field, detail: <code>{JSON.stringify(value)}</code> }))}
        />
      </Section>
    </Card>
  )
}
