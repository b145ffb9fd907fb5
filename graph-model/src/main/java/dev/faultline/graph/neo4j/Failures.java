package dev.faultline.graph.neo4j;

import java.util.Set;
import java.util.stream.Stream;

import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.GraphUnavailableException;

/// What the driver and Spring throw, in our own words.
final class Failures {
    private static final String POOL_EXHAUSTED = "Unable to acquire connection from the pool";

    /// What a server says that serves again when its disk has room, or when it was started again.
    private static final Set<String> AILING = Set.of("Neo.DatabaseError.Transaction.TransactionStartFailed",
            "Neo.DatabaseError.Transaction.TransactionCommitFailed", "Neo.DatabaseError.Transaction.TransactionLogError",
            "Neo.DatabaseError.Database.UnableToStartDatabase", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
            "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase");

    private Failures() {}

    /// Tells whether the same work may succeed when it is done again.
    static boolean isPassing(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof RetryableException || cause instanceof GraphUnavailableException
                || isUnreachable(cause) || isAiling(cause));
    }

    static GraphException translated(String what, RuntimeException failure) {
        if (failure instanceof GraphException ours) {
            return ours;
        }
        var said = causes(failure).filter(Neo4jException.class::isInstance).findFirst().orElse(failure);
        var sentence = what + ": " + said.getMessage();
        if (said instanceof AuthenticationException) {
            return new GraphException(sentence + " (check user and password)", failure);
        }
        return isPassing(failure) ? new GraphUnavailableException(sentence, failure) : new GraphException(sentence, failure);
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof ServiceUnavailableException || cause instanceof SessionExpiredException
                || String.valueOf(cause.getMessage()).contains(POOL_EXHAUSTED);
    }

    private static boolean isAiling(Throwable cause) {
        return cause instanceof Neo4jException said && AILING.contains(said.code());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
