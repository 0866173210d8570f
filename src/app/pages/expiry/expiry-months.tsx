import { grouped } from '#domain/text/plural.ts'
import type { Period, Zoom } from '#app/parts/expiry/periods.ts'

/** The chart as a table by month or day, for screen readers. */
export function ExpiryMonths({ columns, zoom }: { columns: Period[]; zoom: Zoom }) {
  const endings = columns.flatMap((column) => column.endings)
  const spanOf = ({ at }: Period['endings'][number]) => new Date(at ?? 0).toISOString().slice(0, LENGTH[zoom])
  const spans = [...new Set(endings.map(spanOf))]
  return (
    <table
      className="visually-hidden"
      aria-label={zoom === 'day' ? 'Expiring tokens by day' : 'Expiring tokens by month'}
    >
      <thead>
        <tr>
          <th scope="col">{zoom === 'day' ? 'Day' : 'Month'}</th>
          <th scope="col">Tokens</th>
          <th scope="col">In use</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span) => {
          const inSpan = endings.filter((ending) => spanOf(ending) === span)
          return (
            <tr key={span}>
              <th scope="row">{span}</th>
              <td>{grouped(inSpan.length)}</td>
              <td>{grouped(inSpan.filter(({ isInUse }) => isInUse).length)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Of "2027-01-04". */
const LENGTH = { week: 7, day: 10 }
