//! What is wrong with a setting is said with its name.

use std::fs;

use countersign::config::{Config, Flags, Tls};

use crate::program::run;

fn load(file: &str, environment: &[(&str, &str)]) -> Result<Config, String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("countersign.toml"), file).expect("written");
    let flags = Flags {
        data: Some(folder.path().to_owned()),
        ..Flags::default()
    };
    let environment = environment
        .iter()
        .map(|(key, value)| ((*key).into(), (*value).into()));
    Config::load(&flags, environment).map_err(|failure| failure.to_string())
}

#[track_caller]
fn refused(file: &str, environment: &[(&str, &str)], setting: &str) {
    match load(file, environment) {
        Ok(config) => panic!("{setting} was taken: {config:?}"),
        Err(words) => {
            assert!(words.contains(setting), "{words}");
            assert!(
                words.ends_with('.') && !words.contains('\n'),
                "one sentence: {words:?}"
            );
        }
    }
}

#[test]
fn nothing_has_to_be_set() {
    let config = load("", &[]).expect("defaults");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.public_url_at(config.listen), "http://127.0.0.1:8080");
    assert!(config.database_url.starts_with("sqlite:"));
    assert!(config.smtp.is_none() && config.worker && config.access_log);
}

#[test]
fn the_environment_goes_before_the_file_and_flags_before_both() {
    let file = "listen = \"127.0.0.1:1\"\n[site]\nname = \"File\"\ncountry = \"gb\"\n";
    let environment = [
        ("COUNTERSIGN_SITE_NAME", "Environment"),
        ("COUNTERSIGN_LISTEN", "[::1]:2"),
    ];
    let config = load(file, &environment).expect("settings");
    assert_eq!(config.site.name, "Environment");
    assert_eq!(config.site.country, "GB");
    assert_eq!(config.listen.to_string(), "[::1]:2");
    let flags = Flags {
        listen: Some("127.0.0.1:3".to_owned()),
        ..Flags::default()
    };
    let environment = environment.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let config = Config::load(&flags, environment).expect("settings");
    assert_eq!(config.listen.to_string(), "127.0.0.1:3");
}

#[test]
fn mail_is_set_up_from_the_environment_too() {
    let config = load(
        "",
        &[
            ("COUNTERSIGN_SMTP_HOST", "mail.example"),
            ("COUNTERSIGN_SMTP_FROM", "Fernway <desk@fernway.example>"),
            ("COUNTERSIGN_SMTP_USER", "desk"),
            ("COUNTERSIGN_SMTP_PASSWORD", "0012345"),
            ("COUNTERSIGN_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
            ("COUNTERSIGN_WORKER", "no"),
            ("COUNTERSIGN_TEST_POSTGRES_URL", "not ours"),
        ],
    )
    .expect("settings");
    let smtp = config.smtp.expect("mail");
    assert_eq!((smtp.port, smtp.tls), (587, Tls::StartTls));
    assert_eq!(smtp.login, Some(("desk".to_owned(), "0012345".to_owned())));
    assert!(!format!("{smtp:?}").contains("0012345"));
    assert_eq!(config.proxies.0.len(), 2);
    assert!(!config.worker);
}

#[test]
fn each_complaint_names_its_setting() {
    for (file, setting) in [
        ("listen = \"everywhere\"", "listen"),
        ("listen = 8080", "listen"),
        ("public_url = \"fernway.example\"", "public_url"),
        (
            "public_url = \"https://fernway.example/journal\"",
            "public_url",
        ),
        ("public_url = \"ftp://fernway.example\"", "public_url"),
        ("database_url = \"mysql://secret@host\"", "database_url"),
        ("search_url = \"http://127.0.0.1:7700\"", "search_url"),
        ("theme = \"/nowhere/at/all\"", "theme"),
        ("trusted_proxies = [\"10.0.0.0/99\"]", "trusted_proxies"),
        ("worker = \"perhaps\"", "worker"),
        ("[site]\nname = \" \"", "site.name"),
        ("[site]\ncountry = \"England\"", "site.country"),
        ("[site]\nlanguage = \"English!\"", "site.language"),
        ("[site]\ncontact = \"us\"", "site.contact"),
        ("[site]\ncolour = \"red\"", "site.colour"),
        ("colour = \"red\"", "colour"),
        ("[smtp]\nfrom = \"desk@fernway.example\"", "smtp.host"),
        ("[smtp]\nhost = \"mail.example\"", "smtp.from"),
        ("[smtp]\nhost = \"m\"\nfrom = \"nobody\"", "smtp.from"),
        (
            "[smtp]\nhost = \"m\"\nfrom = \"a@b.example\"\ntls = \"some\"",
            "smtp.tls",
        ),
        (
            "[smtp]\nhost = \"m\"\nfrom = \"a@b.example\"\nport = 70000",
            "smtp.port",
        ),
        (
            "[smtp]\nhost = \"m\"\nfrom = \"a@b.example\"\nuser = \"a\"",
            "smtp.password",
        ),
        (
            "[smtp]\nhost = \"m\"\nfrom = \"a@b.example\"\nuser = \"a\"\npassword = \"b\"\ntls = \"none\"",
            "smtp.tls",
        ),
        ("this is no file of settings", "countersign.toml"),
    ] {
        refused(file, &[], setting);
    }
    refused("", &[("COUNTERSIGN_SMTP_PORT", "many")], "smtp.port");
    refused("", &[("COUNTERSIGN_COLOUR", "red")], "colour");
}

#[test]
fn an_address_with_a_password_is_not_repeated() {
    let words = load("database_url = \"mysql://secret@host\"", &[]).expect_err("refused");
    assert!(!words.contains("secret"), "{words}");
}

#[tokio::test]
async fn a_theme_that_drops_the_article_is_not_served() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let theme = folder.path().join("theme");
    fs::create_dir_all(&data).expect("a folder");
    fs::create_dir_all(&theme).expect("a folder");
    let words = "{% extends \"base.html\" %}{% block main %}<h1>Ours</h1>{% endblock %}";
    fs::write(theme.join("article.html"), words).expect("written");
    let settings = format!("theme = {:?}\n", theme.display().to_string());
    fs::write(data.join("countersign.toml"), settings).expect("written");
    let served = run(&data, &["serve", "--listen", "127.0.0.1:0"], "").await;
    assert_eq!(served.code, Some(1), "{served:?}");
    assert!(
        served.err.contains("The theme's template article.html"),
        "{served:?}"
    );
    assert!(!served.out.contains("answers at"), "{served:?}");
    let looked_at = run(&data, &["doctor"], "").await;
    assert_eq!(looked_at.code, Some(1), "{looked_at:?}");
    assert!(
        looked_at.out.contains("WRONG  The template article.html"),
        "{looked_at:?}"
    );
}
