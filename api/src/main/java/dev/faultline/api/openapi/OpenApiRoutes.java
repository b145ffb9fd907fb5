package dev.faultline.api.openapi;

import java.util.List;

import dev.faultline.api.http.Page;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;

/// The OpenAPI document of the REST interface.
public final class OpenApiRoutes implements RouteGroup {
    /// Where the document is on the class path.
    static final String RESOURCE = "/faultline/openapi/openapi.yaml";
    /// The media type of YAML by RFC 9512.
    private static final String MEDIA_TYPE = "application/yaml";

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/openapi.yaml", context -> context.contentType(MEDIA_TYPE).result(Page.resource(RESOURCE))));
    }
}
