package dev.faultline.api.review;

import org.jspecify.annotations.Nullable;

/// Who answers for a suspect.
///
/// @param rank rank of the cause in the latest ranking
/// @param owner null where nobody is named for it and what it belongs to
/// @param ofId the CI that names the owner: the suspect, its service, its application or its line of business
public record Owner(int rank, String ciId, String ciName, @Nullable String owner, @Nullable String ofId, @Nullable String ofName) {}
