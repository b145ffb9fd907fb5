package dev.faultline.rca.scene;

import java.util.Locale;

/// What a ranking names: any CI, services with their instances folded in, each instance for itself, or services that a release
/// changed.
public enum CandidateLevel {
    ANY, SERVICE, INSTANCE, RELEASE;

    /// Understands a level in words: `Service`, `Service, the one whose release is to blame`, `instance`, `any CI of the topology`.
    public static CandidateLevel ofWords(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("release")) {
            return RELEASE;
        }
        if (lower.contains("instance") || lower.contains("pod")) {
            return INSTANCE;
        }
        return lower.contains("service") ? SERVICE : ANY;
    }
}
