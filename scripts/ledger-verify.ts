/**
 * `npm run ledger:verify -- FILE [--key KEY] [--heads FILE] [--receipt FILE]` recomputes a ledger file
 * (`npm run ledger:export`, .gz or not) without a database: tree, chain, signatures, totals. Names what is
 * wrong and ends with 1 when anything is. With `--receipt` alone it checks a receipt by itself.
 *
 *   --key      a public key that is trusted: its 32 bytes in base64, a JWK, or a file with one, or with the
 *              answer of /v1/votes/keys; may be given more than once. Without it: the keys that the file names.
 *   --heads    a file with heads that were kept elsewhere (an answer of /v1/votes/heads)
 *   --receipt  a file with the answer of /v1/votes/receipts/{receipt}
 */
import { verify } from './ledger/verify.ts'

process.exitCode = await verify(process.argv.slice(2))
