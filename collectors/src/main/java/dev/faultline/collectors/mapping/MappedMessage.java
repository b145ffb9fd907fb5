package dev.faultline.collectors.mapping;

import java.util.List;

import dev.faultline.graph.alert.notice.AlertNotice;

/// What a message says by its mapping.
///
/// @param notices of the alerts that could be read, in the order of the message
/// @param refusals for each alert that could not a sentence that names the first thing that is wrong
/// @param ignored how many alerts the mapping leaves out by its own word, such as acknowledgements
public record MappedMessage(List<AlertNotice> notices, List<String> refusals, int ignored) {
    public MappedMessage {
        notices = List.copyOf(notices);
        refusals = List.copyOf(refusals);
    }
}
