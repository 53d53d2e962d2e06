//! Stretches that are no plan: company profiles, work reports, download-site boilerplate.

use crate::text::Passage;

/// What a stretch is instead of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// Who the company is.
    CompanyProfile,
    /// What somebody did last year.
    WorkReport,
    /// What the site it was downloaded from adds.
    Boilerplate,
}

/// 目录, 目 录: the list of chapters; 服务目录 is a list of services.
fn contents(text: &str) -> bool {
    const SHORT: usize = 6;
    text.contains("目录") && text.chars().count() <= SHORT && !text.contains("服务")
}

impl Foreign {
    /// The reason as shown in `skipped`.
    pub(crate) fn why(self) -> &'static str {
        match self {
            Self::CompanyProfile => "company_profile",
            Self::WorkReport => "work_report",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// What a heading announces, if it announces something that is no plan.
    pub(crate) fn heading(passage: &Passage<'_>) -> Option<Self> {
        let any = |words: &[&str]| passage.has(words);
        if any(&[
            "公司简介", "企业简介", "公司概况", "企业概况", "关于我们", "公司介绍", "企业介绍",
            "企业文化", "公司荣誉", "发展历程", "企业资质", "公司业绩", "业绩介绍",
        ]) {
            return Some(Self::CompanyProfile);
        }
        if any(&[
            "工作总结", "述职报告", "工作汇报", "个人总结", "年度总结", "工作回顾", "年终总结",
            "心得体会", "实习报告", "工作报告", "述职", "半年总结", "总结与计划",
        ]) {
            return Some(Self::WorkReport);
        }
        if any(&[
            "相关文章", "相关推荐", "猜你喜欢", "推荐阅读", "热门文章", "下载说明", "免责声明",
            "版权声明", "友情提示：本", "精选文章", "更多相关",
        ]) || contents(passage.text())
        {
            return Some(Self::Boilerplate);
        }
        None
    }

    /// What the words of a line speak for, with a weight.
    pub(crate) fn signs(passage: &Passage<'_>) -> Option<(Self, u32)> {
        let count = |words: &[&str]| {
            let found = words.iter().filter(|word| passage.contains(word));
            u32::try_from(found.count()).unwrap_or(0)
        };
        let profile = count(&[
            "成立于", "创建于", "创立于", "始建于", "注册资", "占地面积", "占地", "建筑面积",
            "现有员工", "拥有员工", "员工总数", "年产", "年产值", "荣获", "荣誉", "是一家", "坐落",
            "位于", "集研发", "集设计", "ISO9001", "iso9001", "认证", "远销", "专利", "资质证书",
            "产值", "宗旨", "经营范围", "主营", "高新技术企业", "产品畅销", "市场占有率", "生产线",
            "大专以上学历", "先后承接", "总资产", "品牌",
        ]);
        let report = count(&[
            "一年来", "今年以来", "本人", "圆满完成", "同比", "领导的", "各位领导", "不足之处",
            "下一步", "回顾", "在过去的", "这一年", "全年共", "先后完成", "我部门", "工作中存在",
            "学到了", "述职", "取得了", "实习", "上半年", "下半年", "去年", "率达到", "累计完成",
            "共完成", "共处理", "走上工作岗位", "同事", "收获",
        ]);
        let boilerplate = count(&[
            "小编", "范文", "下载", "相关文章", "仅供参考", "欢迎阅读", "版权", "本文来源", "文库",
            "点击", "http", "www.", "转载", "收藏", "分享给", "希望对大家", "希望对您有所帮助",
            "模板", "帮助到大家", "来源网络", "会员", "那么问题来了", "大家知道", "我们通常",
            "我们常常", "常常要", "时常需要", "通常需要", "该怎么写", "怎么写", "欢迎大家",
            "浏览量", "上传者", "word文档", "免费阅读", "完整版", "积分", "为了确保事情",
            "为了确保工作",
        ]);
        [
            (Self::Boilerplate, boilerplate),
            (Self::WorkReport, report),
            (Self::CompanyProfile, profile),
        ]
        .into_iter()
        .filter(|(_, weight)| *weight > 0)
        .max_by_key(|(_, weight)| *weight)
    }
}
