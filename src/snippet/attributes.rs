//! The element's attributes, as people paste them.

/// Every attribute that is written, in its order, with the value that is the element's own and need not be said.
const WRITTEN: [(&str, &str); 16] = [
    ("target", ""),
    ("indicator", ""),
    ("region", ""),
    ("plan", ""),
    ("view", "trajectory"),
    ("lang", ""),
    ("theme", "auto"),
    ("text-size", "normal"),
    ("controls", "full"),
    ("size", "normal"),
    ("as-of", ""),
    ("method", ""),
    ("growth", ""),
    ("until", ""),
    ("verdict", ""),
    ("observations", ""),
];

/// The attributes that `given` has a value for, without those that say what the element does anyway.
pub fn attributes(given: impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
    let mut written = Vec::new();
    for (name, usual) in WRITTEN {
        let value = given(name);
        if !value.is_empty() && value != usual {
            written.push((name, value));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_not_said() {
        let given = |name: &str| match name {
            "target" => "a b".to_string(),
            "view" => "trajectory".into(),
            "theme" => "dark".into(),
            "controls" => "full".into(),
            _ => String::new(),
        };
        assert_eq!(attributes(given), [("target", "a b".to_string()), ("theme", "dark".into())]);
    }
}
