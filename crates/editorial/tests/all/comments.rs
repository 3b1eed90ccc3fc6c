//! Comments beside a text: who reads and writes them, and what becomes of their words.

use content::ids::{ArticleId, CommentId, SectionId};
use editorial::comments::{self, CommentView, NewComment};
use editorial::signing::{self, ErasureStep};
use editorial::{Caller, Refusal, writing};
use storage::on_both_databases;
use storage::testing::raw;

use crate::newsroom::Newsroom;

fn on(section: SectionId, quote: &str, body: &str) -> NewComment {
    NewComment::On {
        section,
        quote: quote.to_owned(),
        before: "Begin ".to_owned(),
        body: body.to_owned(),
    }
}

impl Newsroom {
    async fn comment(&self, by: &Caller, article: ArticleId, new: NewComment) -> CommentId {
        comments::add_comment(&self.desk, by, article, new)
            .await
            .unwrap()
    }

    async fn comments(&self, by: &Caller, article: ArticleId) -> Vec<CommentView> {
        comments::list_comments(&self.desk, by, article)
            .await
            .unwrap()
    }
}

fn answer(to: CommentId, body: &str) -> NewComment {
    NewComment::Answer {
        to,
        body: body.to_owned(),
    }
}

fn said_in(view: &CommentView) -> Option<&str> {
    view.words.as_ref().map(|words| words.body.as_str())
}

on_both_databases! {
    async fn authors_and_editors_talk_beside_the_text(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        let asked = room.comment(&room.dana, id, on(section, "with a walk", "How long?\r\n\r\n\r\nHere?")).await;
        let said = room.comment(&room.amina, id, answer(asked, "Ten minutes.")).await;
        room.comment(&room.priya, id, answer(said, "Good.")).await;
        let other = room.comment(&room.amina, id, on(section, "", "I may add a picture.")).await;
        comments::resolve_comment(&room.desk, &room.amina, id, asked).await.unwrap();
        let [open, settled] = &room.comments(&room.dana, id).await[..] else { panic!("two") };
        assert_eq!((open.id, settled.id), (other, asked), "open ones first");
        assert_eq!(said_in(settled), Some("How long?\n\nHere?"));
        let words = settled.words.as_ref().unwrap();
        assert_eq!((words.quote.as_str(), words.before.as_str()), ("with a walk", "Begin "));
        assert_eq!(settled.resolved_by.as_ref().unwrap().byline.name, "Amina Example");
        let answers: Vec<_> = settled.answers.iter().map(|one| said_in(one).unwrap()).collect();
        assert_eq!(answers, ["Ten minutes.", "Good."], "answers to answers stay in their place");
        assert!(settled.mine && !settled.answers[0].mine);
        comments::reopen_comment(&room.desk, &room.dana, id, asked).await.unwrap();
        let open = room.comments(&room.amina, id).await;
        assert!(open.iter().all(|one| one.resolved_at.is_none()));
        let of_answer = comments::resolve_comment(&room.desk, &room.dana, id, said).await.unwrap_err();
        assert!(matches!(of_answer, Refusal::NotFound), "a conversation is settled as one");
    }

    async fn nobody_else_reads_or_writes_them(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        room.comment(&room.dana, id, on(section, "walk", "Which one?")).await;
        let stranger = comments::list_comments(&room.desk, &room.tomas, id).await.unwrap_err();
        assert!(matches!(stranger, Refusal::NotFound), "{stranger:?}");
        let stranger = comments::add_comment(&room.desk, &room.tomas, id, on(section, "", "x"))
            .await.unwrap_err();
        assert!(matches!(stranger, Refusal::NotFound), "{stranger:?}");
        room.desk.site = std::sync::Arc::new(editorial::SiteFacts {
            mail: false,
            ..(*room.desk.site).clone()
        });
        let sent = room.send(id).await;
        let link = room.open_link(&sent.links[0]).await.unwrap();
        let by_link = comments::list_comments(&room.desk, &link, id).await.unwrap_err();
        assert!(matches!(by_link, Refusal::NotAllowed(_)), "{by_link:?}");
        for caller in [Caller::Operator, Caller::Clock] {
            assert!(comments::list_comments(&room.desk, &caller, id).await.is_err());
        }
        let (elsewhere, foreign) = room.an_article().await;
        let misplaced = comments::add_comment(&room.desk, &room.amina, id, on(foreign, "", "x"))
            .await.unwrap_err();
        assert!(matches!(misplaced, Refusal::NotFound), "{misplaced:?}");
        let mine = room.comment(&room.amina, elsewhere, on(foreign, "", "x")).await;
        let misplaced = comments::add_comment(&room.desk, &room.amina, id, answer(mine, "x"))
            .await.unwrap_err();
        assert!(matches!(misplaced, Refusal::NotFound), "{misplaced:?}");
    }

    async fn what_is_too_long_or_empty_is_told(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        for (typed, code) in [("  \n ", "missing"), (&"x".repeat(4001), "too_long")] {
            let refused = comments::add_comment(&room.desk, &room.amina, id, on(section, "", typed))
                .await.unwrap_err();
            let Refusal::Invalid(errors) = refused else { panic!("{refused:?}") };
            assert_eq!((errors[0].field.as_str(), errors[0].code), ("body", code));
        }
        let long = NewComment::On {
            section,
            quote: "é".repeat(1500),
            before: format!("{}the last", "é".repeat(50)),
            body: "é".repeat(4000),
        };
        room.comment(&room.amina, id, long).await;
        let view = room.comments(&room.amina, id).await.remove(0).words.unwrap();
        assert_eq!(view.quote.chars().count(), 1000);
        assert!(view.before.chars().count() == 40 && view.before.ends_with("the last"));
    }

    async fn who_wrote_a_comment_takes_it_away(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let first = room.comment(&room.amina, id, on(section, "walk", "Too private.")).await;
        let second = room.comment(&room.amina, id, on(section, "", "Wrong.")).await;
        let said = room.comment(&room.dana, id, answer(first, "I see.")).await;
        let others = comments::remove_comment(&room.desk, &room.dana, id, first).await.unwrap_err();
        assert!(matches!(others, Refusal::NotAllowed(_)), "{others:?}");
        for one in [first, second, second] {
            comments::remove_comment(&room.desk, &room.amina, id, one).await.unwrap();
        }
        let [gone] = &room.comments(&room.amina, id).await[..] else { panic!("one") };
        assert!(gone.words.is_none() && gone.answers.len() == 1, "the answer stays");
        comments::remove_comment(&room.desk, &room.dana, id, said).await.unwrap();
        assert!(room.comments(&room.amina, id).await.is_empty());
    }

    async fn their_words_go_with_an_erasure_and_never_change(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        let first = room.comment(&room.dana, id, on(section, "walk", "Which one?")).await;
        room.comment(&room.dana, id, answer(first, "The short one?")).await;
        for change in [
            "DELETE FROM comments",
            "UPDATE comments SET body = 'x'",
            "UPDATE comments SET quote = 'x'",
            "UPDATE comments SET person_id = NULL",
            "UPDATE comments SET body = NULL",
            "UPDATE comments SET body = NULL, quote = NULL, before = NULL, erased_at = added_at",
        ] {
            assert!(raw(&room.database, change).await.is_err(), "{change}");
        }
        let ask = ErasureStep::Ask { reason: "Its author asked for it.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let join = ErasureStep::Join { act: room.asked(&room.priya, id).await.id };
        signing::erase(&room.desk, &room.priya, id, join).await.unwrap();
        assert!(room.comments(&room.dana, id).await.is_empty());
        let tx = room.desk.storage.look().await.unwrap();
        let left = storage::comments::list(&tx, id).await.unwrap();
        assert!(left.len() == 2 && left.iter().all(|one| one.words.is_none()));
        drop(tx);
        let later = comments::add_comment(&room.desk, &room.dana, id, on(section, "", "x")).await;
        assert!(later.is_err(), "an erased article gets no more words");
        let back = raw(&room.database, "UPDATE comments SET body = 'x', quote = '', before = '', erased_at = NULL");
        assert!(back.await.is_err(), "erased words came back");
    }

    async fn the_log_holds_no_words_of_them(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let first = room.comment(&room.amina, id, on(section, "walk", "A word of mine")).await;
        comments::resolve_comment(&room.desk, &room.amina, id, first).await.unwrap();
        comments::resolve_comment(&room.desk, &room.amina, id, first).await.unwrap();
        let tx = room.desk.storage.look().await.unwrap();
        let log = storage::audit::list_of(&tx, "comment", &first.to_string()).await.unwrap();
        let acts: Vec<_> = log.iter().map(|entry| entry.act.as_str()).collect();
        assert_eq!(acts, ["comment", "resolve_comment"], "what changes nothing is no act");
        assert!(log.iter().all(|entry| !entry.detail.to_string().contains("word")));
        drop(tx);
        let history = writing::history(&room.desk, &room.amina, id).await.unwrap();
        assert!(!history.iter().any(|line| line.act.contains("comment")));
    }
}
