import { testMatrix } from '../harness/matrix-tests.ts'

testMatrix('works', 5_000)
