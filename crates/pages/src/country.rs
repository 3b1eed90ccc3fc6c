//! Countries as people name them.

/// "the United Kingdom" for `GB`; the code itself for one without a name here.
pub(crate) fn name(code: &str) -> String {
    if let Some(name) = content::seed::help::country_name(code) {
        return name.to_owned();
    }
    let known = match code {
        "AR" => "Argentina",
        "AT" => "Austria",
        "BE" => "Belgium",
        "BR" => "Brazil",
        "CH" => "Switzerland",
        "CL" => "Chile",
        "CO" => "Colombia",
        "DE" => "Germany",
        "DK" => "Denmark",
        "ES" => "Spain",
        "FI" => "Finland",
        "FR" => "France",
        "HK" => "Hong Kong",
        "IL" => "Israel",
        "IN" => "India",
        "IT" => "Italy",
        "JP" => "Japan",
        "KE" => "Kenya",
        "KR" => "South Korea",
        "MX" => "Mexico",
        "NG" => "Nigeria",
        "NL" => "Netherlands",
        "NO" => "Norway",
        "PH" => "Philippines",
        "PL" => "Poland",
        "PT" => "Portugal",
        "SE" => "Sweden",
        "SG" => "Singapore",
        "UA" => "Ukraine",
        "ZA" => "South Africa",
        other => other,
    };
    known.to_owned()
}

/// As it stands inside a sentence: "the United States".
pub(crate) fn in_a_sentence(code: &str) -> String {
    match code {
        "US" | "GB" | "NL" | "PH" => format!("the {}", name(code)),
        _ => name(code),
    }
}

/// The shortest familiar form: "the US".
pub(crate) fn short(code: &str) -> String {
    match code {
        "US" => "the US".to_owned(),
        "GB" => "the UK".to_owned(),
        _ => in_a_sentence(code),
    }
}
