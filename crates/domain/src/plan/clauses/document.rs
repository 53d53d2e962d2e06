//! Documents (文件): what must be issued, with which fields, when.

use serde::{Deserialize, Serialize};

use crate::milestone::Milestone;
use crate::plan::Asked;
use crate::slug::SeverityId;
use crate::time::Limit;
use crate::words::words;

/// A document that must be issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct IssuedDocument {
    /// Which.
    pub document: DocumentKind,
    /// The fields it must have.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// After what it is due; on request when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Milestone>,
    /// Within how long after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::plan::asked::AskedLimit>))]
    pub within: Option<Asked<Limit>>,
    /// Only after faults of these levels; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after_levels: Vec<SeverityId>,
}

words! {
    /// The documents a plan may promise.
    DocumentKind {
        /// Feedback slip (报修/反馈单).
        FeedbackSlip = "feedback_slip",
        /// Service order (服务单/维修单).
        ServiceOrder = "service_order",
        /// Delivery note (送货单).
        DeliveryNote = "delivery_note",
        /// Fault analysis report (故障分析报告).
        FaultAnalysis = "fault_analysis",
        /// Project archive (项目档案).
        ProjectArchive = "project_archive",
        /// Warranty card (保修卡).
        WarrantyCard = "warranty_card",
        /// Acceptance report (验收报告).
        AcceptanceReport = "acceptance_report",
        /// Inspection report (巡检报告).
        InspectionReport = "inspection_report",
        /// Certificate that goods were inspected (合格证).
        InspectionCertificate = "inspection_certificate",
        /// Handbook or manual (说明书).
        Handbook = "handbook",
        /// Customer file (客户档案).
        CustomerFile = "customer_file",
    }
}

words! {
    /// Fields a document may require.
    Field {
        /// Name of the customer.
        Name = "name",
        /// Telephone.
        Phone = "phone",
        /// Address.
        Address = "address",
        /// What is wrong.
        Content = "content",
        /// What the customer wishes.
        Wishes = "wishes",
        /// Item.
        Item = "item",
        /// Quantity.
        Quantity = "quantity",
        /// Method.
        Method = "method",
        /// Cost of labour and material for each item.
        CostPerItem = "cost_per_item",
        /// Photos.
        Photos = "photos",
        /// The cause.
        Cause = "cause",
        /// How it is prevented.
        Prevention = "prevention",
        /// Time.
        Time = "time",
        /// Who delivers.
        Deliverer = "deliverer",
        /// Who receives.
        Receiver = "receiver",
        /// Plan.
        Plan = "plan",
        /// Configuration.
        Configuration = "configuration",
        /// Design.
        Design = "design",
        /// List of equipment.
        EquipmentList = "equipment_list",
        /// Functional specification.
        FunctionalSpec = "functional_spec",
        /// Drawings.
        Drawings = "drawings",
        /// Work logs.
        WorkLogs = "work_logs",
        /// Records of changes.
        ChangeRecords = "change_records",
        /// Records of tests.
        TestRecords = "test_records",
        /// Acceptance.
        Acceptance = "acceptance",
        /// Every repair.
        RepairRecords = "repair_records",
        /// Serial number.
        Serial = "serial",
        /// Signature.
        Signature = "signature",
        /// Warranty term.
        Term = "term",
        /// Where service is available.
        ServiceArea = "service_area",
        /// Disclaimer for misuse.
        Disclaimer = "disclaimer",
        /// Hours of the telephone.
        PhoneHours = "phone_hours",
    }
}
