import { testMatrix } from '../harness/matrix-tests.ts'

testMatrix('beside', 2_500)
