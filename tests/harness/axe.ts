import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// What of a page of the admin is ours, by its outermost classes: Payload's own are not ours to mend.
const ours = [
  ...['house', 'start', 'attention', 'activity', 'calendar', 'jobs', 'to-do', 'new-entries'],
  ...['desk', 'status-chip', 'status-tabs', 'trail', 'findings', 'call-preview', 'field-found'],
  ...['judging', 'result-', 'certificates', 'unit-', 'round-', 'live-round', 'curve'],
  ...['notice-', 'client-', 'safety', 'likeness', 'file-look', 'standing', 'rule-label'],
].map((root) => `[class^="${root}"]`)

/**
 * Where a page shuts people out who see little, or nothing, or use no mouse: what axe-core finds serious or
 * critical by WCAG 2.1 A and AA, then its contrast in the other theme as well. Axe runs in a world of its
 * own, which the page's policy for scripts does not reach; only a page in a sandbox lets none run.
 *
 * @param within selectors of what is looked at; usually what is ours of a page of the admin
 * @returns a line for each fault: theme, rule, and which element
 */
export async function faultsIn(page: Page, within: readonly string[] = ours): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  const inWorld = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      ...{ contextId, expression, awaitPromise: true, returnByValue: true },
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return result.value
  }
  await inWorld(source)
  const faults = await inWorld(`(${look.toString()})(${JSON.stringify(within)})`)
  await session.detach()
  return faults as string[]
}

/** Runs in the page. */
async function look(within: readonly string[]): Promise<string[]> {
  const tool = (globalThis as unknown as { axe: typeof axe }).axe
  const root = document.documentElement
  const include = within.filter((one) => document.querySelector(one)).map((one) => [one])
  if (include.length === 0) throw new Error(`Nothing on the page is one of ${within.join(', ')}`)
  const settle = () =>
    document.getAnimations().forEach((one) => {
      if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish()
    })
  const faults = async (theme: string, runOnly: object) => {
    settle()
    const { violations } = await tool.run({ include } as never, {
      runOnly: runOnly as never,
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, any }) => `${theme}: ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`,
        ),
      )
  }
  const theme = root.dataset.theme ?? 'light'
  const other = theme === 'dark' ? 'light' : 'dark'
  const found = await faults(theme, {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  })
  if (!root.dataset.theme) return found
  root.dataset.theme = other
  found.push(...(await faults(other, { type: 'rule', values: ['color-contrast'] })))
  root.dataset.theme = theme
  settle()
  return found
}
