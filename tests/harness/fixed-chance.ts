import fc from 'fast-check'
import { fuzzSeed } from './fuzz-seed.ts'

// Every property starts from the same seed, and says it when it fails: a change is refused for what it
// breaks, never for what chance happens to find in code that it does not touch.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: fuzzSeed() })
