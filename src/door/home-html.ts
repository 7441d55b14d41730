import { homeCss } from './home-css.ts'

type Door = { zh: string; en: string; says: string; saysEn: string; href?: string; sample?: string }

const doors: Door[] = [
  {
    href: '/admin',
    zh: '管理后台',
    en: 'Admin',
    says: '报送、初审、复审、终审，以及活动、项目与单位的管理。',
    saysEn: 'Entering works, the three reviews, and the set-up of the campaign.',
  },
  {
    href: '/v1/docs',
    zh: '公众接口 /v1',
    en: 'Public API',
    says: '面向 App、公众号与 H5：作品展示、检索与统计，REST 与 GraphQL。',
    saysEn: 'Showing and finding works, for the App and H5: REST and GraphQL.',
    sample: 'GET /v1/entries?kind=photos&limit=20\nGET /v1/openapi.json',
  },
  {
    href: '/api/articles',
    zh: '内容接口 REST',
    en: 'Content API',
    says: '已发布的作品与活动信息，匿名可读。',
    saysEn: 'Published works and news, readable by anyone.',
    sample: 'GET /api/articles\nGET /api/videos?limit=20&sort=-publishedAt',
  },
  {
    zh: '内容接口 GraphQL',
    en: 'Content API',
    says: '同样的内容，按需取字段。',
    saysEn: 'The same content, only the fields you name.',
    sample: 'POST /api/graphql\n{ "query": "{ Articles { docs { title } } }" }',
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
<style nonce="${nonce}">${homeCss}</style>
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

function doorHtml({ href, zh, en, says, saysEn, sample }: Door): string {
  const inside = `<h2>${zh} <small lang="en">${en}</small></h2>
<p>${says}</p>
<p class="en" lang="en">${saysEn}</p>${sample ? `\n<pre><code>${escaped(sample)}</code></pre>` : ''}`
  return href ? `<a class="door" href="${href}">${inside}</a>` : `<div class="door">${inside}</div>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
