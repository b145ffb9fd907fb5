package dev.faultline.collectors.otlp.log;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what looks like a secret: values of keys that name one, bearers, logins in addresses, and known forms of keys.
///
/// It finds the obvious ones: what a line says in plain words ("the code is 1234") nobody can tell from data. O(characters).
public final class SecretMask {
    private static final String MASK = "***";
    private static final String NAMES = "(?:passw(?:or)?d|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
            + "|credentials?|cookie|session[_-]?id|signature|密码|口令)[\\w.-]{0,30}";
    private static final String QUOTED = "\\\\?\"[^\"]*(?:\"|$)|'[^']*(?:'|$)";

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    /// Forms that need no name come first: a value may be two words, such as that of `Authorization: Bearer x`.
    private static final List<Rule> RULES = List.of(
            Rule.of("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?", MASK),
            Rule.of("\\beyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*)?", MASK), Rule.of("\\b(?:AKIA|ASIA)[0-9A-Z]{12,}", MASK),
            Rule.of("://([^/\\s:@]{0,200}):[^/\\s@]{1,400}@", "://$1:" + MASK + "@"),
            Rule.of("(?i)(authorization\\\\?[\"']?\\s{0,3}[:=]\\s{0,3}\\\\?[\"']?)(?:(?:bearer|basic|digest|negotiate|token)\\s+)?[^\\s\"',;]+",
                    "$1" + MASK),
            Rule.of("(?i)\\b(bearer)\\s+(?!auth)[\\w.~+/=-]{8,}", "$1 " + MASK),
            Rule.of("(?i)(<" + NAMES + ">)[^<]+", "$1" + MASK), Rule.of("(?i)(\\s--?" + NAMES + "\\s+)(?!-)\\S+", "$1" + MASK),
            Rule.of("(?i)(" + NAMES + "\\\\?[\"']?\\s{0,3}(?:=>|[:=：])\\s{0,3})(?!\\*\\*\\*)(?:" + QUOTED + "|[^\\s,;&\"'})\\]]+)",
                    "$1" + MASK));

    private SecretMask() {}

    /// Returns the text with `***` in the place of each secret.
    public static String masked(String text) {
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }
}
