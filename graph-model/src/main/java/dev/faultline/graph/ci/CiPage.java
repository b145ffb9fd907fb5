package dev.faultline.graph.ci;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Some CIs in order of id.
///
/// @param next where the page after this one starts; null on the last page
public record CiPage(List<Ci> cis, @Nullable String next) {
    public CiPage {
        cis = List.copyOf(cis);
    }
}
