import { testMatrix } from '../harness/matrix-tests.ts'

testMatrix('steps', 1_200)
