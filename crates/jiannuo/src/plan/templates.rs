use std::process::ExitCode;

use crate::say::{say, words};
use app::plans::format::{self, Format};
use domain::plan::templates::{TEMPLATES, template};

/// Lists the built-in plans, or prints one of them.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan to print, such as 07-network-systems
    template: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, String> {
    if let Some(id) = &args.template {
        let found = template(id).ok_or_else(|| {
            words!(
                "没有内置方案 {id}：jiannuo plan templates 会列出全部",
                "there is no template {id}; `jiannuo plan templates` lists them"
            )
        })?;
        crate::say::text(found.toml);
        return Ok(ExitCode::SUCCESS);
    }
    for template in TEMPLATES {
        let plan = format::read(template.toml, Format::Toml)
            .map_err(|error| format!("{}: {error}", template.id))?;
        let (id, title, clauses) = (template.id, &plan.title, plan.clauses.len());
        say!(
            "{}",
            words!(
                "{id}\t{title}\t{clauses} 条",
                "{id}\t{title}\t{clauses} clauses"
            )
        );
    }
    Ok(ExitCode::SUCCESS)
}
