//! The words of the closed vocabularies, as a contract writes them.

use crate::access::Role;
use crate::case::intake::Channel;
use crate::case::pause::PauseReason;
use crate::plan::clauses::channel::ContactPoint;
use crate::plan::clauses::conduct::Stage;
use crate::plan::clauses::coverage::{Cause, Standing, Subject};
use crate::plan::clauses::document::{DocumentKind, Field};
use crate::plan::clauses::warranty::StartDate;
use crate::slug::{CalendarName, ComponentClass};

pub(super) const fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Design => "设计缺陷",
        Cause::Process => "工艺缺陷",
        Cause::Material => "材料缺陷",
        Cause::Accessory => "随机配件质量问题",
        Cause::Manufacture => "制造缺陷",
        Cause::Transport => "运输损坏",
        Cause::Installation => "安装调试不当",
        Cause::SupplierProduct => "材料商产品质量问题",
        Cause::OwnWorkmanship => "我方施工质量问题",
        Cause::Wear => "正常磨损",
        Cause::SoftwareBug => "程序错误",
        Cause::OperatorError => "操作失误",
        Cause::Misuse => "使用不当",
        Cause::WrongInstallation => "客户错误安装",
        Cause::Accident => "意外事故",
        Cause::Disaster => "不可抗力",
        Cause::UnauthorisedRepair => "第三方或未经授权的维修",
        Cause::UnauthorisedDisassembly => "自行拆装或改装",
        Cause::UnauthorisedMove => "擅自移作他用",
        Cause::ChangedEnvironment => "使用环境改变",
        Cause::ForeignObject => "异物进入",
        Cause::ExternalForce => "外力",
        Cause::WrongVoltage => "电压不符",
        Cause::NonCompliantAccessory => "使用不合格配件",
        Cause::AlteredSerial => "序列号涂改",
        Cause::VirusOrSystem => "病毒或操作系统问题",
        Cause::NormalUse => "正常使用",
        Cause::Unknown => "不明原因",
    }
}

pub(super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::InWarranty => "保修期内",
        Standing::InContract => "维保合同期内",
        Standing::OutOfWarranty => "保修期外",
    }
}

/// What is done, as a verb.
pub(super) const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Repair => "维修",
        Subject::DataRepair => "修复数据",
        Subject::SoftwareUpgrade => "升级软件",
        Subject::HardwareUpgrade => "升级硬件",
        Subject::Advice => "提供技术咨询",
        Subject::Inspection => "检测",
        Subject::Customisation => "提供二次开发服务",
        Subject::Installation => "上门安装",
        Subject::Assessment => "提供环境评估服务",
        Subject::EventSupport => "提供重大活动保障服务",
    }
}

pub(super) const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "电话报修",
        Channel::Mail => "邮件报修",
        Channel::Web => "网上报修",
        Channel::Code => "扫码报修",
        Channel::App => "App报修",
        Channel::Fax => "传真报修",
        Channel::Api => "系统对接报修",
        Channel::Counter => "到店报修",
        Channel::Inspection => "巡检发现",
    }
}

/// Where the service is reached: complaints go to a telephone, or to the address that stands beside the name.
pub(super) fn contact_point(point: ContactPoint, address: Option<&String>) -> &'static str {
    let has = |sign: &str| address.is_some_and(|address| address.contains(sign));
    match point {
        ContactPoint::ComplaintLine if has("@") => "投诉邮箱",
        ContactPoint::ComplaintLine if has("www.") || has("http") => "投诉网址",
        ContactPoint::Hotline => "服务热线",
        ContactPoint::ComplaintLine => "投诉电话",
        ContactPoint::DutyPhone => "值班电话",
        ContactPoint::Mail => "服务邮箱",
        ContactPoint::Web => "服务网站",
        ContactPoint::App => "服务App",
        ContactPoint::OnlineAdvice => "在线客服",
        ContactPoint::Fax => "传真",
        ContactPoint::ReceptionDesk => "服务接待台（联系电话）",
        ContactPoint::Outlet => "服务网点（联系电话）",
    }
}

pub(super) const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::BeforeLeaving => "出发前",
        Stage::OnTheWay => "途中",
        Stage::AtTheDoor => "进门时",
        Stage::OnSite => "服务现场",
        Stage::BeforeLeavingSite => "离场前",
        Stage::OnThePhone => "电话服务中",
    }
}

pub(super) const fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::FeedbackSlip => "信息反馈单",
        DocumentKind::ServiceOrder => "维修服务单",
        DocumentKind::DeliveryNote => "送货单",
        DocumentKind::FaultAnalysis => "故障分析报告",
        DocumentKind::ProjectArchive => "项目档案",
        DocumentKind::WarrantyCard => "保修卡",
        DocumentKind::AcceptanceReport => "验收报告",
        DocumentKind::InspectionReport => "巡检报告",
        DocumentKind::InspectionCertificate => "产品合格证",
        DocumentKind::Handbook => "使用说明书",
        DocumentKind::CustomerFile => "客户档案",
    }
}

pub(super) const fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "客户姓名",
        Field::Phone => "联系电话",
        Field::Address => "地址",
        Field::Content => "报修内容",
        Field::Wishes => "客户意愿",
        Field::Item => "项目",
        Field::Quantity => "数量",
        Field::Method => "做法",
        Field::CostPerItem => "逐项工料明细",
        Field::Photos => "照片",
        Field::Cause => "原因",
        Field::Prevention => "预防措施",
        Field::Time => "时间",
        Field::Deliverer => "送货人",
        Field::Receiver => "收货人",
        Field::Plan => "项目计划",
        Field::Configuration => "系统配置",
        Field::Design => "设计文件",
        Field::EquipmentList => "设备清单",
        Field::FunctionalSpec => "功能说明",
        Field::Drawings => "图纸",
        Field::WorkLogs => "施工日志",
        Field::ChangeRecords => "变更记录",
        Field::TestRecords => "测试记录",
        Field::Acceptance => "验收资料",
        Field::RepairRecords => "维修记录",
        Field::Serial => "序列号",
        Field::Signature => "签字",
        Field::Term => "期限",
        Field::ServiceArea => "服务地域",
        Field::Disclaimer => "免责说明",
        Field::PhoneHours => "电话服务时段",
    }
}

pub(super) const fn start(date: StartDate) -> &'static str {
    match date {
        StartDate::Contract => "合同约定的日期",
        StartDate::Accepted => "验收合格日",
        StartDate::Commissioned => "投入运行日",
        StartDate::Delivered => "交付日",
        StartDate::Installed => "安装日",
        StartDate::Purchased => "购买日",
        StartDate::Completed => "竣工日",
        StartDate::PutToUse => "投入使用日",
        StartDate::Manufactured => "出厂日",
    }
}

pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Customer => "客户",
        Role::ServiceAgent => "客服",
        Role::Dispatcher => "调度员",
        Role::Engineer => "工程师",
        Role::ServiceManager => "服务经理",
        Role::Executive => "总经办",
        Role::Storekeeper => "仓管员",
        Role::Accountant => "财务",
        Role::PartnerOutlet => "服务网点",
        Role::Supplier => "材料供应商",
        Role::Administrator => "管理员",
        Role::Auditor => "审计员",
    }
}

pub(super) const fn pause(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::WaitingForCustomer => "等待客户配合",
        PauseReason::CustomerRescheduled => "客户要求改期",
        PauseReason::NoAccess => "不具备进场条件",
        PauseReason::WaitingForQuoteAcceptance => "等待客户确认价格",
        PauseReason::WaitingForPart => "等待备件",
        PauseReason::WaitingForSupplier => "等待材料商",
        PauseReason::ForceMajeure => "不可抗力",
    }
}

/// A calendar as people know it.
pub(super) fn calendar(name: &CalendarName) -> String {
    match name.as_str() {
        "always" => "7×24小时".to_owned(),
        "cn-office" => "工作日9:00至12:00、13:30至18:00".to_owned(),
        other => format!("“{other}”日历所列时段"),
    }
}

/// The calendar people know by these words.
pub(super) fn calendar_called(words: &str) -> Option<CalendarName> {
    let own = words
        .strip_prefix('“')
        .and_then(|it| it.strip_suffix("”日历所列时段"));
    let known = ["always", "cn-office"].into_iter().chain(own);
    known
        .filter_map(|name| name.parse().ok())
        .find(|name| calendar(name) == words)
}

/// A class of components. Common classes have a Chinese name, others may spell theirs; the rest are written as the plan
/// names them.
pub(super) fn component(class: &ComponentClass) -> String {
    common(class)
        .map(str::to_owned)
        .or_else(|| class.spelled())
        .unwrap_or_else(|| format!("“{class}”部件"))
}

/// The common classes of components with their Chinese names.
pub(super) const COMMON: &[(&str, &str)] = &[
    ("bulb", "灯泡"),
    ("compressor", "压缩机"),
    ("motor", "电机"),
    ("battery", "电池"),
    ("controller", "控制器"),
    ("main-parts", "主要部件"),
    ("wear-parts", "易损件"),
    ("waterproofing", "防水工程"),
    ("wiring", "电气管线"),
    ("pipes", "给排水管道"),
    ("equipment", "设备安装"),
    ("fitting-out", "装修工程"),
    ("heating-cooling", "供热与供冷系统"),
    ("frame", "车架"),
    ("charger", "充电器"),
    ("wired-headset", "有线耳机"),
];

/// The Chinese name of a common class of components.
pub(super) fn common(class: &ComponentClass) -> Option<&'static str> {
    let known = COMMON.iter().find(|(word, _)| *word == class.as_str());
    known.map(|(_, name)| *name)
}
