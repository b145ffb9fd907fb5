package dev.faultline.api.review;

import java.util.List;

/// All that surrounds an incident.
///
/// @param limits the limits that cut the time line short, by name
public record Review(String incidentId, List<TimelineEntry> timeline, Impact impact, List<Owner> owners, List<SimilarIncident> similar,
        List<String> limits) {}
