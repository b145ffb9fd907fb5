package dev.faultline.api.http;

import java.util.List;

/// The routes that one concept answers.
public interface RouteGroup {

    /// All routes of the concept; asked for once, when the server starts.
    List<Route> routes();
}
