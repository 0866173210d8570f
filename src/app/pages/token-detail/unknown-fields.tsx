import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/section.tsx'
import { unknownFields } from '#domain/token/unknown-fields.ts'
import type { Token } from '#domain/token/token.ts'

type UnknownFieldsProps = { wire: Token['wire'] }

/** Fields newer than this app, shown as they came. */
export function UnknownFields({ wire }: UnknownFieldsProps) {
  const unknown = Object.entries(unknownFields(wire))
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
