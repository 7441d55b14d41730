/* eslint-disable @typescript-eslint/consistent-type-definitions */
// Written by npm run generate from docs/openapi.json.

export type paths = {
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
        /** 评选结果列表；公布之前为空 / Results; empty until one is announced */
        get: operations["listResults"];
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
        /** 一份评选结果 / One result */
        get: operations["getResult"];
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
            code: "bad-request" | "invalid-parameter" | "unknown-parameter" | "bad-cursor" | "content-type" | "bad-query" | "query-too-large" | "unknown-query" | "not-found" | "method-not-allowed" | "too-large" | "range-not-satisfiable" | "too-many-requests" | "failed" | "unavailable" | "overloaded";
            /** @description 请求的地址 / The address that was asked */
            instance: string;
            findings?: {
                path: string;
                message: string;
            }[];
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
        /** @description 已公布、不再更改的评选结果；公布之前列表为空 / A frozen result; the list is empty until one is announced */
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
             * Format: date-time
             * @description 公布时间 / When it was announced
             * @example 2022-06-06T16:00:00.000Z
             */
            publishedAt: string;
        } & {
            [key: string]: unknown;
        };
        /** @description 评选结果列表，新的在前 / Results, newest first */
        ResultList: {
            data: components["schemas"]["Result"][];
            /**
             * Page
             * @description 翻页 / Where the list goes on
             */
            page: {
                /** @description 下一页的 cursor；空为最后一页 / The next page’s cursor; null: the last page */
                next: string | null;
            };
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
                /** @description 标识 / Its name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已公布、不再更改的评选结果；公布之前列表为空 / A frozen result; the list is empty until one is announced */
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
