package dev.faultline.graph.neo4j;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The comment that a query file starts with: `// Key: text`, each text over as many lines as it needs.
///
/// @param texts by key
record QueryHeader(Map<String, String> texts) {
    private static final Pattern LINE = Pattern.compile("//\\s*(?:(Purpose|Parameters|Columns|Scan): )?\\s*(.*)");
    private static final Pattern SCAN_MEANT = Pattern.compile("meant, because .+");
    private static final Pattern WORD = Pattern.compile("\\w+");

    static QueryHeader of(Query query) {
        var texts = new LinkedHashMap<String, String>();
        var key = "";
        for (var line : query.text().lines().takeWhile(each -> each.startsWith("//")).toList()) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                key = matcher.group(1) == null ? key : matcher.group(1);
                texts.merge(key, matcher.group(2), (first, second) -> first + " " + second);
            }
        }
        return new QueryHeader(texts);
    }

    boolean isScanMeant() {
        return SCAN_MEANT.matcher(texts.getOrDefault("Scan", "")).matches();
    }

    Set<String> words(String key) {
        var words = new HashSet<String>();
        WORD.matcher(texts.getOrDefault(key, "")).results().forEach(word -> words.add(word.group()));
        return words;
    }
}
