/** What an answer of WeChat to a code means for whoever came with the code. */
export type WeChatAnswer =
  | { ok: true; openid: string; unionid: string | undefined; accessToken: string; scope: string }
  | { ok: false; why: 'code' | 'snapshot' | 'unavailable'; errcode: number | undefined }

// 40029 invalid code, 40163 code been used, 42003 code expired, 41008 code missing
// (developers.weixin.qq.com, 全局返回码). All else is between us and WeChat.
const badCodes = [40029, 40163, 42003, 41008]

/** Reads what `sns/oauth2/access_token` answered; whatever is no answer of its kind is none at all. */
export function readWeChatAnswer(answer: unknown): WeChatAnswer {
  const unavailable = (errcode?: number): WeChatAnswer => ({
    ok: false,
    why: 'unavailable',
    errcode,
  })
  if (typeof answer !== 'object' || answer === null) return unavailable()
  const { errcode, openid, unionid, is_snapshotuser, access_token, scope } = answer as Record<
    string,
    unknown
  >
  if (typeof errcode === 'number' && errcode !== 0) {
    return badCodes.includes(errcode) ? { ok: false, why: 'code', errcode } : unavailable(errcode)
  }
  if (typeof openid !== 'string' || openid === '' || openid.length > 200) return unavailable()
  // The snapshot page shows a made-up person, another one each time.
  if (Number(is_snapshotuser) === 1) return { ok: false, why: 'snapshot', errcode: undefined }
  return {
    ok: true,
    openid,
    unionid: typeof unionid === 'string' && unionid !== '' ? unionid : undefined,
    accessToken: typeof access_token === 'string' ? access_token : '',
    scope: typeof scope === 'string' ? scope : '',
  }
}
