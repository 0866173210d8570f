import { Fragment, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Disclosure } from '#app/parts/disclosure.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import {
  TERRAFORM_RESOURCES,
  TERRAFORM_TOPICS,
  terraformCalls,
  terraformExtraGroups,
} from '#domain/operations/terraform-resources.ts'
import { count } from '#domain/text/plural.ts'
import { linesOf } from './asked-text.ts'
import styles from './which.module.css'

/** The resources of a Terraform module, to tick; what plan, apply and destroy call for them is asked about. */
export function TerraformPicker({ onAsk }: { onAsk: (text: string) => void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  const ask = () =>
    onAsk(linesOf('A Terraform module', { calls: terraformCalls(ticked), groups: terraformExtraGroups(ticked) }))

  return (
    <Card>
      <Disclosure name="terraform" summary="Terraform: tick the resources of your module" headingLevel={3}>
        {() => (
          <div className={`stack ${styles.terraform}`}>
            <div className={styles.resources}>
              {Object.entries(TERRAFORM_TOPICS).map(([topic, label]) => (
                <fieldset key={topic}>
                  <legend>{label}</legend>
                  {TERRAFORM_RESOURCES.filter((resource) => resource.topic === topic).map(({ id }) => (
                    <Checkbox
                      key={id}
                      label={<ResourceName id={id} />}
                      checked={ticked.has(id)}
                      onChange={() => toggle(id)}
                    />
                  ))}
                </fieldset>
              ))}
            </div>
            <div className={styles.copies}>
              <Button tone="primary" disabled={ticked.size === 0} onClick={ask}>
                {ticked.size === 0
                  ? 'Ask what they need'
                  : `Ask what ${count(ticked.size, 'resource')} ${ticked.size === 1 ? 'needs' : 'need'}`}
              </Button>
              <Button
                disabled={ticked.size === 0}
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, { within: '.stack', otherwise: 'input' })
                  setTicked(new Set())
                }}
              >
                Clear
              </Button>
            </div>
          </div>
        )}
      </Disclosure>
    </Card>
  )
}

/** It may wrap before each underscore. */
const ResourceName = ({ id }: { id: string }) => (
  <code>
    {id.split(/(?=_)/).map((part, index) => (
      <Fragment key={index}>
        <wbr />
        {part}
      </Fragment>
    ))}
  </code>
)
