type Door = { href: string; zh: string; en: string; says: string; saysEn: string }

const doors: Door[] = [
  {
    href: '/admin',
    zh: '管理后台',
    en: 'Admin',
    says: '报送、初审、复审、终审，以及活动、项目与单位的管理。',
    saysEn: 'Entering works, the three reviews, and the campaign’s own set-up.',
  },
  {
    href: '/api/articles',
    zh: '内容接口 REST',
    en: 'Content API (REST)',
    says: '已发布的作品与活动信息，匿名可读：/api/videos、/api/photos、/api/articles……',
    saysEn: 'Published works and news, readable by anyone, as JSON.',
  },
  {
    href: '/api/graphql',
    zh: '内容接口 GraphQL',
    en: 'Content API (GraphQL)',
    says: '同样的内容，按需取字段：向此地址 POST JSON。',
    saysEn: 'The same content, only the fields you name: POST JSON here.',
  },
  {
    href: '/v1/docs',
    zh: '公众接口 /v1',
    en: 'Public API (/v1)',
    says: '面向 App、公众号与 H5 的展示与投票接口，随后续版本开放。',
    saysEn: 'Showing works and voting, for the App and H5; opens with a later release.',
  },
]

/** The page at `/`: no script, nothing from outside, one style sheet under the nonce. */
export function homeHtml(nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>网聚职工正能量 争做中国好网民</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${css}</style>
</head>
<body>
<header>
<p class="host">江苏省总工会 · 中共江苏省委网络安全和信息化委员会办公室</p>
<h1><span>网聚职工正能量</span> <span>争做中国好网民</span></h1>
<p class="lead">主题活动作品征集、审核与展示系统</p>
<p class="lead en" lang="en">The system behind the campaign: works come in, three reviews let them through, people see them.</p>
</header>
<main>
${doors.map(doorHtml).join('\n')}
</main>
<footer>
<p>运行状态 <a href="/healthz">healthz</a> · <a href="/readyz">readyz</a></p>
</footer>
</body>
</html>
`
}

function doorHtml({ href, zh, en, says, saysEn }: Door): string {
  return `<a class="door" href="${href}">
<h2>${zh} <small lang="en">${en}</small></h2>
<p>${says}</p>
<p class="en" lang="en">${saysEn}</p>
</a>`
}

const css = `
:root{color-scheme:light dark;--ink:#23211f;--soft:#6a645e;--paper:#faf7f2;--card:#fff;--line:#e6dfd5;--red:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#f1ece5;--soft:#b3aaa0;--paper:#191716;--card:#232020;--line:#3a3532;--red:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:clamp(2.5rem,9vw,5.5rem);padding-bottom:2rem}
.host{margin:0;color:var(--soft);font-size:.9rem}
h1{margin:.5rem 0 1rem;font-size:clamp(1.75rem,6.4vw,3rem);line-height:1.25;letter-spacing:.02em;border-left:.35rem solid var(--red);padding-left:1rem}
h1 span{display:inline-block}
.lead{margin:0;font-size:1.1rem}
.en{color:var(--soft);font-size:.92rem}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:1rem}
.door{display:block;padding:1.1rem 1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem;color:inherit;text-decoration:none}
.door:hover,.door:focus-visible{border-color:var(--red);outline:2px solid var(--red);outline-offset:-1px}
.door h2{margin:0 0 .35rem;font-size:1.15rem;color:var(--red)}
.door small{color:var(--soft);font-weight:400;font-size:.85rem;margin-left:.3rem}
.door p{margin:.2rem 0 0;overflow-wrap:anywhere}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.85rem}
footer a{color:inherit}
`
