type Told = {
  url: string
  seconds: number
  firstAccount: { email: string; password: string } | undefined
}

/** What the terminal shows once the product answers; the first account's password is shown here only. */
export function banner({ url, seconds, firstAccount }: Told): string {
  const lines = [
    '',
    `  网聚职工正能量 争做中国好网民 —— 已就绪，用时 ${seconds.toFixed(1)} 秒  Ready in ${seconds.toFixed(1)} s`,
    '',
    `  首页 Home           ${url}/`,
    `  管理后台 Admin      ${url}/admin`,
    `  员工接口 Staff API  ${url}/api  ${url}/api/graphql`,
    `  公众接口 Public API ${url}/v1`,
  ]
  if (firstAccount) {
    lines.push(
      '',
      '  首个账号（仅显示这一次，请立即登录并修改密码）',
      '  The first account, shown this once: log in and change the password',
      `    ${firstAccount.email}`,
      `    ${firstAccount.password}`,
    )
  }
  return `${lines.join('\n')}\n\n  按 Ctrl-C 停止  Ctrl-C stops\n`
}
