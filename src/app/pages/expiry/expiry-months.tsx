import { grouped } from '#domain/text/plural.ts'
import { dateOf, type Period, type Zoom } from '#app/parts/expiry/periods.ts'

/** The chart as a table by month or day, for screen readers. */
export function ExpiryMonths({ columns, zoom }: { columns: Period[]; zoom: Zoom }) {
  const endings = columns.flatMap((column) => column.endings)
  const spanOf = ({ at }: Period['endings'][number]) => {
    const day = dateOf(at ?? 0)
    return zoom === 'day' ? day : day.replace(/^\d+ /, '')
  }
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
