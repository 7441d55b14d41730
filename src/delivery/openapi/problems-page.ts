import { createHash } from 'node:crypto'
import { problemCodes } from '../problem-codes.ts'

const style = `
body { font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } code { background: #f0f1f3; padding: .1em .4em; border-radius: 4px; }
h2:target { background: #fff4d6; } p { margin: .3rem 0; } .en { color: #59636e; }`

/** Only its own style, by its hash; nothing else is loaded or run. */
export const problemsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** `/v1/docs/problems`: every code, to which `type` of a problem leads. */
export function problemsPage(): string {
  const sections = Object.entries(problemCodes).map(
    ([code, { status, title }]) => `
<h2 id="${code}"><code>${code}</code> · ${status}</h2>
<p>${title.zh}</p>
<p class="en" lang="en">${title.en}</p>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>错误代码 / Problems</title><style>${style}</style></head>
<body>
<h1>错误代码 / Problems</h1>
<p>错误一律以 <code>application/problem+json</code>（RFC 9457）应答。程序请看 <code>code</code>，它不会变；<code>detail</code> 与 <code>findings</code> 说明具体哪里不对。</p>
<p class="en" lang="en">Programs read <code>code</code>, which is stable; <code>detail</code> and <code>findings</code> say what exactly is wrong.</p>
${sections.join('\n')}
<p><a href="/v1/docs">接口说明 / The API</a></p>
</body>
</html>
`
}
