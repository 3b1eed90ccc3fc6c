//! The five answers: what is kept from one text to the next.

use content::declaration::{Answer, Declarations};
use editorial::signing::{self, Signing};
use storage::on_both_databases;

use crate::newsroom::{Newsroom, nothing_to_declare};

on_both_databases! {
    async fn what_is_about_the_person_is_filled_in_as_signed_last(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let first = room.proof_out().await;
        let proof = signing::proof(&room.desk, &room.amina, first).await.unwrap();
        assert_eq!(proof.declarations, Declarations::default(), "nothing was signed before");
        let taught = Answer::Yes { details: "I teach a paid course.".to_owned() };
        let answers = Declarations { interests: taught.clone(), ..nothing_to_declare() };
        let signature = Signing { digest: proof.digest, declarations: answers, put_back: Vec::new() };
        signing::attest(&room.desk, &room.amina, first, signature).await.unwrap();

        let second = room.proof_out().await;
        let proof = signing::proof(&room.desk, &room.amina, second).await.unwrap();
        assert_eq!(proof.declarations.interests, taught);
        assert_eq!(proof.declarations.sponsorship, Answer::No);
        assert_eq!(proof.declarations.ai_assistance, Answer::No);
        assert_eq!(proof.declarations.published_before, Answer::NotAsked, "asked of each text");
        assert_eq!(proof.declarations.case_material, Answer::NotAsked, "asked of each text");
        let other = signing::proof(&room.desk, &room.dana, second).await.unwrap();
        assert_eq!(other.declarations, Declarations::default(), "they are not the editor's");
    }
}
