//! Conduct, documents, training, delivery and procedures: what is written as lists.

use domain::access::Role;
use domain::plan::Asked;
use domain::plan::Promise;
use domain::plan::clauses::conduct::{Answers, CheckItem, Conduct, Evidence, Stage};
use domain::plan::clauses::delivery::{Delivery, DeliveryStep};
use domain::plan::clauses::document::{DocumentKind, IssuedDocument};
use domain::plan::clauses::procedure::{Procedure, Step};
use domain::plan::clauses::training::Training;
use domain::slug::ItemId;

use super::convert::{Pen, missing};
use crate::reading::{Clause as Read, Terms};

fn first() -> ItemId {
    "item-1".parse().expect("a word and a number are a name")
}

pub(super) fn conduct(pen: &mut Pen, read: &Read) {
    let Terms::Conduct { when } = &read.terms else {
        return;
    };
    let promise = Promise::Conduct(Conduct {
        stage: when.parse().unwrap_or(Stage::OnSite),
        items: vec![CheckItem {
            id: first(),
            text: read.quote.trim().to_owned(),
            evidence: Evidence::Tick,
        }],
        answered_by: Answers::Engineer,
    });
    let id = pen.id("conduct");
    pen.add(id, read, promise, Vec::new());
}

pub(super) fn document(pen: &mut Pen, read: &Read) {
    let Terms::Document { what } = &read.terms else {
        return;
    };
    let mut kinds: Vec<DocumentKind> = Vec::new();
    for word in what {
        if let Some(kind) = paper(word).filter(|kind| !kinds.contains(kind)) {
            kinds.push(kind);
        }
    }
    let mut open = Vec::new();
    if kinds.is_empty() {
        kinds.push(DocumentKind::ServiceOrder);
        open.push(missing("/promise/document"));
    }
    for kind in kinds {
        let id = pen.id(&kind.as_str().replace('_', "-"));
        let promise = Promise::Document(IssuedDocument {
            document: kind,
            fields: Vec::new(),
            after: None,
            within: None,
            after_levels: Vec::new(),
        });
        pen.add(id, read, promise, open.clone());
    }
}

fn paper(word: &str) -> Option<DocumentKind> {
    // 年度运行分析报告 tells of a year, and of no fault.
    let of_operation = word.contains("分析报告")
        && ["运行", "年度", "季度", "月度", "数据"]
            .iter()
            .any(|part| word.contains(part));
    if of_operation {
        return Some(DocumentKind::InspectionReport);
    }
    let of = [
        (
            &["故障分析", "事故报告", "故障报告", "分析报告"][..],
            DocumentKind::FaultAnalysis,
        ),
        (&["客户档案", "用户档案"], DocumentKind::CustomerFile),
        (
            &[
                "巡检", "检测报告", "检查报告", "维护报告", "月报", "运维报告",
            ],
            DocumentKind::InspectionReport,
        ),
        (&["验收", "交接"], DocumentKind::AcceptanceReport),
        (
            &["保修卡", "质保卡", "质保书", "保证书", "维修卡", "服务卡"],
            DocumentKind::WarrantyCard,
        ),
        (
            &["送货单", "到货清单", "随货同行单"],
            DocumentKind::DeliveryNote,
        ),
        (
            &["合格证", "检验", "检测单", "检疫", "质检"],
            DocumentKind::InspectionCertificate,
        ),
        (&["说明书", "手册"], DocumentKind::Handbook),
        (
            &["反馈", "报修单", "受理单", "登记表", "联系单"],
            DocumentKind::FeedbackSlip,
        ),
        (
            &["档案", "图纸", "竣工", "资料", "台账", "台帐", "履历"],
            DocumentKind::ProjectArchive,
        ),
        (
            &[
                "服务单", "派工单", "工单", "维修单", "记录", "服务报告", "维修报告", "确认单",
            ],
            DocumentKind::ServiceOrder,
        ),
    ];
    of.iter()
        .find(|(words, _)| words.iter().any(|part| word.contains(part)))
        .map(|(_, kind)| *kind)
}

pub(super) fn training(pen: &mut Pen, read: &Read) {
    let Terms::Training { outcome } = &read.terms else {
        return;
    };
    let quote = read.quote.trim();
    let audience = [
        "操作人员", "使用人员", "维护人员", "管理人员", "技术人员", "维修人员", "操作工", "教师",
        "医护人员", "员工",
    ]
    .iter()
    .find(|word| quote.contains(**word))
    .map_or("客户使用人员", |word| word);
    let promise = Promise::Training(Training {
        audience: audience.to_owned(),
        content: vec![quote.to_owned()],
        outcome: outcome.clone().unwrap_or_else(|| quote.to_owned()),
        before: None,
    });
    let id = pen.id("training");
    pen.add(id, read, promise, Vec::new());
}

pub(super) fn delivery(pen: &mut Pen, read: &Read) {
    let Terms::Delivery { notice } = &read.terms else {
        return;
    };
    let minutes = notice.and_then(|notice| u32::try_from(notice.minutes()).ok());
    let promise = Promise::Delivery(Delivery {
        notice_minutes: minutes.filter(|minutes| *minutes > 0).map(Asked::Known),
        steps: vec![DeliveryStep {
            id: first(),
            text: read.quote.trim().to_owned(),
        }],
        resources: Vec::new(),
    });
    let id = pen.id("delivery");
    pen.add(id, read, promise, Vec::new());
}

pub(super) fn procedure(pen: &mut Pen, read: &Read) {
    let Terms::Procedure { owners } = &read.terms else {
        return;
    };
    let words = format!("{}{}", owners.concat(), read.quote);
    let promise = Promise::Procedure(Procedure {
        steps: vec![Step {
            id: first(),
            text: read.quote.trim().to_owned(),
            owner: owner(&words),
            done_by: None,
        }],
    });
    let id = pen.id("procedure");
    pen.add(id, read, promise, Vec::new());
}

/// Who does it, by the first office named; the service manager where none is.
fn owner(words: &str) -> Role {
    let of = [
        ("客服", Role::ServiceAgent),
        ("调度", Role::Dispatcher),
        ("总经", Role::Executive),
        ("工程部经理", Role::ServiceManager),
        ("经理", Role::ServiceManager),
        ("工程师", Role::Engineer),
        ("技术员", Role::Engineer),
        ("维修人员", Role::Engineer),
        ("仓", Role::Storekeeper),
        ("财务", Role::Accountant),
        ("供应商", Role::Supplier),
    ];
    of.iter()
        .filter_map(|(word, role)| Some((words.find(word)?, *role)))
        .min_by_key(|(at, _)| *at)
        .map_or(Role::ServiceManager, |(_, role)| role)
}
