package dev.faultline.collectors.syslog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.faultline.collectors.json.InvalidInputException;

/// Reads one message as JSON for mappings: `facility`, `severity`, `timestamp`, `hostname`, `appName`, `procId`, `msgId`,
/// `structuredData` (by id and name), `message` and `sender`; what a message leaves out is left out.
///
/// A message of the older form has no year and no zone in its time, which is left out too.
final class SyslogMessage {
    private static final List<String> SEVERITIES = List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");
    private static final List<String> FACILITIES = List.of("kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp",
            "cron",
            "authpriv", "ftp", "ntp", "security", "console", "clock", "local0", "local1", "local2", "local3", "local4", "local5", "local6",
            "local7");
    private static final Pattern PRIORITY = Pattern.compile("^<([0-9]{1,3})>");
    private static final Pattern NEW_HEAD = Pattern
            .compile("^1 ([^ ]{1,64}) ([^ ]{1,255}) ([^ ]{1,48}) ([^ ]{1,128}) ([^ ]{1,32}) (?=[-\\[])");
    private static final Pattern OLD_HEAD = Pattern.compile(
            "^(?:[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} |([0-9]{4}-[0-9]{2}-[0-9]{2}T[^ ]{8,32}) )(?:([^ :\\[]{1,255}) )?"
                    + "(?:([^ :\\[]{1,48})(?:\\[([^]]{1,128})])?: ?)?");
    private static final Pattern ELEMENT = Pattern.compile("\\[([^ =\\]\"]{1,32})((?: [^ =\\]\"]{1,32}=\"(?:[^\"\\\\\\]]|\\\\.)*+\")*+)]");
    private static final Pattern PARAMETER = Pattern.compile(" ([^ =\\]\"]{1,32})=\"((?:[^\"\\\\\\]]|\\\\.)*+)\"");
    private static final String NIL = "-";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int SEVERITY_COUNT = 8;

    private SyslogMessage() {}

    /// Reads a message of either form.
    ///
    /// @throws InvalidInputException where it has no priority, or a wrong one
    static ObjectNode read(String text, String sender) {
        Matcher priority = PRIORITY.matcher(text);
        int number = priority.find() ? Integer.parseInt(priority.group(1)) : Integer.MAX_VALUE;
        if (number >= FACILITIES.size() * SEVERITY_COUNT) {
            throw new InvalidInputException(
                    "a syslog message of " + sender + " begins with '" + text.substring(0, Math.min(text.length(), 10))
                            + "', expected a priority from <0> to <191>");
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("sender", sender).put("facility", FACILITIES.get(number / SEVERITY_COUNT)).put("severity",
                SEVERITIES.get(number % SEVERITY_COUNT));
        String rest = text.substring(priority.end());
        Matcher head = NEW_HEAD.matcher(rest);
        if (head.find()) {
            readNew(message, head, rest.substring(head.end()));
        } else {
            readOld(message, rest);
        }
        return message;
    }

    private static void readNew(ObjectNode message, Matcher head, String rest) {
        put(message, "timestamp", head.group(1));
        put(message, "hostname", head.group(2));
        put(message, "appName", head.group(3));
        put(message, "procId", head.group(4));
        put(message, "msgId", head.group(5));
        int end = rest.startsWith(NIL) ? 1 : 0;
        Matcher element = ELEMENT.matcher(rest);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        while (end < rest.length() && rest.charAt(end) == '[' && element.region(end, rest.length()).lookingAt()) {
            ObjectNode parameters = data.putObject(element.group(1));
            PARAMETER.matcher(element.group(2)).results()
                    .forEach(each -> parameters.put(each.group(1), each.group(2).replaceAll("\\\\([\"\\\\\\]])", "$1")));
            end = element.end();
        }
        if (!data.isEmpty()) {
            message.set("structuredData", data);
        }
        put(message, "message", rest.substring(end).strip().replaceFirst("^" + BYTE_ORDER_MARK, ""));
    }

    private static void readOld(ObjectNode message, String rest) {
        Matcher head = OLD_HEAD.matcher(rest);
        boolean found = head.find();
        if (found) {
            put(message, "timestamp", head.group(1));
            put(message, "hostname", head.group(2));
            put(message, "appName", head.group(3));
            put(message, "procId", head.group(4));
        }
        put(message, "message", rest.substring(found ? head.end() : 0).strip());
    }

    private static void put(ObjectNode message, String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && !value.equals(NIL)) {
            message.put(name, value);
        }
    }
}
