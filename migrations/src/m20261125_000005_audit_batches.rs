//! Several acts of one transaction are logged by one statement: each row follows the row before
//! it, not the head of the log, which moves once.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, forget, refuse, run};
use crate::step;

step!("", |manager| {
    forget(manager, "audit_chained", "audit").await?;
    refuse(
        manager,
        "audit_chained",
        "audit",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM audit a \
            WHERE a.number = NEW.number - 1 AND a.hash = NEW.previous) \
        AND NOT (NEW.number = 1 AND EXISTS (SELECT 1 FROM audit_head h \
            WHERE h.number = 0 AND h.hash = NEW.previous))",
        "an audit row follows the one before",
    )
    .await?;
});
