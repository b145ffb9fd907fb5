package dev.faultline.api.reconciliation;

import java.util.List;
import java.util.Set;

import io.javalin.http.Context;

import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.claim.Verdict;

/// Shows the latest run of every scope, and takes a person's approval of removals that a run held back.
public final class RunRoutes implements RouteGroup {
    private static final String PATH = "/api/v1/runs";

    private final ClaimStore store;
    private final List<CollectorSchedule> collectors;

    public RunRoutes(ClaimStore store, List<CollectorSchedule> collectors) {
        this.store = store;
        this.collectors = List.copyOf(collectors);
    }

    /// The latest run of each scope of each source.
    record Runs(List<RunReport> runs) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.get(PATH, this::list), Route.post(PATH + "/{id}/approval", this::approve));
    }

    private void list(Context context) {
        boolean held = QueryParameters.of(context, Set.of("held")).flag("held");
        context.json(new Runs(store.latestRuns().stream().filter(run -> !held || run.verdict() == Verdict.HELD).toList()));
    }

    private void approve(Context context) {
        String id = context.pathParam("id");
        RunReport held = store.latestRuns().stream().filter(run -> run.id().equals(id)).findFirst()
                .orElseThrow(() -> Rejection.notFound("there is no run '" + id + "' that is the latest of its scope"));
        if (held.verdict() != Verdict.HELD) {
            throw Rejection.conflict("run '" + id + "' holds nothing back, expected one with the verdict HELD");
        }
        CollectorSchedule collector = collectors.stream()
                .filter(each -> each.source().equals(held.source()) && each.scope().equals(held.scope())).findFirst()
                .orElseThrow(() -> Rejection.conflict("scope '" + held.scope() + "' of source " + held.source()
                        + " is not collected by this Faultline, expected the approval where it is"));
        context.json(collector.runApproved(held));
    }
}
