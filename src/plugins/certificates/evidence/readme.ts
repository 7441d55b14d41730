/** What the verifier of a pack reads first. */
export const readme = `# 评选证据包 · The evidence behind a result

本包含一份评选结果的全部依据，不需数据库即可复算。This pack holds what a result was made of; it is checked without a database.

## 如何核验 · How to check it

    npm run evidence:verify -- evidence.zip --key <公钥 / public key> [--ledger ledger.jsonl.gz]

公钥见 /v1/results/keys（可重复 --key）；不给公钥时使用包内 keys.json，只能说明各部分互相一致。
Keys are served at /v1/results/keys and /v1/votes/keys. Without \`--key\` those in the pack are taken: then signatures only
show that its parts belong together.

核验内容 · What is checked:

1. manifest.json 列出每个文件的 SHA-256，manifest.sig.json 是对它的 Ed25519 签名。Every file by its SHA-256, and the manifest by its signature.
2. rankings/：由评分、规则和种子重新计算排名（docs/counting.md）。Rankings are counted again from marks, rules and seed.
3. lists/：每一版名单为规范 JSON，写明所更正版本的哈希，逐版签名；奖项由排名与成立的异议得出。Each version is canonical JSON, names the one before, is signed, and follows from the ranking and the rulings.
   objections.json：确认时已成立的异议必须体现在该版本中；最终确定时不得有未处理的异议。What was upheld is applied; nothing is left open when a list becomes final.
4. judging/：评委代号、分配、回避；没有分配或已回避的评分会被指出。Marks that nobody assigned, or of a judge who recused, are named.
5. votes.json：排名所采用的每次计票：得票、按类别作废、账本头及其签名；给出导出的账本（--ledger）时由选票重新计数。Every count that a ranking takes in: totals, voids by class, the ledger's head and its signature; counted again from the exported ledger where it is given.
6. certificates.json：每张证书对应最终名单中的一行。Every certificate is a row of a final list.

## 不含什么 · What is not in it

评委姓名、异议人姓名与异议原文、投票人、联系方式。异议原文以 SHA-256 代表。
Names of judges, who objected and in which words (a SHA-256 stands for them), voters, contact details.
`
