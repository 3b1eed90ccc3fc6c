//! The search index follows the site.

use std::sync::Arc;

use countersign::folding::{Folded, Folder};
use countersign::index;
use editorial::signing::{WithdrawalStep, withdraw};
use search::{SearchIndex, SearchQuery};
use storage::on_both_databases;
use storage::site_state::{Subject, bump};
use storage::testing::raw;

use crate::newsroom::Newsroom;

async fn found(index: &Arc<dyn SearchIndex>, words: &str) -> usize {
    index
        .search(&SearchQuery::new(words))
        .await
        .expect("an answer")
        .hits
        .len()
}

on_both_databases! {
    async fn what_is_public_is_found_and_what_went_away_is_not(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let place = tempfile::tempdir().expect("a folder");
        let open = async || {
            index::open(place.path().to_owned(), &database.storage).await.expect("an index")
        };
        let index = open().await;
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        let step = async || folder.step().await.expect("a step");

        assert_eq!(step().await, Folded::Rebuilt, "a new index knows no version");
        assert_eq!(step().await, Folded::UpToDate);
        let id = room.publish("Evenings without a quarrel").await;
        room.approved("Not public").await;
        assert_eq!(step().await, Folded::Some);
        assert_eq!(step().await, Folded::UpToDate);
        assert_eq!(found(&index, "lanternwater").await, 1);
        assert_eq!(found(&index, "marriage counselling").await, 1, "by its topic");
        drop((folder, index));
        let index = open().await;
        assert_eq!(found(&index, "marriage counselling").await, 1, "after a start too");
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        let step = async || folder.step().await.expect("a step");
        assert_eq!(step().await, Folded::UpToDate);

        let tx = room.desk.storage.begin().await.expect("a transaction");
        let person = room.author.person().expect("somebody");
        bump(&tx, Subject::Person(person), "rename", room.desk.now()).await.expect("counted");
        bump(&tx, Subject::Site, "day", room.desk.now()).await.expect("counted");
        tx.commit().await.expect("kept");
        assert_eq!(step().await, Folded::Some);
        assert_eq!(step().await, Folded::UpToDate);

        let printed = "It was out of date.".to_owned();
        let gone = WithdrawalStep::Emergency { printed };
        withdraw(&room.desk, &room.editor, id, gone).await.expect("withdrawn");
        assert_eq!(step().await, Folded::Some);
        assert_eq!(found(&index, "lanternwater").await, 0);

        let tx = room.desk.storage.begin().await.expect("a transaction");
        bump(&tx, Subject::Topics, "edit", room.desk.now()).await.expect("counted");
        tx.commit().await.expect("kept");
        assert_eq!(step().await, Folded::Rebuilt, "topics are in every document");

        raw(&database, "UPDATE site_state SET epoch = 'restored'").await.expect("restored");
        assert_eq!(step().await, Folded::Rebuilt);
        raw(&database, "UPDATE site_state SET version = version - 1").await.expect("restored");
        assert_eq!(step().await, Folded::Rebuilt, "the index was ahead");
    }
}
