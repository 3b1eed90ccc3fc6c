//! Who is writing: a courtesy that nobody is locked out by.

use content::ids::{ArticleId, SectionId};
use editorial::writing::{self, PresenceAct, PresenceView};
use editorial::{Caller, Refusal};
use storage::on_both_databases;
use time::Duration;

use crate::newsroom::{Newsroom, person};

async fn say(
    room: &Newsroom,
    who: &Caller,
    at: (ArticleId, SectionId),
    act: PresenceAct,
) -> Vec<PresenceView> {
    writing::presence(&room.desk, who, at.0, Some(at.1), act)
        .await
        .unwrap()
}

on_both_databases! {
    async fn who_types_is_seen_for_a_minute_and_keeps_the_part(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let at = (id, room.section(&room.dana, id, 0).await);
        let own = say(&room, &room.dana, at, PresenceAct::Write).await;
        assert!(own[0].mine && own[0].section == Some(at.1));
        room.clock.pass(Duration::seconds(50));
        let seen = say(&room, &room.priya, at, PresenceAct::Write).await;
        assert_eq!(seen.len(), 1);
        assert_eq!(seen[0].person.id, person(&room.dana), "who types first keeps it");
        assert!(!seen[0].mine);
        let read = say(&room, &room.amina, at, PresenceAct::Look).await;
        assert_eq!(read[0].person.id, person(&room.dana), "its author reads along");
        room.clock.pass(Duration::seconds(11));
        assert!(say(&room, &room.priya, at, PresenceAct::Look).await.is_empty(), "gone after a minute");
        let next = say(&room, &room.priya, at, PresenceAct::Write).await;
        assert!(next[0].mine);
    }

    async fn a_part_is_asked_for_refused_and_handed_over(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let at = (id, room.section(&room.dana, id, 0).await);
        say(&room, &room.dana, at, PresenceAct::Write).await;
        say(&room, &room.priya, at, PresenceAct::Ask).await;
        let asked = say(&room, &room.dana, at, PresenceAct::Write).await;
        assert_eq!(asked[0].asked_by.as_ref().unwrap().id, person(&room.priya));
        say(&room, &room.dana, at, PresenceAct::NotYet).await;
        let refused = say(&room, &room.priya, at, PresenceAct::Look).await;
        assert!(refused[0].refused && refused[0].asked_by.is_none());
        say(&room, &room.priya, at, PresenceAct::HandOver).await;
        assert!(!say(&room, &room.priya, at, PresenceAct::Look).await[0].mine, "nobody hands over what is another's");
        say(&room, &room.priya, at, PresenceAct::Ask).await;
        let handed = say(&room, &room.dana, at, PresenceAct::HandOver).await;
        assert_eq!(handed[0].person.id, person(&room.priya));
        assert!(say(&room, &room.priya, at, PresenceAct::Write).await[0].mine);
    }

    async fn a_part_is_taken_and_left_and_saves_are_as_ever(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let at = (id, room.section(&room.dana, id, 0).await);
        say(&room, &room.dana, at, PresenceAct::Write).await;
        assert!(say(&room, &room.priya, at, PresenceAct::Take).await[0].mine);
        say(&room, &room.dana, at, PresenceAct::Leave).await;
        assert!(say(&room, &room.priya, at, PresenceAct::Look).await[0].mine, "nobody leaves for another");
        room.write(&room.dana, id, at.1, "<p>Saved all the same.</p>").await.unwrap();
        say(&room, &room.priya, at, PresenceAct::Leave).await;
        assert!(say(&room, &room.priya, at, PresenceAct::Look).await.is_empty());
        let before = writing::history(&room.desk, &room.dana, id).await.unwrap();
        assert!(before.iter().all(|line| !line.act.contains("presence")), "no act");
    }

    async fn who_may_not_write_says_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = Some(room.section(&room.dana, id, 0).await);
        let author = writing::presence(&room.desk, &room.amina, id, section, PresenceAct::Take).await.unwrap_err();
        assert!(matches!(author, Refusal::WrongState(_)), "the editors have it: {author:?}");
        let stranger = writing::presence(&room.desk, &room.tomas, id, section, PresenceAct::Look).await.unwrap_err();
        assert!(matches!(stranger, Refusal::NotFound), "{stranger:?}");
        let (other, _) = room.an_article().await;
        let elsewhere = writing::presence(&room.desk, &room.amina, other, section, PresenceAct::Write).await.unwrap_err();
        assert!(matches!(elsewhere, Refusal::NotFound), "{elsewhere:?}");
    }
}
