//! The day, and tidying up.

use countersign::worker::{tidy, turn_day};
use storage::on_both_databases;
use storage::tries;
use time::Duration;

use crate::newsroom::Newsroom;

on_both_databases! {
    async fn the_day_moves_once_and_pages_are_made_anew(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let version = async || {
            let snapshot = database.storage.reader().snapshot().await.expect("a look");
            snapshot.site_version().await.expect("a version").version
        };
        let before = version().await;
        assert_eq!(turn_day(&room.desk).await, Ok(false));
        room.clock.pass(Duration::days(1));
        assert_eq!(turn_day(&room.desk).await, Ok(true));
        assert_eq!(turn_day(&room.desk).await, Ok(false));
        assert_eq!(version().await, before + 1);
    }

    async fn old_tries_are_forgotten(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let tx = room.desk.storage.begin().await.expect("a transaction");
        tries::add(&tx, "somebody", room.desk.now()).await.expect("counted");
        tx.commit().await.expect("kept");
        room.clock.pass(Duration::hours(23));
        tidy(&room.desk).await.expect("tidied");
        let find = async || {
            let tx = room.desk.storage.look().await.expect("a look");
            tries::find(&tx, "somebody").await.expect("an answer").is_some()
        };
        assert!(find().await);
        room.clock.pass(Duration::hours(2));
        tidy(&room.desk).await.expect("tidied");
        assert!(!find().await);
    }
}
