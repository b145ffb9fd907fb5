package dev.faultline.graph.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a log line says, without what varies from line to line: its level, where it was written, and its first words.
///
/// A token of letters and the like with a line number (`Service#34`, `file.go:12`) is taken for the place in the code. Words with
/// digits, and all that follows a colon, an equals sign or a bracket, are taken for values. Simplified from Drain (ICWS'17).
public record LogTemplate(boolean error, String text) {
    private static final Pattern LEVEL = Pattern.compile("\\b(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|SEVERE|FATAL|CRITICAL|PANIC)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile("[A-Za-z_$\\[][\\w.$\\[\\]]*[#:]\\d+");
    private static final Pattern IDENTIFIERS = Pattern.compile("(?i)\\b(?:trace|span)_?id\\s*[:=]\\s*\\S+");
    private static final Pattern VALUES = Pattern.compile("[:=({]");
    private static final Pattern WORD = Pattern.compile("(?<![\\w-])\\p{L}{2,}(?![\\w-])");
    private static final Pattern ERROR = Pattern.compile("(?i)error|severe|fatal|critical|panic");
    private static final Pattern WRITTEN_LEVEL = Pattern
            .compile("^(?:[^\\p{L}\\[]|(?<=\\d)[TZ]|\\[[^\\]]{0,80}\\]){0,80}+(TRACE|DEBUG|INFO|NOTICE"
                    + "|WARN(?:ING)?|ERROR|SEVERE|FATAL|CRITICAL|PANIC)\\b");
    private static final int WORDS_MAX = 6;

    /// What a line says that holds its own level, such as one of a file.
    public static LogTemplate of(String message) {
        Matcher level = LEVEL.matcher(message);
        boolean found = level.find();
        String rest = found ? message.substring(level.end()) : message;
        Matcher place = PLACE.matcher(rest);
        StringBuilder text = new StringBuilder(found ? level.group().toUpperCase(Locale.ROOT) : "");
        if (place.lookingAt() || place.region(leading(rest), rest.length()).lookingAt()) {
            text.append(' ').append(place.group());
            rest = rest.substring(place.end());
        }
        String words = VALUES.split(IDENTIFIERS.matcher(rest).replaceAll(" "), 2)[0];
        Matcher word = WORD.matcher(words);
        for (int i = 0; i < WORDS_MAX && word.find(); i++) {
            text.append(' ').append(word.group());
        }
        return new LogTemplate(found && ERROR.matcher(level.group()).matches(), text.toString());
    }

    /// What a line says whose level its sender told beside it.
    public static LogTemplate of(LogLevel level, String message) {
        return of(writtenLevel(message).isPresent() ? message : level.name() + " " + message);
    }

    /// The level that is written in a line before its first words, where it is.
    public static Optional<LogLevel> writtenLevel(String message) {
        Matcher level = WRITTEN_LEVEL.matcher(message);
        return level.find() ? Optional.of(LogLevel.ofWord(level.group(1))) : Optional.empty();
    }

    private static int leading(String text) {
        int i = 0;
        while (i < text.length() && !Character.isLetter(text.charAt(i)) && text.charAt(i) != '[') {
            i++;
        }
        return i;
    }
}
