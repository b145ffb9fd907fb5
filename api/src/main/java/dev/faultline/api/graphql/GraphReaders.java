package dev.faultline.api.graphql;

import java.time.Clock;

import dev.faultline.api.explanation.Explainer;
import dev.faultline.api.review.ReviewReader;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.feedback.FeedbackStore;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.type.CiTypeStore;

/// What GraphQL reads from.
record GraphReaders(CiStore cis, CiTypeStore types, CallEdgeStore calls, DeploymentQueries deployments, AlertQueries alerts,
        IncidentStore incidents, ClaimStore claims, FeedbackStore feedback,
        Explainer explainer, ReviewReader reviews, SuppressionStore suppressions) {

    static GraphReaders of(GraphConnection graph, Clock clock) {
        return new GraphReaders(new CiStore(graph), new CiTypeStore(graph), new CallEdgeStore(graph), new DeploymentQueries(graph),
                new AlertQueries(graph), new IncidentStore(graph), new ClaimStore(graph), new FeedbackStore(graph),
                new Explainer(graph), new ReviewReader(graph, clock), new SuppressionStore(graph));
    }
}
