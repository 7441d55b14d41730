import { words, type Words } from './words.ts'

/** What is done in the background, as people call it; every kind that a worker knows stands here. */
export const jobKindWords: Record<string, Words> = {
  process: words('处理文件', 'Making a file ready'),
  examine: words('检查上传的文件', 'Looking at an upload'),
  'remove-files': words('删除不再使用的文件', 'Removing files'),
  likeness: words('查重', 'Comparing works'),
  safety: words('内容检查', 'Content check'),
  'safety-lists': words('按新词表重新检查', 'Checking works by the new word list'),
  'safety-outside': words('外部内容检测', 'Outside content check'),
  addresses: words('检查网址', 'Looking at addresses'),
  'sweep-uploads': words('清理中断的上传', 'Sweeping up uploads'),
  'sweep-bucket': words('清理存储桶', 'Sweeping the bucket'),
  'clean-jobs': words('清理任务记录', 'Clearing old jobs'),
  'used-tokens': words('清理过期令牌', 'Forgetting used tokens'),
  'objection-filed': words('通知新的异议', 'Telling of a new objection'),
  'remind-objections': words('提醒异议处理期限', 'Reminding of objections that are due'),
  'announce-results': words('通知结果公示', 'Telling of results on notice'),
  certificates: words('制作证书', 'Making certificates'),
  'remind-judges': words('提醒评委', 'Reminding late judges'),
  'tidy-notices': words('清理通知', 'Clearing old notices'),
  retention: words('按期清除个人信息', 'Clearing personal data in time'),
}
