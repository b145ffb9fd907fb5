package dev.faultline.collectors.host;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Picks from a command line what says which program runs, and nothing that could be a secret.
///
/// Only interpreters have such a word: the script, module, jar or class that they run. All other arguments are left alone.
final class CommandWords {
    private static final Pattern INTERPRETER = Pattern.compile("java|python[0-9.]*|node|nodejs|ruby|perl|php|bash|sh|dash");
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path",
            "--add-modules", "--add-exports", "--add-opens", "--add-reads", "-W", "-X", "-r", "--require");
    private static final Set<String> OPTIONS_BEFORE_CODE = Set.of("-c", "-e", "-p", "--eval", "--print");
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9_$./-]{1,200}");

    private CommandWords() {}

    static List<String> of(String executable, List<String> arguments) {
        if (!INTERPRETER.matcher(executable).matches()) {
            return List.of();
        }
        boolean isJava = executable.equals("java");
        for (int i = 1; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!isJava && OPTIONS_BEFORE_CODE.contains(argument)) {
                return List.of();
            }
            if (OPTIONS_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
                return PROGRAM.matcher(argument).matches() ? List.of(baseName(argument)) : List.of();
            }
        }
        return List.of();
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
