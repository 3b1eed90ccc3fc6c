//! Tables and views as the database library wants them. Nothing here leaves the crate.

/// Declares one table or view; `*` marks the columns of its key.
macro_rules! entity {
    ($name:ident, $table:literal, { $($(#[$mark:meta])* $column:ident: $type:ty,)* }) => {
        pub(crate) mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub(crate) struct Model {
                $($(#[$mark])* pub(crate) $column: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub(crate) enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

mod accounts;
mod house_texts;
mod people;
mod publishing;
mod record;
mod signing;
mod views;
mod writing;

pub(crate) use accounts::*;
pub(crate) use house_texts::*;
pub(crate) use people::*;
pub(crate) use publishing::*;
pub(crate) use record::*;
pub(crate) use signing::*;
pub(crate) use views::*;
pub(crate) use writing::*;
