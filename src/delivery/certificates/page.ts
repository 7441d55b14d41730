import { createHash } from 'node:crypto'
import { beijingTime } from '../../domain/beijing-time.ts'
import { verificationWords, type Verification } from '../../domain/results/certificates.ts'
import type { Words } from '../../domain/words.ts'
import type { CertificateAnswer } from './show.ts'

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --faint: #59636e; --paper: #fffdf7; --line: #e4dcc8; --tone: #59636e; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #ececec; --faint: #a5adb6; --paper: #1b1a18; --line: #3a362e; } }
* { box-sizing: border-box; }
body { font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0; padding: 1.5rem 1rem; background: var(--paper); color: var(--ink); }
main { max-width: 34rem; margin: 0 auto; }
h1 { font-size: 1rem; font-weight: 500; color: var(--faint); }
.state { padding: 1rem 1.2rem; border-left: .4rem solid var(--tone); background: color-mix(in srgb, var(--tone) 10%, transparent); }
.state b { display: block; font-size: 1.5rem; line-height: 1.3; color: var(--tone); }
.valid { --tone: #14783c; } .revoked { --tone: #b3261e; } .replaced { --tone: #965400; }
@media screen and (prefers-color-scheme: dark) { .valid { --tone: #7cd892; } .revoked { --tone: #ff9d94; } .replaced { --tone: #ffbe6e; } }
dl { margin: 1.2rem 0; } dl div { padding: .55rem 0; border-bottom: 1px solid var(--line); }
dt { font-size: .85rem; color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; } body { background: none; } }
.en { color: var(--faint); font-size: .9rem; } code { font-size: .85rem; } a { color: inherit; }`

/** Only its own style, by its hash; nothing else is loaded or run. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The page behind a certificate's QR code. `found` null: nothing is known under the number. */
export function certificatePage(
  given: string,
  found: CertificateAnswer | null,
  words: Words = verificationWords[found?.state ?? 'unknown'],
): string {
  const state: Verification = found?.state ?? 'unknown'
  const rows: [string, string, string][] = found
    ? [
        ['姓名', 'Name', escaped(found.name)],
        ['作品', 'Work', `《${escaped(found.work)}》<br><code>${escaped(found.entry)}</code>`],
        [
          '奖项',
          'Award',
          `${escaped(found.level.zh)} <span class="en" lang="en">${escaped(found.level.en)}</span>`,
        ],
        ['子项目', 'Track', escaped(found.track)],
        ['活动', 'Campaign', escaped(found.campaign)],
        ['日期', 'Date', escaped(found.day)],
        ...(found.revokedAt
          ? ([
              ['作废时间', 'Revoked', `${beijingTime(found.revokedAt)}（北京时间 Beijing time）`],
            ] as [string, string, string][])
          : []),
        ...(found.reason
          ? ([
              [
                '原因',
                'Reason',
                `${escaped(found.reason.zh)} <span class="en" lang="en">${escaped(found.reason.en)}</span>`,
              ],
            ] as [string, string, string][])
          : []),
        ...(found.replacedBy
          ? ([
              [
                '新证书编号',
                'Replaced by',
                `<a href="/v1/certificates/${escaped(found.replacedBy)}">${escaped(found.replacedBy)}</a>`,
              ],
            ] as [string, string, string][])
          : []),
        [
          '评选结果',
          'Result',
          `<a href="/v1/results/${escaped(found.list.result)}/versions/${found.list.version}">第 ${found.list.version} 版名单 <span lang="en">List, version ${found.list.version}</span></a><br><code>SHA-256 ${escaped(found.list.sha256)}</code>`,
        ],
      ]
    : []
  const list = rows.map(
    ([zh, en, value]) => `<div><dt>${zh} <span lang="en">${en}</span></dt><dd>${value}</dd></div>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>证书验证 / Certificate</title><style>${style}</style></head>
<body>
<main>
<h1>证书验证 <span lang="en">Certificate</span> <code>${escaped(found?.number ?? given.slice(0, 60))}</code></h1>
<div class="state ${state}"><b>${escaped(words.zh)}</b><span class="en" lang="en">${escaped(words.en)}</span></div>
${list.length > 0 ? `<dl>\n${list.join('\n')}\n</dl>` : ''}
</main>
</body>
</html>
`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
