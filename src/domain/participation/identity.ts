/** Who says so: a client of its own people, WeChat of an app’s, WeChat of all apps’, the union. */
export type IdentityKind = 'client' | 'wechat' | 'unionid' | 'member'

/** A person as one of these names one; the name itself is never stored. */
export type Identity = { kind: IdentityKind; issuer: string; subject: string }

// All clients and apps stand under one WeChat open platform, and there is one register of members.
const everywhere = 'campaign'

/** The identities that a client's token names: its own person, and who that is elsewhere. */
export function identitiesOf(
  clientId: string,
  { sub, unionid, memberId }: { sub: string; unionid?: string; memberId?: string },
): Identity[] {
  return [
    { kind: 'client', issuer: clientId, subject: sub },
    ...(unionid ? [unionIdentity(unionid)] : []),
    ...(memberId ? [{ kind: 'member', issuer: everywhere, subject: memberId } as const] : []),
  ]
}

/** The identities that WeChat names: the person in one app, and over all of them where it says so. */
export function wechatIdentities(appId: string, openid: string, unionid?: string): Identity[] {
  return [
    { kind: 'wechat', issuer: appId, subject: openid },
    ...(unionid ? [unionIdentity(unionid)] : []),
  ]
}

/** One text for one identity, for hashing: parts cannot run into each other. */
export function identityText({ kind, issuer, subject }: Identity): string {
  return JSON.stringify([kind, issuer, subject])
}

function unionIdentity(unionid: string): Identity {
  return { kind: 'unionid', issuer: everywhere, subject: unionid }
}
