import { words } from '../../../domain/words.ts'

/** What the screen of a client's keys says. */
export const keyTexts = {
  title: words('密钥', 'Keys'),
  hint: words(
    '接入方用密钥签发参与者令牌。更换时可以同时有两把有效的密钥：先添加新的，接入方换用后再停用旧的。',
    'The client signs its people’s tokens with a key. Two may be valid while one takes over: add the new one, then revoke the old.',
  ),
  saveFirst: words('保存接入方后，即可添加密钥。', 'Save the client, then add its keys.'),
  none: words('还没有密钥。', 'There are no keys yet.'),
  notLoaded: words('没有读到密钥，请重试', 'The keys could not be read; try again'),
  kid: words('kid', 'kid'),
  algorithm: words('算法', 'Algorithm'),
  state: words('状态', 'State'),
  until: words('有效期至 {{at}}', 'until {{at}}'),
  made: words('{{at}} {{by}} 添加', 'Added {{at}} by {{by}}'),
  revoked: words('{{at}} {{by}} 停用', 'Revoked {{at}} by {{by}}'),
  used: words('最近使用 {{at}}', 'Last used {{at}}'),
  unused: words('未使用过', 'Never used'),
  makeSecret: words('生成共享密钥（HS256）', 'Make a shared secret (HS256)'),
  addPublic: words('添加公钥', 'Add a public key'),
  revoke: words('停用', 'Revoke'),
  revokeTitle: words('停用密钥', 'Revoke the key'),
  revokeNote: words(
    '停用 {{kid}} 后，用它签发的令牌立即无效，且不能恢复。',
    'Tokens signed with {{kid}} are refused at once, and it cannot be undone.',
  ),
  secretTitle: words('共享密钥', 'The shared secret'),
  secretNote: words(
    '只显示这一次。请复制并安全地交给接入方；关闭后无法再看到。',
    'Shown this once. Copy it and hand it over safely; it cannot be seen again.',
  ),
  secret: words('密钥', 'Secret'),
  copy: words('复制', 'Copy'),
  copied: words('已复制', 'Copied'),
  publicTitle: words('添加公钥', 'Add a public key'),
  publicNote: words(
    '粘贴 PEM（BEGIN PUBLIC KEY）、JWK 或 JWKS。支持 Ed25519、P-256、RSA（2048 位以上）。请勿粘贴私钥。',
    'Paste a PEM (BEGIN PUBLIC KEY), a JWK or a JWKS: Ed25519, P-256, or RSA of 2048 bits and more. Never a private key.',
  ),
  publicKey: words('公钥', 'Public key'),
  add: words('添加', 'Add'),
  cancel: words('取消', 'Cancel'),
  close: words('关闭', 'Close'),
  noAnswer: words('服务器没有应答，请稍后再试', 'The server did not answer; try again'),
} as const

export type KeyText = keyof typeof keyTexts
