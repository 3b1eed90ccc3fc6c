//! The table once more, by hand: whoever changes a permission changes it in two places.

use content::ids::{AccountId, ArticleId, LinkId, PersonId, SessionId};
use uuid::Uuid;

use super::*;
use crate::SignedIn;

/// `a`uthors, `e`ditors and `o`wners of anybody's article, and its `c`ontributors whatever
/// their role. A new act does not compile before it has its line here.
#[expect(clippy::match_same_arms, reason = "each act has a line of its own")]
const fn expected(act: Act) -> &'static str {
    match act {
        Act::Begin => "aeo-",
        Act::Read => "-eoc",
        Act::Edit => "-eoc",
        Act::Arrange => "-eoc",
        Act::Comment => "-eoc",
        Act::Preview => "-eoc",
        Act::Submit => "---c",
        Act::SubmitForAuthor => "-eo-",
        Act::Recall => "---c",
        Act::StartReview => "-eo-",
        Act::RequestChanges => "-eo-",
        Act::Decline => "-eo-",
        Act::SendProof => "-eo-",
        Act::Attest => "---c",
        Act::Object => "---c",
        Act::Approve => "-eo-",
        Act::Publish => "-eo-",
        Act::Revise => "-eoc",
        Act::Withdraw => "-eoc",
        Act::Amend => "-eo-",
        Act::Erase => "-eo-",
        Act::ReadQueue => "-eo-",
        Act::ManagePeople => "-eo-",
        Act::VerifyCredential => "-eo-",
        Act::ManageAccounts => "--o-",
        Act::ReadRecord => "-eo-",
    }
}

/// How many acts `expected` names.
const ACTS: usize = 26;

fn account(roles: &[Role]) -> Caller {
    Caller::Account(SignedIn {
        account: AccountId(Uuid::from_u128(1)),
        person: PersonId(Uuid::from_u128(2)),
        roles: roles.to_vec(),
        session: SessionId(Uuid::from_u128(3)),
        link: None,
    })
}

/// Every set of roles, none included.
fn role_sets() -> Vec<Vec<Role>> {
    let all = [Role::Author, Role::Editor, Role::Owner];
    (0..8_usize)
        .map(|set| {
            let chosen = all.iter().enumerate();
            let chosen = chosen.filter(|(place, _)| set >> place & 1 == 1);
            chosen.map(|(_, role)| *role).collect()
        })
        .collect()
}

#[test]
fn every_act_has_one_rule() {
    assert_eq!(TABLE.len(), ACTS);
    for (place, rule) in TABLE.iter().enumerate() {
        let again = TABLE[place + 1..].iter().any(|one| one.act == rule.act);
        assert!(!again, "{:?} stands twice", rule.act);
    }
}

#[test]
fn accounts_may_what_the_table_says() {
    for rule in TABLE {
        let act = rule.act;
        let wanted = expected(act);
        for roles in role_sets() {
            let by_role = roles.iter().any(|role| match role {
                Role::Author => wanted.contains('a'),
                Role::Editor => wanted.contains('e'),
                Role::Owner => wanted.contains('o'),
            });
            let caller = account(&roles);
            let of_others = may(&caller, act, Relation::Other).is_ok();
            assert_eq!(
                of_others, by_role,
                "{act:?} by {roles:?} of somebody else's"
            );
            assert_eq!(may_here(&caller, act).is_ok(), by_role, "{act:?} {roles:?}");
            let own = may(&caller, act, Relation::Contributor).is_ok();
            let by_hand = by_role || wanted.contains('c');
            assert_eq!(own, by_hand, "{act:?} by {roles:?} of their own");
        }
    }
}

#[test]
fn whose_words_are_live_reads_objects_and_withdraws() {
    let author = account(&[Role::Author]);
    for rule in TABLE {
        let act = rule.act;
        let wanted =
            expected(act).contains('a') || matches!(act, Act::Read | Act::Object | Act::Withdraw);
        let may = may(&author, act, Relation::Published).is_ok();
        assert_eq!(may, wanted, "{act:?}");
    }
}

#[test]
fn a_link_reads_signs_and_objects_and_nothing_else() {
    let link = Caller::Link {
        link: LinkId(Uuid::from_u128(1)),
        person: PersonId(Uuid::from_u128(2)),
        article: ArticleId(Uuid::from_u128(3)),
    };
    for rule in TABLE {
        let act = rule.act;
        let own = may(&link, act, Relation::Contributor).is_ok();
        let wanted = matches!(act, Act::Read | Act::Attest | Act::Object);
        assert_eq!(own, wanted, "{act:?}");
        assert!(may(&link, act, Relation::Other).is_err(), "{act:?}");
    }
}

#[test]
fn the_command_line_and_the_clock_have_verbs_of_their_own() {
    for rule in TABLE {
        for caller in [Caller::Operator, Caller::Clock] {
            for relation in [Relation::Contributor, Relation::Other] {
                let refused = may(&caller, rule.act, relation);
                let refused = matches!(refused, Err(Refusal::NotAllowed(_)));
                assert!(refused, "{:?} by {caller:?}", rule.act);
            }
        }
    }
}

#[test]
fn who_may_not_is_told_why() {
    let nobody = account(&[]);
    for rule in TABLE {
        let Err(Refusal::NotAllowed(words)) = may(&nobody, rule.act, Relation::Other) else {
            panic!("{:?}", rule.act);
        };
        assert!(words.ends_with('.') && words.contains(' '), "{words}");
    }
}
