import { useState } from 'react'
import { partInFileName } from '#app/parts/inventory/count-words.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { calendarOf } from '#domain/expiry/calendar.ts'
import type { Expiry } from '#domain/expiry/expiry.ts'
import { hasAllTokens, type Inventory } from '#domain/inventory/inventory.ts'
import { count } from '#domain/text/plural.ts'
import styles from './chart.module.css'

type CalendarDialogProps = { expiry: Expiry; inventory: Inventory; onClose: () => void }

const ALARMS = [21, 7, 1]

/** What goes into the file for a calendar. */
export function CalendarDialog({ expiry, inventory, onClose }: CalendarDialogProps) {
  const accountId = useAccountId()
  const [alarms, setAlarms] = useState(ALARMS)
  const [avoidsWeekends, setAvoidsWeekends] = useState(true)
  const [onlyInUse, setOnlyInUse] = useState(false)
  const [hasNames, setHasNames] = useState(false)
  const endings = [...expiry.weeks.flatMap((week) => week.endings), ...expiry.later].filter(
    ({ isInUse }) => isInUse || !onlyInUse,
  )
  const download = () => {
    const now = Date.now()
    const file = calendarOf(endings, { alarms, avoidsWeekends, hasNames, accountId, now })
    const day = new Date(now).toISOString().slice(0, 10)
    downloadText(`token-expiry-${day}${partInFileName(inventory)}.ics`, 'text/calendar', file)
    onClose()
  }
  return (
    <Dialog
      title="Export calendar"
      description={`An .ics file with one event for each of ${count(endings.length, 'token')}. It contains no secrets.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" data-autofocus disabled={endings.length === 0} onClick={download}>
            Download .ics
          </Button>
        </>
      }
    >
      <div className="stack">
        {!hasAllTokens(inventory) && (
          <p role="status">Not all tokens are loaded yet. The file has only those that are.</p>
        )}
        <fieldset className={styles.choices}>
          <legend>Remind me</legend>
          {ALARMS.map((days) => (
            <Checkbox
              key={days}
              label={`${count(days, 'day')} before`}
              checked={alarms.includes(days)}
              onChange={({ target }) =>
                setAlarms(ALARMS.filter((one) => (one === days ? target.checked : alarms.includes(one))))
              }
            />
          ))}
        </fieldset>
        <fieldset className={styles.choices}>
          <legend>Events</legend>
          <Checkbox
            label="Move weekends to Friday"
            checked={avoidsWeekends}
            onChange={({ target }) => setAvoidsWeekends(target.checked)}
          />
          <Checkbox
            label="Only tokens in use"
            checked={onlyInUse}
            onChange={({ target }) => setOnlyInUse(target.checked)}
          />
          <Checkbox
            label="Include token names"
            checked={hasNames}
            onChange={({ target }) => setHasNames(target.checked)}
          />
        </fieldset>
      </div>
    </Dialog>
  )
}
