import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest by measure, longest first. Started last, one of them would run alone at the
 * end; vitest itself goes by the size of a file, which says little here. A file that is missing in
 * this list only costs time.
 */
const longest = [
  'integration/showcase-changes',
  'integration/demo',
  'integration/worker',
  'integration/permissions-works',
  'integration/permissions-steps',
  'integration/permissions-beside',
  'integration/bad-input',
  'integration/uploads-s3',
  'integration/workflow-model',
  'integration/votes-api',
  'integration/showcase-command',
  'integration/embedded',
  'integration/media-pipeline',
  'integration/delivery-limits',
  'integration/non-interference',
  'integration/bad-input-fuzz',
  'e2e/review',
  'e2e/story',
  'e2e/files',
  'e2e/judging',
]

/** Starts the longest files first; the others in vitest's own order. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
