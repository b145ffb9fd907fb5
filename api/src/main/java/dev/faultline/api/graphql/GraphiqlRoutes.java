package dev.faultline.api.graphql;

import java.util.List;

import dev.faultline.api.http.Page;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;

/// GraphiQL, the explorer of GraphQL, with example queries; all of it comes from the class path.
public final class GraphiqlRoutes implements RouteGroup {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String GRAPHIQL = WEBJARS + "graphiql/2.4.7/";
    private static final String REACT = WEBJARS + "react/18.3.1/umd/";
    private static final String REACT_DOM = WEBJARS + "react-dom/18.3.1/umd/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/graphiql", context -> context.html(Page.text("graphiql.html"))),
                asset("start.js", Page.FOLDER + "graphiql-start.js", SCRIPT), asset("graphiql.js", GRAPHIQL + "graphiql.min.js", SCRIPT),
                asset("graphiql.css", GRAPHIQL + "graphiql.min.css", "text/css; charset=utf-8"),
                asset("react.js", REACT + "react.production.min.js", SCRIPT),
                asset("react-dom.js", REACT_DOM + "react-dom.production.min.js", SCRIPT));
    }

    private static Route asset(String name, String resource, String type) {
        return Route.get("/graphiql/" + name, context -> context.contentType(type).result(Page.resource(resource)));
    }
}
