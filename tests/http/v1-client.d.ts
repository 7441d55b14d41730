/* eslint-disable @typescript-eslint/consistent-type-definitions */
// Written by npm run generate from docs/openapi.json.

export type paths = {
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 以接入方签发的令牌（或微信登录码）换取会话 / Exchange a client’s token for a session */
        post: operations["openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 以微信登录：转往微信静默授权 / Sign in by WeChat: sends the browser there */
        get: operations["signInByWeChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/wechat/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 微信转回本站 / Where WeChat sends the browser back to */
        get: operations["comeBackFromWeChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的作品，新的在前 / One’s own works, newest first */
        get: operations["listOwnEntries"];
        put?: never;
        /** 新建草稿 / Begin a draft */
        post: operations["createOwnEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的一件作品：状态、检查结果、可做的事 / One of them: state, findings, what may be done */
        get: operations["getOwnEntry"];
        put?: never;
        post?: never;
        /** 删除从未报送的草稿 / Delete a draft that was never sent in */
        delete: operations["deleteOwnEntry"];
        options?: never;
        head?: never;
        /** 保存修改（只写给出的字段） / Save changes: only the fields that are given */
        patch: operations["changeOwnEntry"];
        trace?: never;
    };
    "/v1/me/entries/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送 / Send in */
        post: operations["submitOwnEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/entries/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 / Withdraw */
        post: operations["withdrawOwnEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/entries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回后重新编辑 / Make a withdrawn work a draft again */
        post: operations["reopenOwnEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可选的报送单位：逐级或按名称 / Units to choose: level by level, or by name */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始上传一个文件（tus 1.0） / Begin to upload a file (tus 1.0)
         * @description Upload-Metadata 须含 filename，最好有 filetype；建议每块 0.5–1 MB。/ Upload-Metadata names filename, better filetype, too; chunks of 0.5 to 1 MB are best.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上传与处理的进展 / How far an upload is */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /** 取消上传 / Call an upload off */
        delete: operations["deleteUpload"];
        options?: never;
        head?: never;
        /** 续传一块 / Go on with the next chunk */
        patch: operations["patchUpload"];
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的情况 / Who I am */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /** 注销：删除身份与草稿，撤回审核中的作品 / Leave: identity and drafts are deleted, works under review withdrawn */
        delete: operations["eraseMe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载本人的全部数据（zip：JSON 与文件） / All that is kept of me, as a zip */
        get: operations["getMyData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人作品获得的证书 / Certificates of my works */
        get: operations["listMyCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载证书（PDF） / The certificate as a PDF */
        get: operations["getMyCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示期内实名提出异议（可带 Idempotency-Key） / Object to a list on notice, by real name */
        post: operations["objectToResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人提出的异议及处理情况 / My objections, and what became of them */
        get: operations["listOwnObjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/objections/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人提出的一件异议 / One objection of mine */
        get: operations["getOwnObjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/objections/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回尚未处理完的异议 / Take back an objection that is not ruled on */
        post: operations["withdrawOwnObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 网络投票列表 / Votes of the public */
        get: operations["listVoteRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/rounds/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一轮投票：规则、时间、票数何时公布 / One vote: its rules, when, and what is shown */
        get: operations["getVoteRound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/rounds/{slug}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 候选作品：带令牌时为本人固定的随机顺序，或由 seed 决定 / The works that stand, in the voter’s own order or a seed’s */
        get: operations["listCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账本的封存记录 / The sealed heads of the ledger */
        get: operations["listLedgerHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 验证封存签名的公钥（JWK Set） / The public keys under which heads are signed */
        get: operations["listLedgerKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次封存是另一次的开头的证明（RFC 9162） / The proof that one head is the beginning of a later one */
        get: operations["getLedgerConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 投票：整张选票一并计入，或一票都不计 / Vote: all of the ballot or none of it */
        post: operations["castVotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的投票：还剩几票、今天投了什么 / My votes: what is left, and what I cast */
        get: operations["listOwnVotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/votes/receipts/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 凭回执查询选票，附账本中的证明 / What a receipt stands for, with its proof in the ledger */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 作品列表 / Published entries */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/{publicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件作品 / One entry in full */
        get: operations["getEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 图片、视频、音频 / A picture, video or sound */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动列表，含当前阶段 / Campaigns, with the phase that is on */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个活动 / One campaign */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 子项目列表 / Tracks */
        get: operations["listTracks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个子项目及其征集要求 / One track with its call */
        get: operations["getTrack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动信息列表 / Articles */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一篇活动信息 / One article */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 评选结果列表；公示之前为空 / Results; empty until one is on notice */
        get: operations["listResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 验证评选结果签名的公钥（JWK Set） / The public keys under which results are signed */
        get: operations["listResultKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份评选结果：冻结的名单、签名、公示期与异议情况 / One result: the frozen list, its signature, notice and objections */
        get: operations["getResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本冻结的全文，逐字节 / The frozen text of one version, byte by byte: what its SHA-256 is of */
        get: operations["getFrozenResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 验证一张证书；浏览器得到网页 / Verify a certificate; browsers get a page */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已展示作品的件数 / How many works are shown */
        get: operations["getStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/graphql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GraphQL 查询（GET，可缓存） / A GraphQL query by GET, which can be cached
         * @description 错误一律以 problem+json 应答；`data` 中不会有部分结果 / Errors are problem+json; there are no partial results
         */
        get: operations["getGraphql"];
        put?: never;
        /**
         * GraphQL 查询（POST） / A GraphQL query by POST
         * @description 错误一律以 problem+json 应答；`data` 中不会有部分结果 / Errors are problem+json; there are no partial results
         */
        post: operations["postGraphql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本说明（OpenAPI 3.1） / This description */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        /**
         * @description 错误（RFC 9457） / A problem
         * @example {
         *       "type": "/v1/docs/problems#invalid-parameter",
         *       "title": "参数不正确",
         *       "status": 400,
         *       "detail": "参数 limit：不能大于 100 / limit: must be at most 100",
         *       "code": "invalid-parameter",
         *       "instance": "/v1/entries",
         *       "findings": [
         *         {
         *           "path": "limit",
         *           "message": "不能大于 100 / must be at most 100"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /** @description 说明文档的地址 / Where the problem is explained */
            type: string;
            title: string;
            status: number;
            /** @description 中文 / English */
            detail: string;
            /** @enum {string} */
            code: "bad-request" | "invalid-parameter" | "unknown-parameter" | "bad-cursor" | "content-type" | "bad-query" | "query-too-large" | "unknown-query" | "not-signed-in" | "token-invalid" | "participant-blocked" | "scope-missing" | "not-found" | "method-not-allowed" | "bad-text" | "bad-value" | "wrong-type" | "unknown-field" | "bad-phone" | "wrong-track" | "no-unit" | "not-yours" | "not-allowed" | "wrong-status" | "stale-status" | "window-closed" | "place-fixed" | "not-eligible" | "quota-exceeded" | "person-limit" | "too-many-drafts" | "too-many-entries" | "busy" | "conflict" | "request-in-flight" | "changed-meanwhile" | "rules-not-met" | "consent-missing" | "too-young" | "file-not-available" | "file-not-ready" | "refused" | "idempotency-key-reused" | "vote-window-not-open" | "vote-window-closed" | "vote-round-paused" | "voter-not-member" | "voter-too-new" | "ballot-duplicate" | "ballot-size" | "vote-entry-not-candidate" | "vote-entry-quota-exceeded" | "vote-quota-exceeded" | "vote-challenge-required" | "notice-not-open" | "notice-closed" | "objector-not-entitled" | "objector-not-named" | "entry-not-listed" | "own-entry" | "objection-twice" | "ground-missing" | "ground-too-long" | "ground-unfit" | "evidence-missing" | "wrong-state" | "too-large" | "range-not-satisfiable" | "too-many-requests" | "tus-version" | "upload-empty" | "upload-type" | "upload-quota" | "upload-offset" | "upload-finished" | "upload-expired" | "upload-busy" | "upload-checksum" | "storage-full" | "failed" | "unavailable" | "wechat-unavailable" | "overloaded";
            /** @description 请求的地址 / The address that was asked */
            instance: string;
            findings?: {
                /** @description 字段 / The field */
                path: string;
                message: string;
                /** @description 要求的代码 / The rule */
                rule?: string;
                /**
                 * @description `blocking` 须改正；`warning` 仅提醒 / Whether it stops the step
                 * @enum {string}
                 */
                severity?: "blocking" | "warning";
                /** @description 英文 / In English */
                messageEn?: string;
                /** @description 现值 / As it is */
                actual?: number | string;
                /** @description 限值 / As it may be */
                limit?: number | string;
            }[];
            /**
             * VotesLeft
             * @description 选票被拒绝时还剩什么 / What the voter still has, when a ballot was refused
             */
            left?: {
                /**
                 * @description 本周期还剩几票；空为不限 / Votes left; null: no such limit
                 * @example 2
                 */
                remaining: number | null;
                /**
                 * Format: date-time
                 * @description 何时恢复；空为不再恢复 / When a used one comes back; null: never
                 * @example 2022-06-06T16:00:00.000Z
                 */
                resetsAt: string | null;
                /** @description 有问题的作品 / The works at fault */
                entries: {
                    /**
                     * @description 作品编号 / The work
                     * @example 2022-PHO-000123
                     */
                    entry: string;
                    /**
                     * @description 上限；空为与次数无关 / The limit; null: no matter of numbers
                     * @example 1
                     */
                    limit: number | null;
                    /**
                     * @description 还能投几票 / Votes left for it
                     * @example 0
                     */
                    left: number | null;
                }[];
            };
            /**
             * Format: date-time
             * @description 何时起可以再投，已知时给出 / When the same may be tried again, where known
             * @example 2022-06-06T16:00:00.000Z
             */
            from?: string;
            /**
             * Challenge
             * @description 求整数 n（0 至 maxnumber），使 SHA-256(salt + n) 的十六进制等于 challenge；结果随下次请求放入 X-Vote-Proof / Find a whole number n from 0 to maxnumber with hex SHA-256(salt + n) = challenge
             */
            challenge?: {
                /**
                 * @description 算法 / Algorithm
                 * @example SHA-256
                 */
                algorithm: string;
                /** @description 目标值（十六进制） / What the hash has to be, in hex */
                challenge: string;
                /**
                 * @description n 的上限 / n is at most this
                 * @example 50000
                 */
                maxnumber: number;
                /** @description 盐，含到期时间 / The salt; says when it runs out */
                salt: string;
                /** @description 服务端签名，原样带回 / Ours; given back as it is */
                signature: string;
            };
        };
        /** @description 一张图片 / A picture */
        Picture: {
            /**
             * @description 相对地址 / Relative address
             * @example /v1/media/4f0c-800.webp
             */
            url: string;
            /** @description 宽（像素） / Width in pixels */
            width: number;
            /** @description 高（像素） / Height in pixels */
            height: number;
            /**
             * @description 加载前的模糊占位图（BlurHash） / A blurred stand-in until it is loaded (BlurHash)
             * @example LEHV6nWB2yk8pyo0adR*.7kCMdnj
             */
            blurhash: string | null;
        };
        /** @description 作品（列表） / An entry as lists show it */
        EntryCard: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
        };
        /** @description 视频或音频的一种播放格式 / A film or sound in one of its forms */
        Rendition: {
            /**
             * @description 名称 / Name
             * @example 720p
             * @example 1080p
             * @example audio
             */
            name: string;
            /** @description 相对地址 / Relative address */
            url: string;
            /** @description 文件类型 / MIME type */
            mimeType: string;
            /** @description 宽（像素） / Width in pixels */
            width: number | null;
            /** @description 高（像素） / Height in pixels */
            height: number | null;
            /**
             * Format: int64
             * @description 字节数 / Bytes
             */
            bytes: number | null;
        };
        /** @description 作品的一个文件 / A file of an entry */
        Media: {
            /** @description 字段名 / The field that holds it */
            role: string;
            /**
             * MediaType
             * @enum {string}
             */
            type: "image" | "video" | "audio";
            /** @description 文件类型 / MIME type */
            mimeType: string;
            /**
             * @description 相对地址 / Relative address
             * @example /v1/media/4f0c-800.webp
             */
            url: string;
            /** @description 宽（像素） / Width in pixels */
            width: number | null;
            /** @description 高（像素） / Height in pixels */
            height: number | null;
            /**
             * Format: int64
             * @description 字节数 / Bytes
             */
            bytes: number | null;
            /** @description 替代文字 / Alternative text */
            alt: string | null;
            sizes: {
                wide: components["schemas"]["Picture"];
                card: components["schemas"]["Picture"];
                thumb: components["schemas"]["Picture"];
            } | null;
            /**
             * @description 图片加载前的模糊占位图（BlurHash） / A picture’s blurred stand-in until it is loaded (BlurHash)
             * @example LEHV6nWB2yk8pyo0adR*.7kCMdnj
             */
            blurhash: string | null;
            /**
             * @description 图片的主色 / A picture’s main colour
             * @example #b91c1c
             */
            colour: string | null;
            /**
             * @description 时长（秒） / Duration in seconds
             * @example 182.4
             */
            durationSeconds: number | null;
            /** @description 视频、音频的播放格式，小的在前；url 是其中第一个 / The forms of a film or sound, the smaller first, which is the one of `url` */
            renditions: components["schemas"]["Rendition"][];
            /** @description 视频的封面，或音频的波形图 / A film’s poster, or a sound’s waveform as a picture */
            poster: components["schemas"]["Picture"] | null;
            /** @description 音频的波形：200 个 0–100 的数 / A sound’s waveform: 200 values from 0 to 100 */
            waveform: number[] | null;
        };
        /** @description 正文 / The text */
        Body: {
            /** @description 可直接展示的 HTML / HTML, safe to show */
            html: string;
            /** @description 纯文本 / Plain text */
            text: string;
        };
        /** @description 维权服务案例 / Rights-service case（全文 / in full） */
        CaseEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "cases";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 背景与问题 / Situation */
            situation: string | null;
            /** @description 主要做法 / Practice */
            practice: string | null;
            /** @description 数字化特色 / Digital characteristics */
            digitalFeatures: string | null;
            /** @description 可核实的成效 / Verifiable results */
            results: string | null;
            /** @description 示范价值 / Demonstration value */
            demonstration: string | null;
        };
        /** @description 微视频 / Micro-video（全文 / in full） */
        VideoEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "videos";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 类型 / Type. `drama` 情景剧 / Drama；`documentary` 纪录片 / Documentary；`creative` 创意短片 / Creative short */
            subtype: ("drama" | "documentary" | "creative") | null;
            /** @description 时长（秒） / Duration in seconds */
            durationSeconds: number | null;
            /**
             * Format: date
             * @description 制作日期 / Made on
             * @example 2022-06-07
             */
            madeOn: string | null;
        };
        /** @description 摄影作品 / Photograph（全文 / in full） */
        PhotoEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "photos";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 类型 / Type. `single` 单幅 / Single picture；`series` 组照 / Series */
            subtype: ("single" | "series") | null;
            /**
             * Format: date
             * @description 拍摄日期 / Taken on
             * @example 2022-06-07
             */
            takenAt: string | null;
            /** @description 拍摄地点 / Place */
            place: string | null;
        };
        /** @description 诵读作品 / Recitation（全文 / in full） */
        RecitationEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "recitations";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 类型 / Type. `recite` 朗诵 / Recital；`tell` 讲述 / Telling；`speech` 演讲 / Speech */
            subtype: ("recite" | "tell" | "speech") | null;
            /** @description 时长（秒） / Duration in seconds */
            durationSeconds: number | null;
            /** @description 诵读篇目及作者 / The text and its author */
            textSource: string | null;
            /** @description 原创文稿全文 / Full text when original */
            originalText: string | null;
        };
        /** @description 网评作品 / Online commentary（全文 / in full） */
        CommentaryEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "commentaries";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 类型 / Type. `text` 文字 / Text；`comic` 漫画 / Comic；`audio` 音频 / Audio；`video` 视频 / Video；`h5` H5 / H5 */
            subtype: ("text" | "comic" | "audio" | "video" | "h5") | null;
            /** @description 时长（秒） / Duration in seconds */
            durationSeconds: number | null;
            /** @description H5 链接 / Address of the H5 */
            h5Url: string | null;
            /** @description H5 屏数 / Screens of the H5 */
            h5Screens: number | null;
            /** @description 发表链接 / Where it was published (address) */
            publishedUrl: string | null;
            /** @description 发表平台 / Where it was published (platform) */
            publishedPlatform: string | null;
            /**
             * Format: date
             * @description 发表日期 / When it was published
             * @example 2022-06-07
             */
            publishedOn: string | null;
        };
        /** @description 普惠服务平台 / Service platform（全文 / in full） */
        PlatformEntry: {
            /**
             * @description 编号 / Number
             * @example 2022-PHO-000123
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "platforms";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /** @description 简介 / Summary */
            summary: string | null;
            /**
             * @description 主题 / Theme
             * @example 劳动创造幸福
             */
            theme: string | null;
            /**
             * TrackName
             * @description 子项目 / The track
             */
            track: {
                /**
                 * @description 标识 / Slug
                 * @example photography
                 */
                slug: string;
                /**
                 * @description 名称 / Title
                 * @example 网络正能量摄影作品征集
                 */
                title: string;
            };
            /**
             * UnitName
             * @description 报送单位 / The unit that sent it in
             */
            unit: {
                /** @description 参数 unit 的值 / As the parameter `unit` takes it */
                id: number;
                /**
                 * @description 名称 / Name
                 * @example 无锡市总工会
                 */
                name: string;
            };
            /** @description 作者 / Authors */
            authors: {
                /** @description 姓名 / Name */
                name: string | null;
                /**
                 * @description 工作单位 / Workplace
                 * @example 某公司一号车间
                 */
                workplace: string | null;
            }[];
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /** @description 票数；未公开时为 null / Votes, once shown */
            votes: number | null;
            /** @description 奖项；未公布时为 null / The award, once announced */
            award: ({
                /** @description 奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it */
                level?: string;
                /** @description 奖项名称 / What people call it */
                title?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * Format: date-time
             * @description 发布时间 / When it was published
             */
            publishedAt: string;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
            /** @description 文件 / Files */
            media: components["schemas"]["Media"][];
            /** @description 类型 / Type. `wechat` 微信公众号 / WeChat official account；`miniprogram` 小程序 / Mini program；`app` App / App；`website` 网站 / Website */
            subtype: ("wechat" | "miniprogram" | "app" | "website") | null;
            /** @description 平台地址或账号 / Address or account */
            address: string | null;
            /** @description 运营单位 / Operator */
            operator: string | null;
            /**
             * Format: date
             * @description 上线日期 / Launched on
             * @example 2022-06-07
             */
            launchedOn: string | null;
            /** @description 服务内容 / Services */
            services: string[];
            /** @description 注册用户数 / Registered users */
            registeredUsers: number | null;
            /** @description 活跃用户数 / Active users */
            activeUsers: number | null;
            /** @description 时长（秒） / Duration in seconds */
            durationSeconds: number | null;
        };
        /** @description 作品（全文） / An entry in full, with the fields of its kind */
        Entry: components["schemas"]["CaseEntry"] | components["schemas"]["VideoEntry"] | components["schemas"]["PhotoEntry"] | components["schemas"]["RecitationEntry"] | components["schemas"]["CommentaryEntry"] | components["schemas"]["PlatformEntry"];
        /** @description 一页作品 / A page of entries */
        EntryList: {
            data: components["schemas"]["EntryCard"][];
            page: {
                /** @description 下一页的 cursor / The next page’s cursor */
                next: string | null;
                /** @description 随机顺序的种子 / The seed of the random order */
                seed?: string;
            };
        };
        /** @description 活动的一个阶段 / A phase of a campaign */
        Phase: {
            /**
             * PhaseKey
             * @description 阶段 / Phase. `collect` 报送 / Collecting；`judge` 评选 / Judging；`summary` 活动总结 / Summary
             * @enum {string}
             */
            key: "collect" | "judge" | "summary";
            /**
             * @description 阶段名称 / Its name
             * @example 活动启动推进
             */
            title: string | null;
            /**
             * Format: date-time
             * @description 开始（含）/ Begins (included)
             * @example 2022-06-06T16:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description 结束（不含）/ Ends (not included)
             * @example 2022-06-06T16:00:00.000Z
             */
            to: string;
            /** @description 工作内容 / What is done */
            does: string | null;
            /**
             * PhaseState
             * @description 以应答时刻计 / Seen from the moment of the answer. `past` 已结束；`now` 进行中；`future` 未开始
             * @enum {string}
             */
            state: "past" | "now" | "future";
        };
        /** @description 参加须知 / What participants agree to */
        Terms: {
            /**
             * @description 版本，同意时一并给出 / Version; given when one agrees
             * @example 2022-1
             */
            version: string;
            /** @description 全文 / The text */
            text: string | null;
        };
        /** @description 一年的活动 / One year’s campaign */
        Campaign: {
            /**
             * @description 标识 / Slug
             * @example 2022
             */
            slug: string;
            /**
             * @description 名称 / Title
             * @example 网聚职工正能量 争做中国好网民
             */
            title: string;
            /**
             * @description 年份 / Year
             * @example 2022
             */
            year: number;
            /**
             * Format: date
             * @description 通知日期 / Date of the notice
             * @example 2022-06-07
             */
            noticeDate: string | null;
            /** @description 主办单位 / Organisers */
            organisers: string[];
            /** @description 发布平台 / Platforms */
            platforms: string[];
            /** @description 平台用途 / Uses of the platforms */
            platformUses: string[];
            /** @description 阶段 / Phases */
            phases: components["schemas"]["Phase"][];
            terms: components["schemas"]["Terms"] | null;
            /** @description 应答时所处的阶段；空为不在任何阶段 / The phase that is on; null: none */
            phaseNow: ("collect" | "judge" | "summary") | null;
        };
        /** @description 活动列表，新的在前 / Campaigns, newest first */
        CampaignList: {
            data: components["schemas"]["Campaign"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 中英文各一 / A text in both languages */
        Words: {
            /** @description 中文 / Chinese */
            zh: string;
            /** @description 英文 / English */
            en: string;
        };
        /** @description 征集开始后要求的一次变更 / A change of the call after it opened */
        RuleChange: {
            /**
             * Format: date-time
             * @description 时间 / When
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
            /** @description 删去的要求 / Sentences that went */
            removed: components["schemas"]["Words"][];
            /** @description 新增的要求 / Sentences that came */
            added: components["schemas"]["Words"][];
        };
        /** @description 子项目某阶段的时间 / When a phase is on for a track */
        TrackWindow: {
            /**
             * PhaseKey
             * @description 阶段 / Phase. `collect` 报送 / Collecting；`judge` 评选 / Judging；`summary` 活动总结 / Summary
             * @enum {string}
             */
            key: "collect" | "judge" | "summary";
            /**
             * Format: date-time
             * @description 开始（含）/ Begins (included)
             * @example 2022-06-06T16:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description 结束（不含）/ Ends (not included)
             * @example 2022-06-06T16:00:00.000Z
             */
            to: string;
            /**
             * PhaseState
             * @description 以应答时刻计 / Seen from the moment of the answer. `past` 已结束；`now` 进行中；`future` 未开始
             * @enum {string}
             */
            state: "past" | "now" | "future";
        };
        /** @description 征集要求，逐句 / What is asked of entries, sentence by sentence */
        Call: {
            /** @description 中文 / Chinese */
            zh: string[];
            /** @description 英文 / English */
            en: string[];
        };
        /** @description 列表中的子项目 / A track in a list */
        TrackCard: {
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string;
            /**
             * @description 标识 / Slug
             * @example photography
             */
            slug: string;
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 名称 / Title
             * @example 网络正能量摄影作品征集
             */
            title: string;
            /** @description 副题 / Subtitle */
            subtitle: string | null;
            /** @description 说明 / Note */
            note: string | null;
            /**
             * TrackScope
             * @description 征集范围 / Open to. `province` 省内；`nationwide` 全国
             * @enum {string}
             */
            scope: "province" | "nationwide";
            /**
             * @description 职工个人每人限报件数；空为不限 / How many a participant may send in; null: no limit
             * @example 3
             */
            perPersonLimit: number | null;
            /** @description 主题 / Themes */
            themes: string[];
            /**
             * @description 承办单位 / Host
             * @example 南通市总工会
             */
            host: string;
            /** @description 协办单位 / Co-hosts */
            coHosts: string[];
            /** @description 各阶段的时间，未单独设定的随活动 / When each phase is on; the campaign’s where it has no own */
            windows: components["schemas"]["TrackWindow"][];
            /** @description 此刻是否接受报送 / Whether entries are taken at this moment */
            openNow: boolean;
        };
        /** @description 子项目及其征集要求 / A track with its call */
        Track: {
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string;
            /**
             * @description 标识 / Slug
             * @example photography
             */
            slug: string;
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 名称 / Title
             * @example 网络正能量摄影作品征集
             */
            title: string;
            /** @description 副题 / Subtitle */
            subtitle: string | null;
            /** @description 说明 / Note */
            note: string | null;
            /**
             * TrackScope
             * @description 征集范围 / Open to. `province` 省内；`nationwide` 全国
             * @enum {string}
             */
            scope: "province" | "nationwide";
            /**
             * @description 职工个人每人限报件数；空为不限 / How many a participant may send in; null: no limit
             * @example 3
             */
            perPersonLimit: number | null;
            /** @description 主题 / Themes */
            themes: string[];
            /**
             * @description 承办单位 / Host
             * @example 南通市总工会
             */
            host: string;
            /** @description 协办单位 / Co-hosts */
            coHosts: string[];
            /** @description 各阶段的时间，未单独设定的随活动 / When each phase is on; the campaign’s where it has no own */
            windows: components["schemas"]["TrackWindow"][];
            /** @description 此刻是否接受报送 / Whether entries are taken at this moment */
            openNow: boolean;
            call: components["schemas"]["Call"];
            /** @description 征集开始后的要求变更，早的在前 / Changes of the call after it opened, the oldest first */
            changes: components["schemas"]["RuleChange"][];
        };
        /** @description 子项目列表 / Tracks */
        TrackList: {
            data: components["schemas"]["TrackCard"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 列表中的活动信息 / An article in a list */
        ArticleCard: {
            /**
             * @description 标识 / Slug
             * @example launch
             */
            slug: string;
            /**
             * @description 标题 / Title
             * @example 活动启动
             */
            title: string;
            /** @description 摘要 / Summary */
            summary: string | null;
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /**
             * Format: date
             * @description 发布日期 / Published on
             * @example 2022-06-07
             */
            publishedOn: string | null;
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string | null;
        };
        /** @description 一篇活动信息 / An article */
        Article: {
            /**
             * @description 标识 / Slug
             * @example launch
             */
            slug: string;
            /**
             * @description 标题 / Title
             * @example 活动启动
             */
            title: string;
            /** @description 摘要 / Summary */
            summary: string | null;
            /** @description 封面 / Cover */
            cover: components["schemas"]["Picture"] | null;
            /**
             * Format: date
             * @description 发布日期 / Published on
             * @example 2022-06-07
             */
            publishedOn: string | null;
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string | null;
            /** @description 正文 / The text */
            body: components["schemas"]["Body"] | null;
        };
        /** @description 活动信息列表，新的在前 / Articles, newest first */
        ArticleList: {
            data: components["schemas"]["ArticleCard"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 奖项等次 / A level */
        AwardLevel: {
            /**
             * @description 代号，即作品列表参数 award 的值 / As the parameter `award` takes it
             * @example first
             */
            key: string;
            name: components["schemas"]["Words"];
        };
        /** @description 名单中的一行，按冻结时的名称 / A row, in the names of its freezing */
        ResultRow: {
            /**
             * @description 作品编号 / The work
             * @example 2022-PHO-000123
             */
            entry: string;
            /**
             * @description 等次代号 / Key of the level
             * @example first
             */
            level: string;
            /**
             * @description 名次 / Rank
             * @example 1
             */
            rank: number;
            /** @description 作品名称 / Title */
            title: string;
            /** @description 报送单位 / Submitting unit */
            unit: string;
            /** @description 作者 / Authors */
            authors: string[];
        };
        /** @description 空缺的名额 / Places that stay empty */
        ResultVacancy: {
            /**
             * @description 等次代号 / Key of the level
             * @example first
             */
            level: string;
            /**
             * @description 空缺个数 / How many
             * @example 1
             */
            places: number;
        };
        /** @description 公示过的一个版本 / A version that was shown */
        ResultVersion: {
            /**
             * @description 第几版 / Which version
             * @example 1
             */
            version: number;
            /**
             * @description text 的 SHA-256（十六进制） / SHA-256 of `text`, hex
             * @example 4914dd3dbddab2601d9da6e677fa2fb6f4d742ab485b1b68908447228fdd08e6
             */
            sha256: string;
            /**
             * Format: date-time
             * @description 公示开始 / When its notice begins
             * @example 2022-06-06T16:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description 公示结束 / When its notice ends
             * @example 2022-06-06T16:00:00.000Z
             */
            to: string;
            /**
             * Format: date-time
             * @description 确定为最终结果的时间；空为尚未确定 / When it was made final
             * @example 2022-06-06T16:00:00.000Z
             */
            finalAt: string | null;
            /** @description 更正理由；首版为空 / Why it was corrected; null for the first */
            reason: string | null;
            replaces: {
                /**
                 * @description 第几版 / Which version
                 * @example 1
                 */
                version: number;
                /**
                 * @description text 的 SHA-256（十六进制） / SHA-256 of `text`, hex
                 * @example 4914dd3dbddab2601d9da6e677fa2fb6f4d742ab485b1b68908447228fdd08e6
                 */
                sha256: string;
            } | null;
        };
        /** @description 一份评选结果的概要 / A result in a list */
        ResultCard: {
            /**
             * @description 标识 / Id
             * @example 2022-photography
             */
            id: string;
            /** @description 标题 / Title */
            title: string;
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string;
            /**
             * @description 子项目的标识 / Slug of its track
             * @example photography
             */
            track: string;
            /**
             * @description 第几版 / Which version
             * @example 1
             */
            version: number;
            /**
             * ResultState
             * @description `open` 公示中；`closed` 公示期满，尚未确定；`final` 最终结果 / On notice, notice over, final
             * @enum {string}
             */
            state: "open" | "closed" | "final";
            stateText: components["schemas"]["Words"];
            /**
             * NoticeWindow
             * @description 公示期：自（含）至（不含） / The notice: from, included, to, not included
             */
            notice: {
                /**
                 * Format: date-time
                 * @description 公示开始 / When it begins
                 * @example 2022-06-06T16:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description 公示结束 / When it ends
                 * @example 2022-06-06T16:00:00.000Z
                 */
                to: string;
            };
            /**
             * Format: date-time
             * @description 确定为最终结果的时间；空为尚未确定 / When it was made final
             * @example 2022-06-06T16:00:00.000Z
             */
            finalAt: string | null;
            /**
             * Format: date-time
             * @description 首次公示时间 / When it was first shown
             * @example 2022-06-06T16:00:00.000Z
             */
            publishedAt: string;
        };
        /** @description 冻结的评选结果：`text` 是规范 JSON（RFC 8785），`signature` 是其 UTF-8 字节的 Ed25519 签名；其余字段均由它读出 / A frozen result: `text` is canonical JSON (RFC 8785), signed with Ed25519; all else is read out of it */
        Result: {
            /**
             * @description 标识 / Id
             * @example 2022-photography
             */
            id: string;
            /** @description 标题 / Title */
            title: string;
            /**
             * @description 所属活动的标识 / Slug of its campaign
             * @example 2022
             */
            campaign: string;
            /**
             * @description 子项目的标识 / Slug of its track
             * @example photography
             */
            track: string;
            /**
             * @description 第几版 / Which version
             * @example 1
             */
            version: number;
            /**
             * ResultState
             * @description `open` 公示中；`closed` 公示期满，尚未确定；`final` 最终结果 / On notice, notice over, final
             * @enum {string}
             */
            state: "open" | "closed" | "final";
            stateText: components["schemas"]["Words"];
            /**
             * NoticeWindow
             * @description 公示期：自（含）至（不含） / The notice: from, included, to, not included
             */
            notice: {
                /**
                 * Format: date-time
                 * @description 公示开始 / When it begins
                 * @example 2022-06-06T16:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description 公示结束 / When it ends
                 * @example 2022-06-06T16:00:00.000Z
                 */
                to: string;
            };
            /**
             * Format: date-time
             * @description 确定为最终结果的时间；空为尚未确定 / When it was made final
             * @example 2022-06-06T16:00:00.000Z
             */
            finalAt: string | null;
            /**
             * Format: date-time
             * @description 首次公示时间 / When it was first shown
             * @example 2022-06-06T16:00:00.000Z
             */
            publishedAt: string;
            /** @description 异议受理方式 / Whom to turn to with objections */
            contact: string;
            /** @description 更正理由；首版为空 / Why it was corrected; null for the first */
            reason: string | null;
            /** @description 奖项等次，由高到低 / Levels, the highest first */
            levels: components["schemas"]["AwardLevel"][];
            /** @description 获奖名单 / Who gets what */
            awards: components["schemas"]["ResultRow"][];
            /** @description 空缺 / Places that stay empty */
            vacancies: components["schemas"]["ResultVacancy"][];
            /**
             * ObjectionLine
             * @description 异议情况 / Objections, in numbers
             */
            objections: {
                /**
                 * @description 收到件数 / Received
                 * @example 3
                 */
                received: number;
                /**
                 * @description 已处理件数 / Dealt with
                 * @example 2
                 */
                handled: number;
                text: components["schemas"]["Words"];
            };
            /** @description 冻结的全文 / The frozen text */
            text: string;
            /**
             * @description text 的 SHA-256（十六进制） / SHA-256 of `text`, hex
             * @example 4914dd3dbddab2601d9da6e677fa2fb6f4d742ab485b1b68908447228fdd08e6
             */
            sha256: string;
            /** @description 签名（base64url） / Ed25519 signature of the text, base64url */
            signature: string;
            /** @description 公钥的指纹，见 /v1/results/keys / Thumbprint of the public key */
            key: string;
            /** @description 公示过的全部版本 / All versions that were shown */
            versions: components["schemas"]["ResultVersion"][];
        };
        /** @description 验证签名的公钥（JWK Set） / Public keys, as a JWK set */
        ResultKeys: {
            keys: {
                kty: string;
                crv: string;
                x: string;
                kid: string;
                use: string;
                alg: string;
            }[];
        };
        /** @description 评选结果列表，新的在前 / Results, newest first */
        ResultList: {
            data: components["schemas"]["ResultCard"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 本人提出的异议 / An objection of one’s own */
        OwnObjection: {
            /**
             * @description 编号 / Its number
             * @example Y-0001
             */
            number: string;
            /**
             * @description 评选结果的标识 / The list
             * @example 2022-photography
             */
            result: string;
            /**
             * @description 作品编号；空为对整个名单 / The work; null: the list as a whole
             * @example 2022-PHO-000123
             */
            entry: string | null;
            /** @description 理由 / The ground */
            ground: string;
            /** @description 证据 / Evidence */
            evidence: {
                /** @description 文件 / The file */
                file?: number;
                /** @description 文件名 / Its name */
                name?: string;
                /** @description 网址 / An address */
                link?: string;
            }[];
            /**
             * ObjectionState
             * @description 处理状态 / How it stands
             * @enum {string}
             */
            state: "filed" | "accepted" | "declined" | "upheld" | "dismissed" | "withdrawn";
            stateText: components["schemas"]["Words"];
            /**
             * Format: date-time
             * @description 提出时间 / Filed
             * @example 2022-06-06T16:00:00.000Z
             */
            filedAt: string;
            /**
             * Format: date-time
             * @description 处理期限 / When somebody has to act at the latest
             * @example 2022-06-06T16:00:00.000Z
             */
            dueAt: string | null;
            /** @description 处理意见 / The ruling */
            ruling: string | null;
            effect: ("keep" | "drop" | "move-up") | null;
            /**
             * Format: date-time
             * @description 处理时间 / Ruled
             * @example 2022-06-06T16:00:00.000Z
             */
            ruledAt: string | null;
        };
        /** @description 本人提出的异议，新的在前 / One’s own objections */
        OwnObjectionList: {
            data: components["schemas"]["OwnObjection"][];
        };
        /** @description 所依据的名单 / The list that it comes from */
        CertificateList: {
            /**
             * @description 评选结果的标识 / The result
             * @example 2022-photography
             */
            result: string;
            /**
             * @description 第几版 / Which version
             * @example 1
             */
            version: number;
            /** @description 名单的 SHA-256 / SHA-256 of the list */
            sha256: string;
        };
        /** @description 一张获奖证书 / A certificate */
        Certificate: {
            /**
             * @description 证书编号 / Number
             * @example 2022-PHO-00017-X
             */
            number: string;
            /**
             * CertificateState
             * @description `valid` 有效；`revoked` 已作废；`replaced` 已换发 / Valid, revoked, replaced by another
             * @enum {string}
             */
            state: "valid" | "revoked" | "replaced";
            stateText: components["schemas"]["Words"];
            /**
             * @description 姓名 / Who has it
             * @example 示例姓名
             */
            name: string;
            /**
             * @description 作品 / The work
             * @example 清晨的车间
             */
            work: string;
            /**
             * @description 作品编号 / The work’s public id
             * @example 2022-PHO-000123
             */
            entry: string;
            level: components["schemas"]["Words"];
            /** @description 子项目 / Track */
            track: string;
            /** @description 活动 / Campaign */
            campaign: string;
            /**
             * @description 证书落款日期 / The day that stands on it
             * @example 2022年11月8日
             */
            day: string;
            /**
             * Format: date-time
             * @description 作废时间 / When it was revoked
             * @example 2022-06-06T16:00:00.000Z
             */
            revokedAt: string | null;
            reason: components["schemas"]["Words"] | null;
            /** @description 换发后的编号 / The number that replaces it */
            replacedBy: string | null;
            list: components["schemas"]["CertificateList"];
        };
        /** @description 本人的一张证书 / One of my certificates */
        OwnCertificate: {
            /**
             * @description 证书编号 / Number
             * @example 2022-PHO-00017-X
             */
            number: string;
            /**
             * CertificateState
             * @description `valid` 有效；`revoked` 已作废；`replaced` 已换发 / Valid, revoked, replaced by another
             * @enum {string}
             */
            state: "valid" | "revoked" | "replaced";
            stateText: components["schemas"]["Words"];
            /**
             * @description 姓名 / Who has it
             * @example 示例姓名
             */
            name: string;
            /**
             * @description 作品 / The work
             * @example 清晨的车间
             */
            work: string;
            /**
             * @description 作品编号 / The work’s public id
             * @example 2022-PHO-000123
             */
            entry: string;
            level: components["schemas"]["Words"];
            /** @description 子项目 / Track */
            track: string;
            /** @description 活动 / Campaign */
            campaign: string;
            /**
             * @description 证书落款日期 / The day that stands on it
             * @example 2022年11月8日
             */
            day: string;
            /**
             * Format: date-time
             * @description 作废时间 / When it was revoked
             * @example 2022-06-06T16:00:00.000Z
             */
            revokedAt: string | null;
            reason: components["schemas"]["Words"] | null;
            /** @description 换发后的编号 / The number that replaces it */
            replacedBy: string | null;
            /** @description PDF 的地址，需同一身份 / Where its PDF is, for the same person */
            file: string;
        };
        /** @description 本人的证书 / My certificates */
        OwnCertificates: {
            data: components["schemas"]["OwnCertificate"][];
        };
        /** @description 一个子项目的件数 / Works of a track */
        TrackCount: {
            /**
             * @description 活动的标识 / Slug of the campaign
             * @example 2022
             */
            campaign: string;
            /**
             * @description 子项目的标识 / Slug of the track
             * @example photography
             */
            track: string;
            /** @description 子项目名称 / Title of the track */
            title: string;
            /**
             * @description 件数 / How many
             * @example 12
             */
            count: number;
        };
        /** @description 一个主题的件数 / Works of a theme */
        ThemeCount: {
            /** @description 主题；空为未选 / Theme; null: none */
            theme: string | null;
            /**
             * @description 件数 / How many
             * @example 12
             */
            count: number;
        };
        /** @description 一类作品的件数 / Works of a kind */
        KindCount: {
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 件数 / How many
             * @example 12
             */
            count: number;
        };
        /** @description 一天发布的件数 / Works published on one day */
        DayCount: {
            /**
             * Format: date
             * @description 发布日（北京时间）/ Day of publication (Shanghai)
             * @example 2022-06-07
             */
            day: string;
            /**
             * @description 件数 / How many
             * @example 12
             */
            count: number;
        };
        /** @description 已展示作品的件数；不按单位统计 / How many works are shown; never by unit */
        Stats: {
            /** @description 所统计的活动；空为全部 / The campaign counted; null: all of them */
            campaign: string | null;
            /**
             * @description 总件数 / All of them
             * @example 1500
             */
            total: number;
            /** @description 按子项目 / By track */
            byTrack: components["schemas"]["TrackCount"][];
            /** @description 按主题 / By theme */
            byTheme: components["schemas"]["ThemeCount"][];
            /** @description 按类别 / By kind */
            byKind: components["schemas"]["KindCount"][];
            /** @description 按发布日 / By day of publication */
            byDay: components["schemas"]["DayCount"][];
        };
        /** @description 一个上传的文件 / An uploaded file */
        Upload: {
            /**
             * @description 编号 / Id
             * @example 0123456789abcdef0123456789abcdef
             */
            id: string;
            /**
             * UploadState
             * @description receiving 上传中，received 已收到，examining 检查中，ready 可以使用，refused 不予接受 / where it stands
             * @enum {string}
             */
            state: "receiving" | "received" | "examining" | "ready" | "refused";
            /**
             * @description 文件名 / File name
             * @example 光影.jpg
             */
            fileName: string;
            /**
             * MediaGroup
             * @description 文件种类 / Kind of file
             * @enum {string}
             */
            group: "image" | "video" | "audio" | "document";
            /**
             * @description 文件大小 / Size in bytes
             * @example 3000000
             */
            bytes: number;
            /**
             * @description 已收到的字节数 / Bytes that have arrived
             * @example 1048576
             */
            offset: number;
            /** @description 检查的进度 0–1；空为尚未开始 / How far it is, 0 to 1; null: not begun（examining） */
            progress: number | null;
            /**
             * @description 可用于作品的文件编号；就绪前为空 / To be used in an entry; null until ready
             * @example 12
             */
            mediaId: number | null;
            /** @description 供展示版本的处理：waiting、working、done、failed / Public copies being made */
            processing: string | null;
            /** @description 进度 0–1；空为尚未开始 / How far it is, 0 to 1; null: not begun */
            processingProgress: number | null;
            problem: {
                /** @description 中文 / Chinese */
                zh: string;
                /** @description 英文 / English */
                en: string;
            } | null;
            /**
             * Format: date-time
             * @description 开始时间 / When it began
             * @example 2022-06-06T16:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 未完成的上传何时失效 / When an unfinished one is thrown away
             * @example 2022-06-06T16:00:00.000Z
             */
            expiresAt: string | null;
        };
        /** @description 本人作品的一个文件 / A file of one’s own work */
        OwnFile: {
            /**
             * @description 文件编号，可用于字段 / Its id, as fields take it
             * @example 12
             */
            id: number;
            /**
             * @description 原文件名 / Its name
             * @example IMG_0001.JPG
             */
            name: string;
            /**
             * @description 类型 / Type
             * @example image/jpeg
             */
            mimeType: string;
            /**
             * @description 字节数 / Bytes
             * @example 2400000
             */
            bytes: number;
            /**
             * OwnFileState
             * @description `waiting` 处理中；`ready` 可用；`failed` 无法使用 / Being worked on, ready, or of no use
             * @enum {string}
             */
            state: "waiting" | "ready" | "failed";
            /** @description 处理进度 0–1 / Progress */
            progress: number | null;
            /** @description 无法使用的原因 / Why it is of no use */
            problem: string | null;
        };
        /** @description 列表中的本人作品 / One’s own work in a list */
        OwnEntryCard: {
            /**
             * @description 作品标识，不变 / Its id, for ever
             * @example kq8Zt0yW1mVw3bM2cD4eFg
             */
            id: string;
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /**
             * @description 活动的标识 / Slug of the campaign
             * @example 2022
             */
            campaign: string;
            /** @description 子项目 / The track */
            track: {
                slug: string;
                title: string;
            };
            /** @description 报送单位 / The unit */
            unit: {
                id: number;
                name: string;
            };
            /**
             * EntryStatus
             * @description 状态 / State. `draft` 草稿 / Draft；`submitted` 待初审 / Awaiting first review；`recommended` 待复审 / Awaiting second review；`accepted` 待终审 / Awaiting final review；`published` 已发布 / Published；`returned` 已退回 / Returned；`rejected` 未通过 / Rejected；`withdrawn` 已撤回 / Withdrawn
             * @enum {string}
             */
            status: "draft" | "submitted" | "recommended" | "accepted" | "published" | "returned" | "rejected" | "withdrawn";
            statusText: components["schemas"]["Words"];
            /** @description 退回或不予通过的理由 / Why it was returned or rejected */
            reason: string | null;
            /** @description 编号，首次报送时产生 / Its number, given when it is first sent in */
            publicId: string | null;
            /**
             * Format: date-time
             * @description 创建 / Begun
             * @example 2022-06-06T16:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 最近修改 / Last changed
             * @example 2022-06-06T16:00:00.000Z
             */
            updatedAt: string;
        };
        /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
        OwnEntry: {
            /**
             * @description 作品标识，不变 / Its id, for ever
             * @example kq8Zt0yW1mVw3bM2cD4eFg
             */
            id: string;
            /**
             * EntryKind
             * @description 作品类别 / Kind of entry. `cases` 维权服务案例 / Rights-service case；`videos` 微视频 / Micro-video；`photos` 摄影作品 / Photograph；`recitations` 诵读作品 / Recitation；`commentaries` 网评作品 / Online commentary；`platforms` 普惠服务平台 / Service platform
             * @enum {string}
             */
            kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
            /**
             * @description 标题 / Title
             * @example 凌晨四点的交接班
             */
            title: string;
            /**
             * @description 活动的标识 / Slug of the campaign
             * @example 2022
             */
            campaign: string;
            /** @description 子项目 / The track */
            track: {
                slug: string;
                title: string;
            };
            /** @description 报送单位 / The unit */
            unit: {
                id: number;
                name: string;
            };
            /**
             * EntryStatus
             * @description 状态 / State. `draft` 草稿 / Draft；`submitted` 待初审 / Awaiting first review；`recommended` 待复审 / Awaiting second review；`accepted` 待终审 / Awaiting final review；`published` 已发布 / Published；`returned` 已退回 / Returned；`rejected` 未通过 / Rejected；`withdrawn` 已撤回 / Withdrawn
             * @enum {string}
             */
            status: "draft" | "submitted" | "recommended" | "accepted" | "published" | "returned" | "rejected" | "withdrawn";
            statusText: components["schemas"]["Words"];
            /** @description 退回或不予通过的理由 / Why it was returned or rejected */
            reason: string | null;
            /** @description 编号，首次报送时产生 / Its number, given when it is first sent in */
            publicId: string | null;
            /**
             * Format: date-time
             * @description 创建 / Begun
             * @example 2022-06-06T16:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 最近修改 / Last changed
             * @example 2022-06-06T16:00:00.000Z
             */
            updatedAt: string;
            /** @description 先审核的单位（初审） / The unit that reviews first */
            reviewedBy: {
                id: number;
                name: string;
            };
            /**
             * Format: date-time
             * @description 报送时间 / Sent in
             * @example 2022-06-06T16:00:00.000Z
             */
            submittedAt: string | null;
            /**
             * Format: date-time
             * @description 发布时间 / Published
             * @example 2022-06-06T16:00:00.000Z
             */
            publishedAt: string | null;
            /** @description 现在可以做的事 / What may be done now */
            may: ("change" | "delete" | "submit" | "withdraw" | "reopen")[];
            /** @description 检查结果，须改正的在前 / What the rules find, blocking first */
            findings: {
                /** @description 要求的代码 / The rule */
                rule: string;
                /**
                 * @description `blocking` 须改正；`warning` 仅提醒 / Whether it stops the step
                 * @enum {string}
                 */
                severity: "blocking" | "warning";
                /** @description 英文 / In English */
                messageEn: string;
                /** @description 现值 / As it is */
                actual?: number | string;
                /** @description 限值 / As it may be */
                limit?: number | string;
                /** @description 字段 / The field */
                path: string;
                /** @description 中文 / In Chinese */
                message: string;
            }[];
            /** @description 各项同意，空为未表示 / Consents; null: nothing said */
            consents: {
                /** @description 参加活动并接受参加须知 / taking part under the terms */
                takePart: {
                    /** @description 是否同意 / Granted */
                    granted: boolean;
                    /** @description 同意时的须知版本 / Version of the terms */
                    termsVersion: string | null;
                    /**
                     * Format: date-time
                     * @description 时间 / When
                     * @example 2022-06-06T16:00:00.000Z
                     */
                    at: string;
                } | null;
                /** @description 公开作者姓名 / showing the authors’ names */
                publishName: {
                    /** @description 是否同意 / Granted */
                    granted: boolean;
                    /** @description 同意时的须知版本 / Version of the terms */
                    termsVersion: string | null;
                    /**
                     * Format: date-time
                     * @description 时间 / When
                     * @example 2022-06-06T16:00:00.000Z
                     */
                    at: string;
                } | null;
                /** @description 公开作品中人物的肖像 / showing the people in the work */
                publishPortrait: {
                    /** @description 是否同意 / Granted */
                    granted: boolean;
                    /** @description 同意时的须知版本 / Version of the terms */
                    termsVersion: string | null;
                    /**
                     * Format: date-time
                     * @description 时间 / When
                     * @example 2022-06-06T16:00:00.000Z
                     */
                    at: string;
                } | null;
            };
            /** @description 须同意的参加须知版本 / Version of the terms to agree to */
            termsVersion: string | null;
            /** @description 报送之后的要求变更 / Changes of the call since */
            ruleChanges: components["schemas"]["RuleChange"][];
            /** @description 各类作品 / All kinds */
            theme?: string | null;
            /** @description 各类作品 / All kinds */
            summary?: string | null;
            /** @description 各类作品 / All kinds */
            authors?: Record<string, never>[];
            /** @description 各类作品 / All kinds */
            cover?: components["schemas"]["OwnFile"] | null;
            /** @description 各类作品 / All kinds */
            originalDeclared?: boolean;
            /** @description 各类作品 / All kinds */
            ageGroup?: string | null;
            /** @description 各类作品 / All kinds */
            guardianConsent?: components["schemas"]["OwnFile"] | null;
            /** @description 各类作品 / All kinds */
            subtype?: string | null;
            /** @description 维权服务案例 / cases */
            situation?: string | null;
            /** @description 维权服务案例 / cases */
            practice?: string | null;
            /** @description 维权服务案例 / cases */
            digitalFeatures?: string | null;
            /** @description 维权服务案例 / cases */
            results?: string | null;
            /** @description 维权服务案例 / cases */
            demonstration?: string | null;
            /** @description 维权服务案例 / cases */
            attachments?: components["schemas"]["OwnFile"][];
            /** @description 微视频、诵读作品、网评作品 / videos, recitations, commentaries */
            video?: components["schemas"]["OwnFile"] | null;
            /** @description 微视频、诵读作品、网评作品、普惠服务平台 / videos, recitations, commentaries, platforms */
            durationSeconds?: number | null;
            /** @description 微视频 / videos */
            madeOn?: string | null;
            /** @description 微视频 / videos */
            noWatermarkDeclared?: boolean;
            /** @description 摄影作品 / photos */
            pictures?: components["schemas"]["OwnFile"][];
            /** @description 摄影作品 / photos */
            takenAt?: string | null;
            /** @description 摄影作品 / photos */
            place?: string | null;
            /** @description 摄影作品 / photos */
            noCompositeDeclared?: boolean;
            /** @description 诵读作品 / recitations */
            textSource?: string | null;
            /** @description 诵读作品 / recitations */
            originalText?: string | null;
            /** @description 网评作品 / commentaries */
            body?: string | null;
            /** @description 网评作品 / commentaries */
            comic?: components["schemas"]["OwnFile"][];
            /** @description 网评作品 / commentaries */
            audio?: components["schemas"]["OwnFile"] | null;
            /** @description 网评作品 / commentaries */
            h5Url?: string | null;
            /** @description 网评作品 / commentaries */
            h5Screens?: number | null;
            /** @description 网评作品 / commentaries */
            publishedUrl?: string | null;
            /** @description 网评作品 / commentaries */
            publishedPlatform?: string | null;
            /** @description 网评作品 / commentaries */
            publishedOn?: string | null;
            /** @description 网评作品 / commentaries */
            screenshot?: components["schemas"]["OwnFile"] | null;
            /** @description 网评作品 / commentaries */
            unionMemberDeclared?: boolean;
            /** @description 普惠服务平台 / platforms */
            address?: string | null;
            /** @description 普惠服务平台 / platforms */
            qrCode?: components["schemas"]["OwnFile"] | null;
            /** @description 普惠服务平台 / platforms */
            operator?: string | null;
            /** @description 普惠服务平台 / platforms */
            launchedOn?: string | null;
            /** @description 普惠服务平台 / platforms */
            services?: string[];
            /** @description 普惠服务平台 / platforms */
            registeredUsers?: number | null;
            /** @description 普惠服务平台 / platforms */
            activeUsers?: number | null;
            /** @description 普惠服务平台 / platforms */
            selfAssessment?: Record<string, never>[];
            /** @description 普惠服务平台 / platforms */
            showcaseVideo?: components["schemas"]["OwnFile"] | null;
        };
        /** @description 可选的报送单位 / A unit to choose */
        ChoosableUnit: {
            /**
             * @description 用于 unit 字段 / As the field `unit` takes it
             * @example 3
             */
            id: number;
            /**
             * @description 名称 / Name
             * @example 无锡市总工会
             */
            name: string;
            /**
             * @description 类型 / Kind
             * @example city
             */
            kind: string;
            parent: {
                id: number;
                name: string;
            } | null;
            /** @description 是否有下级单位 / Whether there are units below */
            hasUnitsBelow: boolean;
        };
        /** @description 本人的作品，新的在前 / One’s own works, newest first */
        OwnEntryList: {
            data: components["schemas"]["OwnEntryCard"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 参与者 / The participant */
        SessionParticipant: {
            /**
             * @description 参与者的代号，不含个人信息 / A pseudonym, always the same
             * @example p_4vX1cQm0a7Yw2nTzK3bLrg
             */
            id: string;
            /** @description 接入方称其为工会会员 / The client says that they are a union member */
            member: boolean;
        };
        /** @description 会话 / A session */
        Session: {
            /** @description 之后以 Authorization: Bearer 携带 / Send it as Authorization: Bearer from here on */
            token: string;
            /**
             * Format: date-time
             * @description 到期时间（12 小时） / When it runs out
             * @example 2022-06-06T16:00:00.000Z
             */
            expiresAt: string;
            participant: components["schemas"]["SessionParticipant"];
        };
        /** @description 作品件数 / How many works */
        OwnCounts: {
            /**
             * @description 草稿（含退回修改的） / Drafts, and works given back
             * @example 1
             */
            drafts: number;
            /**
             * @description 审核中 / Under review
             * @example 1
             */
            underReview: number;
            /**
             * @description 已发布 / Published
             * @example 0
             */
            published: number;
            /**
             * @description 未通过或已撤回 / Rejected or withdrawn
             * @example 0
             */
            other: number;
        };
        /** @description 本人 / Who I am */
        Me: {
            /**
             * @description 参与者的代号 / A pseudonym, always the same
             * @example p_4vX1cQm0a7Yw2nTzK3bLrg
             */
            id: string;
            /** @description 接入方称其为工会会员 / The client says that they are a union member */
            member: boolean;
            /** @description 接入方称其手机号已验证 / The client says that their phone is verified */
            phoneVerified: boolean;
            /**
             * Format: date-time
             * @description 首次参与 / When they first came
             * @example 2022-06-06T16:00:00.000Z
             */
            since: string;
            /**
             * @description 来自的接入方 / The client they came through
             * @example 江苏工会 App
             */
            client: string;
            entries: components["schemas"]["OwnCounts"];
        };
        /** @description 注销的结果 / What became of the works */
        Farewell: {
            /**
             * @description 已删除的草稿 / Drafts that are gone
             * @example 1
             */
            deleted: number;
            /**
             * @description 已撤回的作品 / Works that were withdrawn
             * @example 1
             */
            withdrawn: number;
            /**
             * @description 已发布、交省总工会决定去留的作品 / Published works left to the province to decide
             * @example 0
             */
            left: number;
        };
        /** @description 已计入的选票 / A ballot that was taken */
        Receipt: {
            /** @description 回执，可凭此查询与验证 / The receipt: shows and proves these votes */
            receipt: string;
            /**
             * @description 投票轮次 / The round
             * @example 2022-popular
             */
            round: string;
            /** @description 计入的作品 / The works voted for */
            accepted: string[];
            /**
             * @description 本周期还剩几票；空为不限 / Votes left in the period; null: no such limit
             * @example 3
             */
            remaining: number | null;
            /**
             * Format: date-time
             * @description 最早一票恢复的时间；空为不再恢复 / When a used vote comes back; null: never
             * @example 2022-06-06T16:00:00.000Z
             */
            resetsAt: string | null;
            /**
             * Format: date-time
             * @description 投票时间（数据库时钟） / When, by the database’s clock
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
        };
        /** @description 投票规则 / What a voter may do */
        VotePolicy: {
            /**
             * VotePeriod
             * @description 计票周期：自然日（北京时间）或自每票起若干小时 / Calendar day, or so many hours
             */
            period: {
                /**
                 * VotePeriodKind
                 * @description `day` 自然日；`rolling` 滚动 / Which
                 * @enum {string}
                 */
                kind: "day" | "rolling";
                /**
                 * @description 滚动小时数 / Hours, when rolling
                 * @example 24
                 */
                hours?: number;
            };
            /**
             * @description 每人每周期票数；空为不限 / Of one voter in a period
             * @example 5
             */
            votesPerPeriod: number | null;
            /**
             * @description 每件每周期票数 / For one work in a period
             * @example 1
             */
            votesPerEntryPerPeriod: number | null;
            /**
             * @description 每件整轮票数 / For one work in the whole round
             * @example 3
             */
            votesPerEntry: number | null;
            /**
             * BallotSize
             * @description 一张选票的件数 / How many works a ballot names
             */
            ballot: {
                /**
                 * @description 最少 / Fewest
                 * @example 1
                 */
                min: number;
                /**
                 * @description 最多 / Most
                 * @example 5
                 */
                max: number;
            };
            /**
             * VoterGroup
             * @description `participants` 登录者；`members` 工会会员 / Who
             * @enum {string}
             */
            voters: "participants" | "members";
            /**
             * @description 身份登记须满几小时 / Least age of an identity, in hours
             * @example 0
             */
            minimumAgeHours: number;
        };
        /** @description 票数何时公布 / When totals are shown */
        VoteCounts: {
            /**
             * CountsShown
             * @description 实时、每日、结束后 / Which
             * @enum {string}
             */
            shown: "live" | "daily" | "afterClose";
            /**
             * @description 每日公布时刻（北京时间） / Time of day, when daily
             * @example 09:00
             */
            at: string | null;
            /**
             * CountsNow
             * @description `none` 现在不公布；`before` 截至 before 的票数；`all` 全部 / What is shown at this moment
             * @enum {string}
             */
            now: "none" | "before" | "all";
            /**
             * Format: date-time
             * @description 公布的是此前的票数 / Totals of the votes before it
             * @example 2022-06-06T16:00:00.000Z
             */
            before: string | null;
            /**
             * Format: date-time
             * @description 公布状态下次变化的时间 / When this changes by itself
             * @example 2022-06-06T16:00:00.000Z
             */
            changesAt: string | null;
        };
        /** @description 合计；票数未公布时没有 / Sums; none while hidden */
        RoundTotals: {
            /**
             * @description 有效票数 / Votes that count
             * @example 12345
             */
            votes: number;
            /**
             * @description 作废票数 / Votes that were voided
             * @example 12
             */
            voided: number;
            /**
             * VotesVoided
             * @description 按类别作废的票数 / Votes that were voided, by class
             */
            voidedBy: {
                /**
                 * @description automated / automated
                 * @example 3
                 */
                automated?: number;
                /**
                 * @description identity-farm / identity-farm
                 * @example 3
                 */
                "identity-farm"?: number;
                /**
                 * @description purchased / purchased
                 * @example 3
                 */
                purchased?: number;
                /**
                 * @description merged / merged
                 * @example 3
                 */
                merged?: number;
                /**
                 * @description other / other
                 * @example 3
                 */
                other?: number;
            };
        };
        /** @description 一轮投票 / A vote of the public */
        VoteRound: {
            /**
             * @description 投票轮次 / The round
             * @example 2022-popular
             */
            slug: string;
            /**
             * @description 名称 / Title
             * @example 最受职工欢迎作品网络投票
             */
            title: string;
            /** @description 说明 / What it is about */
            about: string | null;
            /**
             * @description 活动（slug） / The campaign
             * @example 2022
             */
            campaign: string;
            /** @description 子项目；空为全部 / Tracks; none: all */
            tracks: string[];
            /**
             * VoteState
             * @description 以应答时刻计 / At the moment of the answer. `upcoming` 未开始；`open` 投票中；`paused` 暂停；`closed` 已结束
             * @enum {string}
             */
            state: "upcoming" | "open" | "paused" | "closed";
            stateText: components["schemas"]["Words"];
            /**
             * Format: date-time
             * @description 开始（含） / Begins (included)
             * @example 2022-06-06T16:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description 结束（不含） / Ends (not included)
             * @example 2022-06-06T16:00:00.000Z
             */
            to: string;
            /**
             * Format: date-time
             * @description 提前或按时结束的时间 / When it was closed by hand
             * @example 2022-06-06T16:00:00.000Z
             */
            closedAt: string | null;
            policy: components["schemas"]["VotePolicy"];
            /** @description 规则，可原样展示 / The rules as sentences, to show as they are */
            rules: components["schemas"]["Words"][];
            /**
             * @description 候选作品件数 / How many works stand
             * @example 150
             */
            candidates: number;
            counts: components["schemas"]["VoteCounts"];
            totals: components["schemas"]["RoundTotals"] | null;
        };
        /** @description 投票列表，新的在前 / Votes of the public, newest first */
        VoteRoundList: {
            data: components["schemas"]["VoteRound"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
        };
        /** @description 一页候选作品，每人一个固定的随机顺序 / Works, in an order of each voter’s own */
        CandidateList: {
            data: components["schemas"]["EntryCard"][];
            page: {
                /** @description 下一页的 cursor / The next page’s cursor */
                next: string | null;
                /** @description 随机顺序的种子 / The seed of the order */
                seed?: string;
            };
        };
        /** @description 本人的一张选票 / A ballot of one’s own */
        OwnBallot: {
            /** @description 回执，可凭此查询与验证 / The receipt: shows and proves these votes */
            receipt: string;
            /**
             * Format: date-time
             * @description 投票时间 / When
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
            entries: string[];
        };
        /** @description 对一件作品还剩几票 / Votes left for a work */
        OwnEntryLeft: {
            /**
             * @description 作品编号 / The work
             * @example 2022-PHO-000123
             */
            entry: string;
            /**
             * @description 上限 / The limit
             * @example 1
             */
            limit: number;
            /**
             * @description 还剩 / Left
             * @example 0
             */
            left: number;
        };
        /** @description 本人在一轮投票中的情况 / One’s own votes in a round */
        OwnVotes: {
            /**
             * @description 投票轮次 / The round
             * @example 2022-popular
             */
            round: string;
            /** @description 名称 / Title */
            title: string;
            /**
             * VoteState
             * @description 以应答时刻计 / At the moment of the answer. `upcoming` 未开始；`open` 投票中；`paused` 暂停；`closed` 已结束
             * @enum {string}
             */
            state: "upcoming" | "open" | "paused" | "closed";
            /**
             * @description 本周期还剩几票；空为不限 / Votes left in the period; null: no such limit
             * @example 3
             */
            remaining: number | null;
            /**
             * Format: date-time
             * @description 最早一票恢复的时间；空为不再恢复 / When a used vote comes back; null: never
             * @example 2022-06-06T16:00:00.000Z
             */
            resetsAt: string | null;
            /** @description 此刻是否可投（时间、身份） / Whether one may vote just now, votes left aside */
            mayVote: boolean;
            why: components["schemas"]["Words"] | null;
            /** @description 本周期内的选票，新的在前 / Of this period, newest first */
            ballots: components["schemas"]["OwnBallot"][];
            /** @description 投过的作品还剩几票；没有列出的尚未投过 / Works voted for, and what is left for each */
            entries: components["schemas"]["OwnEntryLeft"][];
        };
        /** @description 本人的投票 / One’s own votes */
        OwnVotesList: {
            data: components["schemas"]["OwnVotes"][];
        };
        /** @description 账本的一次封存：RFC 9162 树根，Ed25519 签名，与上一次相连 / A sealed state of the ledger, signed and chained */
        LedgerHead: {
            /**
             * @description 账本 / The ledger
             * @example votes
             */
            ledger: string;
            /**
             * @description 序号，自 0 起 / Its number, from 0 on
             * @example 41
             */
            number: number;
            /**
             * @description 封存的行数（各轮投票与作废合计） / Rows of all rounds, voids too
             * @example 12345
             */
            size: number;
            /** @description 树根 / The root（Base64） */
            root: string;
            /** @description 上一次封存的散列；第一次为空 / Hash of the head before; empty for the first（Base64） */
            previous: string;
            /**
             * Format: date-time
             * @description 封存时间 / When it was sealed
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
            /** @description 签名公钥的标识（kid） / The key’s id */
            key: string;
            /** @description 签名 / The signature（Base64） */
            signature: string;
        };
        /** @description 一行在树中的证明 / That a row is in the tree */
        RowProof: {
            /**
             * @description 行号 / The row’s number
             * @example 12001
             */
            seq: number;
            /** @description 行的内容，散列为树叶 / What is hashed into the leaf（Base64） */
            row: string;
            /** @description 自叶向根的相邻散列 / The hashes beside the way up */
            path: string[];
        };
        /** @description 作废及其证明 / A void, with its proof */
        VoidProof: {
            /**
             * VoidClass
             * @description 作废类别 / The class
             * @enum {string}
             */
            class: "automated" | "identity-farm" | "purchased" | "merged" | "other";
            /**
             * Format: date-time
             * @description 作废时间 / When
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
            sealed: components["schemas"]["RowProof"] | null;
        };
        /** @description 封存记录，自 from 起 / Heads in their order */
        LedgerHeadList: {
            data: components["schemas"]["LedgerHead"][];
            /**
             * @description 继续读取时的 from；空为到底 / `from` of the next page
             * @example 1000
             */
            next: number | null;
        };
        /** @description 验证签名的公钥（JWK） / A public key */
        LedgerKey: {
            /**
             * @description OKP
             * @example OKP
             */
            kty: string;
            /**
             * @description Ed25519
             * @example Ed25519
             */
            crv: string;
            /** @description 公钥 / The key */
            x: string;
            /** @description 标识（RFC 7638） / Its id */
            kid: string;
            /**
             * @description sig
             * @example sig
             */
            use: string;
            /**
             * @description EdDSA
             * @example EdDSA
             */
            alg: string;
        };
        /** @description 公钥，新的在前（JWK Set） / Public keys, newest first */
        LedgerKeys: {
            keys: components["schemas"]["LedgerKey"][];
        };
        /** @description 后一次封存包含前一次的证明 / That one head is the beginning of another */
        LedgerConsistency: {
            from: components["schemas"]["LedgerHead"];
            to: components["schemas"]["LedgerHead"];
            path: string[];
        };
        /** @description 选票上的一票 / One vote of a ballot */
        CastVote: {
            /**
             * @description 作品编号 / The work
             * @example 2022-PHO-000123
             */
            entry: string;
            /**
             * CastVoteState
             * @description 计入或作废 / Whether it counts
             * @enum {string}
             */
            state: "counted" | "voided";
            sealed: components["schemas"]["RowProof"] | null;
            void: components["schemas"]["VoidProof"] | null;
        };
        /** @description 回执所指的选票及其证明 / What a receipt stands for, with its proof */
        ReceiptShown: {
            /** @description 回执，可凭此查询与验证 / The receipt: shows and proves these votes */
            receipt: string;
            /**
             * @description 投票轮次 / The round
             * @example 2022-popular
             */
            round: string;
            /**
             * Format: date-time
             * @description 投票时间 / When
             * @example 2022-06-06T16:00:00.000Z
             */
            at: string;
            /** @description sealed 为空：尚待封存 / Not sealed yet where null */
            votes: components["schemas"]["CastVote"][];
            head: components["schemas"]["LedgerHead"] | null;
            /**
             * @description 待封存的通常几秒内封存；空为已全部封存 / Seconds; null: all of it is sealed
             * @example 60
             */
            sealsWithin: number | null;
        };
    };
    responses: {
        /** @description 请求有误 / The request is wrong */
        Problem400: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 身份无效 / The token is missing, wrong or has run out */
        Problem401: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 没有权限 / Not allowed */
        Problem403: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 没有找到 / Not found */
        Problem404: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 请求过于频繁 / Too many requests */
        Problem429: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 服务器内部错误 / Something went wrong */
        Problem500: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 暂时不可用 / Cannot answer just now */
        Problem503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 与现状冲突 / In conflict with what is there */
        Problem409: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 请求体过大 / The body is too large */
        Problem413: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 不符合要求 / What is asked is not met */
        Problem422: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 作品已在别处修改 / Changed elsewhere in the meantime */
        Problem412: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 不接受这种文件 / Such files are not taken */
        Problem415: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 存储空间不足 / No room */
        Problem507: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 已过期 / Expired */
        Problem410: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 另一个连接正在上传 / Another connection is at it */
        Problem423: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 范围超出文件 / The range lies outside the file */
        Problem416: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 上次应答的 ETag / The ETag of the answer before */
        IfNoneMatch: string;
        /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
        ClientId: string;
    };
    requestBodies: never;
    headers: {
        /** @description 内容的标记，供 If-None-Match / The tag of the content */
        ETag: string;
        /** @description 可缓存多久 / How long it may be kept */
        "Cache-Control": string;
        /** @description 每分钟可请求多少次 / How many requests a minute */
        "RateLimit-Limit": number;
        /** @description 本分钟还剩多少次 / How many are left */
        "RateLimit-Remaining": number;
        /** @description 多少秒后重新计数 / Seconds until it begins anew */
        "RateLimit-Reset": number;
        /** @description 多少秒后可重试 / Seconds to wait */
        "Retry-After": number;
    };
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    openSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 接入方后台签发的 JWT，有效期不超过 10 分钟，只能使用一次 / A JWT that the client’s backend signed: 10 minutes at most, used once */
                    token?: string;
                    /** @description 微信登录后地址片段中的 session_code / The session_code out of the fragment after WeChat */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description 会话 / A session */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    signInByWeChat: {
        parameters: {
            query: {
                /** @description 接入方标识 / The client’s id */
                client: string;
                /** @description 登录后回到的页面，须在接入方登记的来源之内；登录码在其片段 #session_code= 中 / The page to come back to, on an origin of the client’s; the code is in its fragment */
                redirect: string;
            };
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转往下一步 / On to the next step */
            302: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    comeBackFromWeChat: {
        parameters: {
            query: {
                /** @description 微信给出的登录码 / WeChat’s code */
                code?: string;
                /** @description 本站给出的标记 / Our own mark */
                state: string;
            };
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转往下一步 / On to the next step */
            302: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOwnEntries: {
        parameters: {
            query?: {
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的作品，新的在前 / One’s own works, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 标题 / Title */
                    title?: string;
                    /** @description 各类作品 / All kinds */
                    theme?: string | null;
                    /** @description 各类作品 / All kinds */
                    summary?: string | null;
                    /** @description 各类作品 / All kinds */
                    authors?: {
                        id?: string | null;
                        name?: string | null;
                        workplace?: string | null;
                        phone?: string | null;
                    }[];
                    /** @description 各类作品 / All kinds */
                    cover?: number | {
                        upload: string;
                    } | null;
                    /** @description 各类作品 / All kinds */
                    originalDeclared?: boolean;
                    ageGroup?: ("adult" | "minor" | "child") | null;
                    /** @description 各类作品 / All kinds */
                    guardianConsent?: number | {
                        upload: string;
                    } | null;
                    /** @description 各类作品 / All kinds */
                    subtype?: string | null;
                    /** @description 维权服务案例 / cases */
                    situation?: string | null;
                    /** @description 维权服务案例 / cases */
                    practice?: string | null;
                    /** @description 维权服务案例 / cases */
                    digitalFeatures?: string | null;
                    /** @description 维权服务案例 / cases */
                    results?: string | null;
                    /** @description 维权服务案例 / cases */
                    demonstration?: string | null;
                    /** @description 维权服务案例 / cases */
                    attachments?: (number | {
                        upload: string;
                    })[];
                    /** @description 微视频、诵读作品、网评作品 / videos, recitations, commentaries */
                    video?: number | {
                        upload: string;
                    } | null;
                    /** @description 微视频、诵读作品、网评作品、普惠服务平台 / videos, recitations, commentaries, platforms */
                    durationSeconds?: number | null;
                    /** @description 微视频 / videos */
                    madeOn?: string | null;
                    /** @description 微视频 / videos */
                    noWatermarkDeclared?: boolean;
                    /** @description 摄影作品 / photos */
                    pictures?: (number | {
                        upload: string;
                    })[];
                    /** @description 摄影作品 / photos */
                    takenAt?: string | null;
                    /** @description 摄影作品 / photos */
                    place?: string | null;
                    /** @description 摄影作品 / photos */
                    noCompositeDeclared?: boolean;
                    /** @description 诵读作品 / recitations */
                    textSource?: string | null;
                    /** @description 诵读作品 / recitations */
                    originalText?: string | null;
                    /** @description 网评作品 / commentaries */
                    body?: string | null;
                    /** @description 网评作品 / commentaries */
                    comic?: (number | {
                        upload: string;
                    })[];
                    /** @description 网评作品 / commentaries */
                    audio?: number | {
                        upload: string;
                    } | null;
                    /** @description 网评作品 / commentaries */
                    h5Url?: string | null;
                    /** @description 网评作品 / commentaries */
                    h5Screens?: number | null;
                    /** @description 网评作品 / commentaries */
                    publishedUrl?: string | null;
                    /** @description 网评作品 / commentaries */
                    publishedPlatform?: string | null;
                    /** @description 网评作品 / commentaries */
                    publishedOn?: string | null;
                    /** @description 网评作品 / commentaries */
                    screenshot?: number | {
                        upload: string;
                    } | null;
                    /** @description 网评作品 / commentaries */
                    unionMemberDeclared?: boolean;
                    /** @description 普惠服务平台 / platforms */
                    address?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    qrCode?: number | {
                        upload: string;
                    } | null;
                    /** @description 普惠服务平台 / platforms */
                    operator?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    launchedOn?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    services?: string[];
                    /** @description 普惠服务平台 / platforms */
                    registeredUsers?: number | null;
                    /** @description 普惠服务平台 / platforms */
                    activeUsers?: number | null;
                    /** @description 普惠服务平台 / platforms */
                    selfAssessment?: {
                        id?: string | null;
                        indicator?: string | null;
                        fullMarks?: number | null;
                        weight?: number | null;
                        marks?: number | null;
                        evidence?: string | null;
                    }[];
                    /** @description 普惠服务平台 / platforms */
                    showcaseVideo?: number | {
                        upload: string;
                    } | null;
                    /** @description 子项目（slug） / A track, by its slug */
                    track: string;
                    /** @description 子项目所属活动，默认最新 / Its campaign; the newest */
                    campaign?: string;
                    /** @description 初审单位（id），默认接入方指定的 / The unit that reviews first; the client’s */
                    unit?: number;
                    /** @description 各项同意；未给出的不变 / Consents; what is not given stays. termsVersion: 所同意的参加须知版本 */
                    consents?: {
                        /** @description 参加活动并接受参加须知 / taking part under the terms */
                        takePart?: boolean;
                        /** @description 公开作者姓名 / showing the authors’ names */
                        publishName?: boolean;
                        /** @description 公开作品中人物的肖像 / showing the people in the work */
                        publishPortrait?: boolean;
                        termsVersion?: string | null;
                    };
                    /**
                     * @description 作品类别 / The kind of work
                     * @enum {string}
                     */
                    kind: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
                };
            };
        };
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 读取时的 ETag；已被修改则 412 / The ETag that was read; 412 when it changed */
                "if-match"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已删除 / Deleted */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 读取时的 ETag；已被修改则 412 / The ETag that was read; 412 when it changed */
                "if-match"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 标题 / Title */
                    title?: string;
                    /** @description 各类作品 / All kinds */
                    theme?: string | null;
                    /** @description 各类作品 / All kinds */
                    summary?: string | null;
                    /** @description 各类作品 / All kinds */
                    authors?: {
                        id?: string | null;
                        name?: string | null;
                        workplace?: string | null;
                        phone?: string | null;
                    }[];
                    /** @description 各类作品 / All kinds */
                    cover?: number | {
                        upload: string;
                    } | null;
                    /** @description 各类作品 / All kinds */
                    originalDeclared?: boolean;
                    ageGroup?: ("adult" | "minor" | "child") | null;
                    /** @description 各类作品 / All kinds */
                    guardianConsent?: number | {
                        upload: string;
                    } | null;
                    /** @description 各类作品 / All kinds */
                    subtype?: string | null;
                    /** @description 维权服务案例 / cases */
                    situation?: string | null;
                    /** @description 维权服务案例 / cases */
                    practice?: string | null;
                    /** @description 维权服务案例 / cases */
                    digitalFeatures?: string | null;
                    /** @description 维权服务案例 / cases */
                    results?: string | null;
                    /** @description 维权服务案例 / cases */
                    demonstration?: string | null;
                    /** @description 维权服务案例 / cases */
                    attachments?: (number | {
                        upload: string;
                    })[];
                    /** @description 微视频、诵读作品、网评作品 / videos, recitations, commentaries */
                    video?: number | {
                        upload: string;
                    } | null;
                    /** @description 微视频、诵读作品、网评作品、普惠服务平台 / videos, recitations, commentaries, platforms */
                    durationSeconds?: number | null;
                    /** @description 微视频 / videos */
                    madeOn?: string | null;
                    /** @description 微视频 / videos */
                    noWatermarkDeclared?: boolean;
                    /** @description 摄影作品 / photos */
                    pictures?: (number | {
                        upload: string;
                    })[];
                    /** @description 摄影作品 / photos */
                    takenAt?: string | null;
                    /** @description 摄影作品 / photos */
                    place?: string | null;
                    /** @description 摄影作品 / photos */
                    noCompositeDeclared?: boolean;
                    /** @description 诵读作品 / recitations */
                    textSource?: string | null;
                    /** @description 诵读作品 / recitations */
                    originalText?: string | null;
                    /** @description 网评作品 / commentaries */
                    body?: string | null;
                    /** @description 网评作品 / commentaries */
                    comic?: (number | {
                        upload: string;
                    })[];
                    /** @description 网评作品 / commentaries */
                    audio?: number | {
                        upload: string;
                    } | null;
                    /** @description 网评作品 / commentaries */
                    h5Url?: string | null;
                    /** @description 网评作品 / commentaries */
                    h5Screens?: number | null;
                    /** @description 网评作品 / commentaries */
                    publishedUrl?: string | null;
                    /** @description 网评作品 / commentaries */
                    publishedPlatform?: string | null;
                    /** @description 网评作品 / commentaries */
                    publishedOn?: string | null;
                    /** @description 网评作品 / commentaries */
                    screenshot?: number | {
                        upload: string;
                    } | null;
                    /** @description 网评作品 / commentaries */
                    unionMemberDeclared?: boolean;
                    /** @description 普惠服务平台 / platforms */
                    address?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    qrCode?: number | {
                        upload: string;
                    } | null;
                    /** @description 普惠服务平台 / platforms */
                    operator?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    launchedOn?: string | null;
                    /** @description 普惠服务平台 / platforms */
                    services?: string[];
                    /** @description 普惠服务平台 / platforms */
                    registeredUsers?: number | null;
                    /** @description 普惠服务平台 / platforms */
                    activeUsers?: number | null;
                    /** @description 普惠服务平台 / platforms */
                    selfAssessment?: {
                        id?: string | null;
                        indicator?: string | null;
                        fullMarks?: number | null;
                        weight?: number | null;
                        marks?: number | null;
                        evidence?: string | null;
                    }[];
                    /** @description 普惠服务平台 / platforms */
                    showcaseVideo?: number | {
                        upload: string;
                    } | null;
                    /** @description 子项目（slug） / A track, by its slug */
                    track?: string;
                    /** @description 子项目所属活动，默认最新 / Its campaign; the newest */
                    campaign?: string;
                    /** @description 初审单位（id），默认接入方指定的 / The unit that reviews first; the client’s */
                    unit?: number;
                    /** @description 各项同意；未给出的不变 / Consents; what is not given stays. termsVersion: 所同意的参加须知版本 */
                    consents?: {
                        /** @description 参加活动并接受参加须知 / taking part under the terms */
                        takePart?: boolean;
                        /** @description 公开作者姓名 / showing the authors’ names */
                        publishName?: boolean;
                        /** @description 公开作品中人物的肖像 / showing the people in the work */
                        publishPortrait?: boolean;
                        termsVersion?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    submitOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reopenOwnEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键的同一请求只执行一次，24 小时内答复相同 / The same request under one key is done once */
                "idempotency-key"?: string;
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 作品标识 / Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的作品；各类别的字段与报送时同名 / One’s own work, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description 名称的一部分 / Part of a name */
                q?: string;
                /** @description 其直接下级；不指定为最上级 / Those below it; the top unless given */
                parent?: number;
                /** @description 子项目（slug）：只列可参加的 / A track: only units that may enter it */
                track?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
            };
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 单位 / Units */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ChoosableUnit"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已创建，地址在 Location / Created; Location says where */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            507: components["responses"]["Problem507"];
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 上传的编号 / Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个上传的文件 / An uploaded file */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 上传的编号 / Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已取消 / Called off */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    patchUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 上传的编号 / Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Upload-Offset */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            423: components["responses"]["Problem423"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            507: components["responses"]["Problem507"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人 / Who I am */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 注销的结果 / What became of the works */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Farewell"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMyData: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON 与文件 / JSON and files */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMyCertificates: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的证书 / My certificates */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCertificates"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMyCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 证书编号 / Number */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    objectToResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 评选结果的标识 / The list */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 作品编号；空为对整个名单 / The work; null: the list as a whole
                     * @example 2022-PHO-000123
                     */
                    entry?: string | null;
                    /**
                     * @description 真实姓名，加密保存 / The real name; kept sealed
                     * @example 张某
                     */
                    name?: string;
                    /**
                     * @description 联系方式，加密保存 / How to be reached; kept sealed
                     * @example 138 0000 0000
                     */
                    contact?: string;
                    /**
                     * @description 理由，不超过 2000 字 / The ground
                     * @example 该作品曾于 2020 年公开发表
                     */
                    ground?: string;
                    /** @description 证据：文件或网址 / Evidence: files or addresses */
                    evidence?: {
                        /** @description 本人上传的文件 / A file of one’s own */
                        file?: number;
                        /** @description 网址 / An address */
                        link?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description 本人提出的异议 / An objection of one’s own */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnObjection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOwnObjections: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人提出的异议，新的在前 / One’s own objections */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnObjectionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOwnObjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 编号，如 Y-0001 / Its number */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人提出的异议 / An objection of one’s own */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnObjection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawOwnObjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 编号，如 Y-0001 / Its number */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人提出的异议 / An objection of one’s own */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnObjection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVoteRounds: {
        parameters: {
            query?: {
                /** @description 活动（slug） / A campaign, by its slug */
                campaign?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 投票列表，新的在前 / Votes of the public, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoteRoundList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getVoteRound: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 投票轮次（slug） / The round */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一轮投票 / A vote of the public */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoteRound"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCandidates: {
        parameters: {
            query?: {
                /** @description 子项目（slug） / A track, by its slug */
                track?: string;
                /** @description 作品类别 / The kind */
                kind?: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
                /** @description 随机顺序的种子 / The seed of the order */
                seed?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 投票轮次（slug） / The round */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页候选作品，每人一个固定的随机顺序 / Works, in an order of each voter’s own */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listLedgerHeads: {
        parameters: {
            query?: {
                /** @description 自此序号起 / From this number on */
                from?: number;
                /** @description 条数 / How many */
                limit?: number;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 封存记录，自 from 起 / Heads in their order */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerHeadList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listLedgerKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公钥，新的在前（JWK Set） / Public keys, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerKeys"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getLedgerConsistency: {
        parameters: {
            query: {
                /** @description 较早的序号 / The earlier head */
                from: number;
                /** @description 较晚的序号 / The later head */
                to: number;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 后一次封存包含前一次的证明 / That one head is the beginning of another */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerConsistency"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    castVotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 投票轮次（slug） / The round
                     * @example 2022-popular
                     */
                    round: string;
                    /**
                     * @description 作品编号，各不相同 / Works, all different
                     * @example [
                     *       "2022-PHO-000123",
                     *       "2022-VID-000007"
                     *     ]
                     */
                    entries: string[];
                    /** @description 工作量证明（ALTCHA 的 payload），也可放在 X-Vote-Proof 头中 / The proof of work that was asked for; or as the header X-Vote-Proof */
                    proof?: string;
                };
            };
        };
        responses: {
            /** @description 已计入的选票 / A ballot that was taken */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOwnVotes: {
        parameters: {
            query?: {
                /** @description 投票轮次；不指定时为正在投票的各轮 / A round; those under way unless given */
                round?: string;
            };
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的投票 / One’s own votes */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVotesList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 投票时得到的回执 / The receipt of a ballot */
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 回执所指的选票及其证明 / What a receipt stands for, with its proof */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptShown"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description 活动（slug） / A campaign, by its slug */
                campaign?: string;
                /** @description 子项目（slug）；不指定活动时为最新一届的 / A track, by its slug; of the newest campaign unless one is named */
                track?: string;
                /** @description 作品类别 / The kind of work */
                kind?: "cases" | "videos" | "photos" | "recitations" | "commentaries" | "platforms";
                /** @description 单位（id）及其下级 / A unit, by its id, and those below it */
                unit?: number;
                /** @description 主题 / A theme */
                theme?: string;
                /** @description 奖项 / An award level */
                award?: string;
                /** @description 检索：标题、作者、单位、正文；以空格分隔的各词都须出现。不指定 sort 时最相关的在前 / Search in titles, people and texts; every word must occur. Best match first unless `sort` is given */
                q?: string;
                /** @description 排序，默认 newest / The order; `newest` unless told */
                sort?: "newest" | "votes" | "random";
                /** @description 随机顺序的种子：同一种子顺序不变；只与 sort=random 同用 / The seed of the random order: the same seed, the same order */
                seed?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页作品 / A page of entries */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @example 2022-PHO-000123 */
                publicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 作品（全文） / An entry in full, with the fields of its kind */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 / The file */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description 文件的一部分 / A part of it */
            206: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            416: components["responses"]["Problem416"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动列表，新的在前 / Campaigns, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 标识 / Its name */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年的活动 / One year’s campaign */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTracks: {
        parameters: {
            query?: {
                /** @description 活动（slug） / A campaign, by its slug */
                campaign?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 子项目列表 / Tracks */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTrack: {
        parameters: {
            query?: {
                /** @description 活动（slug）；不指定时为有此子项目的最新一届 / A campaign; the newest that has such a track unless given */
                campaign?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 标识 / Its name */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 子项目及其征集要求 / A track with its call */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Track"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description 活动（slug） / A campaign, by its slug */
                campaign?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动信息列表，新的在前 / Articles, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /** @description 标识 / Its name */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一篇活动信息 / An article */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResults: {
        parameters: {
            query?: {
                /** @description 活动（slug） / A campaign, by its slug */
                campaign?: string;
                /** @description 每页条数 / How many a page */
                limit?: number;
                /** @description 上一页的 page.next / `page.next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 评选结果列表，新的在前 / Results, newest first */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultList"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResultKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 验证签名的公钥（JWK Set） / Public keys, as a JWK set */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultKeys"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description 评选结果的标识 / The list
                 * @example 2022-photography
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 冻结的评选结果：`text` 是规范 JSON（RFC 8785），`signature` 是其 UTF-8 字节的 Ed25519 签名；其余字段均由它读出 / A frozen result: `text` is canonical JSON (RFC 8785), signed with Ed25519; all else is read out of it */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFrozenResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description 评选结果的标识 / The list
                 * @example 2022-photography
                 */
                id: string;
                /**
                 * @description 第几版 / Which version
                 * @example 1
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规范 JSON / Canonical JSON */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description 证书上的编号 / The number on the certificate
                 * @example 2022-PHO-00017-X
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一张获奖证书 / A certificate */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStats: {
        parameters: {
            query?: {
                /** @description 活动（slug）；不指定时为全部 / A campaign, by its slug; all unless given */
                campaign?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已展示作品的件数；不按单位统计 / How many works are shown; never by unit */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getGraphql: {
        parameters: {
            query?: {
                /**
                 * @description GraphQL 文档，至多 10 KB / The GraphQL document, at most 10 KB
                 * @example { entries(sort: newest, limit: 3) { data { id title track { title } } page { next } } }
                 */
                query?: string;
                /** @description 文档中有多个操作时须给出 / Needed when the document has several operations */
                operationName?: string;
                /** @description 变量的 JSON / The variables, as JSON */
                variables?: string;
                /** @description JSON；登记过的查询 / As JSON; a persisted query: `extensions.persistedQuery = { version: 1, sha256Hash }` */
                extensions?: string;
            };
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询结果 / What was asked for */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postGraphql: {
        parameters: {
            query?: never;
            header?: {
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description GraphQL 文档，至多 10 KB / The GraphQL document, at most 10 KB
                     * @example { entries(sort: newest, limit: 3) { data { id title track { title } } page { next } } }
                     */
                    query?: string;
                    /** @description 文档中有多个操作时须给出 / Needed when the document has several operations */
                    operationName?: string | null;
                    /** @description 变量，各为单个值 / Variables, each a single value */
                    variables?: {
                        [key: string]: string | number | boolean | null;
                    } | null;
                    /** @description 登记过的查询 / A persisted query: `extensions.persistedQuery = { version: 1, sha256Hash }` */
                    extensions?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description 查询结果 / What was asked for */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次应答的 ETag / The ETag of the answer before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 接入方自己的标识，限流按其另计 / Names a client, which is then counted alone */
                "X-Client-Id"?: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description 没有变化 / Not changed */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
